import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startKeten } from './start-keten.ts';

process.exit(await startKeten(dirname(dirname(fileURLToPath(import.meta.url)))));
