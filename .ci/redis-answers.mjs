// Exits with 0 when the Redis at this URL answers within a second.
import { createClient } from '@redis/client';

const client = createClient({
  url: process.argv[2],
  socket: { connectTimeout: 1_000, reconnectStrategy: false },
});
client.on('error', () => undefined);
try {
  await client.connect();
  await client.ping();
  client.destroy();
} catch {
  process.exitCode = 1;
}
