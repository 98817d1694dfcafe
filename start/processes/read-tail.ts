import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const BYTES = 4096;
const LINES = 15;

/** The last lines of a file, without the part of a line that was cut off; empty when it cannot be read. */
export function readTail(path: string): string {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const from = Math.max(0, size - BYTES);
    const buffer = Buffer.alloc(size - from);
    readSync(file, buffer, 0, buffer.length, from);
    const text = buffer.toString('utf8');
    const whole = from === 0 ? text : text.slice(text.indexOf('\n') + 1);
    return whole.trimEnd().split('\n').slice(-LINES).join('\n');
  } catch {
    return '';
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
