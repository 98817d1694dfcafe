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

/**
 * Checks that nobody asks with two tokens: Node reads the first and a proxy before it may have checked the second.
 * @param authorization every value of the header, as it came
 * @throws KetenFout TOKEN_ONGELDIG when there is more than one, also when they are equal
 */
export function checkOneAuthorization(authorization: readonly string[] | undefined): void {
  if (authorization !== undefined && authorization.length > 1)
    throw new KetenFout('TOKEN_ONGELDIG', 'There is more than one Authorization header.');
}
