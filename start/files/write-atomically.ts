import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/**
 * Writes a file whole or not at all, readable by its owner only: into a file beside it, to disk,
 * then renamed over it. Throws the error of the file system.
 */
export function writeAtomically(path: string, content: string): void {
  const beside = `${path}.${randomUUID()}.nieuw`;
  try {
    const file = openSync(beside, 'wx', 0o600);
    try {
      writeSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
