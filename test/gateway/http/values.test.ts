import { ApolloServer } from '@apollo/server';
import { composeServices } from '@apollo/composition';
import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { laadBeleid } from '../../../gateway/authorisation/beleid.ts';
import { compileVariables } from '../../../gateway/execution/coerce-variables.ts';
import { maskError } from '../../../gateway/http/mask-error.ts';
import { bouwStand } from '../../../gateway/stand.ts';
import { KetenFout } from '../../../schema/fouten/keten-fout.ts';

const { supergraphSdl = '' } = composeServices([
  {
    name: 'zoek',
    url: 'http://zoek.invalid/',
    typeDefs: parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")
      scalar Bsn scalar Kvk scalar Postcode scalar Datum
      input Zoek { bsn: Bsn postcodes: [Postcode!] }
      type Query { zoek(bsn: Bsn kvk: Kvk postcode: Postcode datum: Datum in: Zoek): Int }
    `),
  },
]);
const { schema } = await bouwStand({ supergraph: supergraphSdl, beleid: laadBeleid() });

/** Wrong by their own rules: the 11-test, eight digits, no leading zero, a day that exists. */
const WRONG: readonly (readonly [string, string, string])[] = [
  ['a bsn that fails the 11-test', 'Bsn', '999999999'],
  ['a kvk number of seven digits', 'Kvk', '6959908'],
  ['a postcode that begins with a zero', 'Postcode', '0123AB'],
  ['a day that does not exist', 'Datum', '2013-02-30'],
];

describe('a wrong value', () => {
  it.each(WRONG)('in a variable is refused by name and type, and not quoted: %s', (_, type, value) => {
    const document = parse(`query ($v: ${type}) { zoek(${type.toLowerCase()}: $v) }`);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('no operation');
    let thrown: unknown;
    try {
      compileVariables(schema, operation)({ v: value });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(KetenFout);
    expect(thrown).toMatchObject({
      code: 'VARIABELE_ONGELDIG',
      details: { variabelen: [{ variabele: 'v', pad: [], type }] },
    });
    expect(JSON.stringify(thrown) + String(thrown)).not.toContain(value);
  });

  it('deep in a variable is pointed at', () => {
    const document = parse('query ($in: Zoek!) { zoek(in: $in) }');
    const operation = getOperationAST(document);
    if (!operation) throw new Error('no operation');
    const coerce = compileVariables(schema, operation);
    expect(() => coerce({ in: { bsn: '999999999', postcodes: ['1234AB', '0123AB'] } })).toThrow(
      expect.objectContaining({
        details: {
          variabelen: [
            { variabele: 'in', pad: ['bsn'], type: 'Zoek!' },
            { variabele: 'in', pad: ['postcodes', 1], type: 'Zoek!' },
          ],
        },
      }) as Error,
    );
  });

  it.each(WRONG)('in the document is refused and not quoted: %s', async (_, type, value) => {
    const server = new ApolloServer({
      schema,
      formatError: maskError,
      includeStacktraceInErrorResponses: false,
    });
    const { body } = await server.executeOperation({ query: `{ zoek(${type.toLowerCase()}: "${value}") }` });
    await server.stop();
    if (body.kind !== 'single') throw new Error('one answer');
    expect(body.singleResult.errors).toMatchObject([{ extensions: { code: 'DOCUMENT_ONGELDIG' } }]);
    expect(JSON.stringify(body)).not.toContain(value);
  });
});
