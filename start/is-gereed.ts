const WITHIN = 5_000;

/** Whether the gateway that answers at `endpoint` (a URL) says that it can be used. Never throws. */
export async function isGereed(endpoint: string): Promise<boolean> {
  try {
    const { status } = await fetch(new URL('/health/ready', endpoint), {
      signal: AbortSignal.timeout(WITHIN),
    });
    return status === 200;
  } catch {
    return false;
  }
}
