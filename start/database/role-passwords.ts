import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readOrMake } from '../files/read-or-make.ts';

const passwords = z.record(z.string(), z.string().min(16));

/** The password of each role, by its name: random, made once and kept in `path`. */
export async function rolePasswords(
  path: string,
  roles: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const fits = (content: string): boolean => roles.every((role) => role in (parse(content) ?? {}));
  const content = await readOrMake(path, fits, () =>
    JSON.stringify(Object.fromEntries(roles.map((role) => [role, randomBytes(24).toString('base64url')]))),
  );
  return Object.freeze(parse(content) ?? {});
}

function parse(content: string): Record<string, string> | undefined {
  try {
    return passwords.safeParse(JSON.parse(content)).data;
  } catch {
    return undefined;
  }
}
