import { KetenFout } from '../../schema/fouten/keten-fout.ts';

const UTF8 = /^(?:utf-?8|us-ascii)$/;

/**
 * Checks, before the body is read, that it will be JSON as we read it.
 * @throws KetenFout MEDIATYPE_NIET_ONDERSTEUND for another media type, charset or an encoded body
 */
export function checkContentHeaders(headers: {
  readonly 'content-type'?: string | undefined;
  readonly 'content-encoding'?: string | undefined;
}): void {
  const [type, ...parameters] = (headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((each) => each.startsWith('charset='))?.slice('charset='.length) ?? 'utf-8';
  const encoding = headers['content-encoding'] ?? 'identity';
  if (type !== 'application/json' || !UTF8.test(charset.replaceAll('"', '')) || encoding !== 'identity') {
    throw new KetenFout('MEDIATYPE_NIET_ONDERSTEUND');
  }
}
