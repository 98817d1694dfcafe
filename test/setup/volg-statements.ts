import { Client } from 'pg';
import { vi } from 'vitest';

/** The SQL that this process sends while `werk` runs: text only, and with its parameters. */
export interface GevolgdeStatements<R> {
  readonly uitkomst: R;
  readonly statements: readonly string[];
}

/** Runs `werk` and keeps every statement that goes to PostgreSQL meanwhile. */
export async function volgStatements<R>(werk: () => Promise<R>): Promise<GevolgdeStatements<R>> {
  const spion = vi.spyOn(Client.prototype, 'query');
  try {
    const uitkomst = await werk();
    const statements = spion.mock.calls.map(([vraag]) => tekstVan(vraag));
    return { uitkomst, statements };
  } finally {
    spion.mockRestore();
  }
}

function tekstVan(vraag: unknown): string {
  if (typeof vraag === 'string') return vraag;
  return (vraag as { text?: string } | undefined)?.text ?? '';
}
