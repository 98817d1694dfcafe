import type { Transport } from './transport.ts';

/** Gives the way to subgraphs at these addresses. */
export type TransportTo = (subgraphs: ReadonlyMap<string, URL>) => Transport;

/**
 * Opens transports so that Stands with the same addresses share one: connections, circuit breakers and what they
 * counted live on when the Stand is replaced. The last to close it closes it.
 */
export function sharedTransports(open: TransportTo): TransportTo {
  const opened = new Map<string, { readonly transport: Transport; users: number }>();
  return (subgraphs) => {
    const key = JSON.stringify(Array.from(subgraphs, ([name, { href }]) => [name, href]).toSorted());
    const shared = opened.get(key) ?? { transport: open(subgraphs), users: 0 };
    opened.set(key, shared);
    shared.users += 1;
    return {
      ...shared.transport,
      close: async () => {
        shared.users -= 1;
        if (shared.users > 0) return;
        opened.delete(key);
        await shared.transport.close();
      },
    };
  };
}
