import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { createServer } from '../../../gateway/http/create-server.ts';
import { until } from '../../start/fixtures/until.ts';

it('a server that stops answers what it was asked, and waits for no connection that a client keeps', async () => {
  const [arrived, held] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
  const server = await createServer({
    maxBodyBytes: 1_000,
    corsOorsprongen: [],
    traceIdOf: () => '',
    requestMs: 10_000,
    onError: () => undefined,
  });
  server.get('/traag', () => {
    arrived.resolve();
    return held.promise;
  });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());

  const asked = request(`${url}/traag`, { agent });
  const answering = once(asked.end(), 'response');
  await arrived.promise;
  const closed = server.close();
  await until('it takes no new connections', () => !server.server.listening);
  held.resolve('klaar');
  const [answer] = (await answering) as [IncomingMessage];
  let text = '';
  for await (const part of answer.setEncoding('utf8')) text += String(part);
  expect(text).toBe('klaar');
  await closed;
});
