import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answering, beginRawSource, beginSource, hangsUp, type SourceOptions } from './begin-source.ts';

const ANSWER = '{"data":{"a":"geheim"}}';
/** A head of an answer with these headers. */
const head = (...headers: readonly string[]): string => ['HTTP/1.1 200 OK', ...headers, '', ''].join('\r\n');
const whole = (text: string, length = text.length): string => head(`content-length: ${length}`) + text;

/** Does something once a request came in; by default for each. */
const onRequest =
  (doe: (socket: Socket) => void): ((socket: Socket) => void) =>
  (socket) =>
    void socket.on('data', () => doe(socket));

async function expectFailure(
  begin: (options: SourceOptions) => ReturnType<typeof beginSource>,
  reden?: string,
): Promise<void> {
  // Without a reason of its own it may be the deadline that ends it.
  const { ask, logged } = await begin({ requestMs: reden === undefined ? 300 : 10_000 });
  const outcome = await ask();
  expect(outcome).toMatchObject({ code: 'BRON_MISLUKT', ...(reden === undefined ? {} : { reden }) });
  expect(logged.filter((line) => line.startsWith('failed'))).toHaveLength(1);
  expect(JSON.stringify([outcome, logged])).not.toContain('geheim');
}

describe('a source that failed, of which nothing is told on, is an answer', () => {
  it.each<[string, RequestListener, string]>([
    ['that is not JSON', answering('<html>geheim</html>'), 'the answer is not JSON'],
    ['that is JSON and more', answering(`${ANSWER}}`), 'the answer is not JSON'],
    ['that is empty', answering(''), 'the answer is not JSON'],
    ['that is no object', answering('7'), 'status 200'],
    ['without data and errors', answering('{"geheim":1}'), 'status 200'],
    ['that is an error page', answering('geheim', 502), 'status 502'],
    ['that has no content', answering('', 204), 'status 204'],
    [
      'that sends us elsewhere',
      answering(ANSWER, 307, { location: 'http://127.0.0.1:1/geheim' }),
      'status 307',
    ],
    [
      'that is too large',
      answering(JSON.stringify({ data: { a: 'x'.repeat(5_000) } })),
      'UND_ERR_RES_EXCEEDED_MAX_SIZE',
    ],
    [
      'that never ends',
      (_request, response) => {
        const more = (): unknown => response.write(' '.repeat(500), more);
        more();
      },
      'UND_ERR_RES_EXCEEDED_MAX_SIZE',
    ],
    [
      'that is compressed, however small, since we asked for none: it is not blown up',
      (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' });
        response.end(gzipSync(`${ANSWER}${' '.repeat(400_000)}`));
      },
      'the answer is not JSON',
    ],
    [
      'with more headers than anybody means',
      answering(
        ANSWER,
        200,
        Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`x-${at}`, 'geheim'])),
      ),
      'UND_ERR_HEADERS_OVERFLOW',
    ],
    ['that never begins', hangsUp, 'UND_ERR_SOCKET'],
  ])('%s', async (_, behaviour, reden) => {
    await expectFailure((options) => beginSource(behaviour, options), reden);
  });

  it.each<[string, (socket: Socket) => void]>([
    ['that stops halfway', onRequest((socket) => socket.end(whole(ANSWER, 100)))],
    [
      'that is shorter than it says, on a connection that stays',
      onRequest((socket) => socket.write(whole(ANSWER, 100))),
    ],
    ['that is longer than it says', onRequest((socket) => socket.write(whole(ANSWER, ANSWER.length - 1)))],
    [
      'of two lengths',
      onRequest((socket) => socket.write(head('content-length: 5', 'content-length: 23') + ANSWER)),
    ],
    [
      'of a length and in chunks',
      onRequest((socket) =>
        socket.write(
          `${head('content-length: 23', 'transfer-encoding: chunked')}17\r\n${ANSWER}\r\n0\r\n\r\n`,
        ),
      ),
    ],
    [
      'whose chunks have no length',
      onRequest((socket) => socket.write(`${head('transfer-encoding: chunked')}x\r\n${ANSWER}`)),
    ],
    ['that is not HTTP', onRequest((socket) => socket.end('220 geheim ESMTP\r\n'))],
    ['that is no answer at all', onRequest(() => undefined)],
    ['that only promises to go on', onRequest((socket) => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'))],
    [
      'that wants another protocol',
      onRequest((socket) => socket.write('HTTP/1.1 101 Switching\r\nupgrade: x\r\n\r\n')),
    ],
    [
      'whose headers come a byte at a time',
      onRequest((socket) => {
        const timer = setInterval(() => socket.write('x'), 5);
        socket.on('close', () => clearInterval(timer));
        socket.write('HTTP/1.1 200 OK\r\nx-');
      }),
    ],
  ])('%s', async (_, behaviour) => {
    await expectFailure((options) => beginRawSource(behaviour, options));
  });
});

describe('an answer', () => {
  it('may come before the whole question was sent, and then what is left is not taken for another', async () => {
    let connections = 0;
    const { ask } = await beginRawSource((socket) => {
      connections += 1;
      let isAnswered = false;
      // Reads nothing more once it has answered.
      socket.on('data', () => {
        if (isAnswered) return;
        isAnswered = true;
        socket.pause();
        socket.write(whole(ANSWER));
      });
    });
    const body = JSON.stringify({ query: '{a}', variables: { x: 'x'.repeat(4_000_000) } });
    const outcome = await ask({ body });
    // undici may see the answer or the connection that broke; never anything else.
    expect(['geheim', 'BRON_MISLUKT']).toContain(
      (outcome.answer?.data as { a: string } | undefined)?.a ?? outcome.code,
    );
    expect(await ask()).toMatchObject({ answer: { data: { a: 'geheim' } } });
    expect(connections).toBeGreaterThan(1);
  });

  it('that was added behind another is never the answer to the next question', async () => {
    let question = 0;
    const { ask } = await beginRawSource(
      onRequest((socket) => {
        question += 1;
        const own = `{"data":{"question":${question}}}`;
        socket.write(whole(own) + whole('{"data":{"question":"slipped in"}}'));
      }),
      { connections: 1 },
    );
    for (let each = 1; each <= 3; each += 1) {
      const { answer } = await ask();
      expect(answer?.data).toEqual({ question: each });
    }
  });

  it('may have hints before it', async () => {
    const { ask } = await beginRawSource(
      onRequest((socket) => {
        for (let hint = 0; hint < 50; hint += 1)
          socket.write('HTTP/1.1 103 Early Hints\r\nlink: <x>\r\n\r\n');
        socket.write(whole('{"data":{"a":1}}'));
      }),
    );
    expect(await ask()).toMatchObject({ answer: { data: { a: 1 } } });
  });

  it('of one source that fails leaves the connections of that source in order', async () => {
    const bad = [answering('<html>'), hangsUp, answering('x'.repeat(5_000))];
    let turn = 0;
    const { ask } = await beginSource((request, response) => {
      turn += 1;
      const behaviour =
        turn % 2 === 0 ? bad[(turn / 2) % bad.length] : answering(`{"data":{"turn":${turn}}}`);
      behaviour?.(request, response);
    });
    const answers: unknown[] = [];
    for (let each = 0; each < 12; each += 1) {
      const { answer } = await ask({ operationKind: 'mutation' });
      answers.push(answer?.data);
    }
    expect(answers).toEqual(
      Array.from({ length: 12 }, (_, at) => (at % 2 === 0 ? { turn: at + 1 } : undefined)),
    );
  });
});
