import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GEVALLEN } from '../gevallen/gevallen.ts';
import { type Beantwoord, type Tellers, voorbereideAntwoorden } from './voorbereide-antwoorden.ts';

// All subgraphs of all cases in one process, each at its own path. Argument: the delay of an answer in milliseconds.
// Over IPC: tells its address when it listens, and its counters when it is asked.
const vertraging = Number(process.argv[2] ?? 0);
const tellers: Tellers = { aanroepen: 0, uitgevoerd: 0 };
const subgraphs = new Map<string, Beantwoord>(
  [...new Set(GEVALLEN.map(({ graaf }) => graaf))]
    .flatMap((graaf) => graaf.subgraphs)
    .map((subgraph) => [`/${subgraph.naam}`, voorbereideAntwoorden(subgraph, tellers)]),
);

const server = createServer((request, response) => {
  const beantwoord = subgraphs.get(request.url ?? '');
  const stukken: Buffer[] = [];
  request.on('data', (stuk: Buffer) => stukken.push(stuk));
  request.on('end', () => {
    if (beantwoord === undefined) {
      response.writeHead(404).end();
      return;
    }
    const stuur = (tekst: string): void => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(tekst),
      });
      response.end(tekst);
    };
    const body = stukken.length === 1 ? String(stukken[0]) : Buffer.concat(stukken).toString();
    const antwoord = beantwoord(body);
    if (typeof antwoord !== 'string') {
      antwoord.then(stuur, (fout: unknown) => response.writeHead(500).end(String(fout)));
    } else if (vertraging > 0) setTimeout(stuur, vertraging, antwoord);
    else stuur(antwoord);
  });
});
server.keepAliveTimeout = 120_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}` });
});
process.on('message', () => process.send?.(tellers));
process.once('disconnect', () => process.exit(0));
