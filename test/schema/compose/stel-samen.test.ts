import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { laadGegevensgroepen } from '../../../schema/beleid/laad-gegevensgroepen.ts';
import { SCHEMA_MAP } from '../../../schema/bestanden/schema-map.ts';
import { apiSchema } from '../../../schema/compose/api-schema.ts';
import { controleerOperaties } from '../../../schema/compose/controleer-operaties.ts';
import { eersteVerschil } from '../../../schema/compose/eerste-verschil.ts';
import { leesSubgraphs } from '../../../schema/compose/lees-subgraphs.ts';
import { type Samenstelling, stelSamen } from '../../../schema/compose/stel-samen.ts';
import { lintSupergraph } from '../../../schema/lint/lint-supergraph.ts';
import { laadOperaties, type Operatie } from '../../../schema/operaties/laad-operaties.ts';

const gegevensgroepen = laadGegevensgroepen();
const GROEPEN = new Set(gegevensgroepen.map(({ code }) => code));
const PERSOONSGROEPEN = new Set(
  gegevensgroepen.filter(({ persoonsgegevens }) => persoonsgegevens).map(({ code }) => code),
);
const bronnen = leesSubgraphs(new URL('../', SCHEMA_MAP));

function sdlVan(samenstelling: Samenstelling): string {
  if ('gebreken' in samenstelling) throw new Error(samenstelling.gebreken.join('\n'));
  return samenstelling.sdl;
}

/** The subgraphs with a piece of one SDL replaced. */
function gewijzigd(naam: string, oud: string, nieuw: string): typeof bronnen {
  return bronnen.map((bron) => {
    if (bron.naam !== naam) return bron;
    const text = bron.document.loc?.source.body ?? '';
    expect(text).toContain(oud);
    return { ...bron, document: parse(text.replace(oud, nieuw)) };
  });
}

describe('stelSamen', () => {
  it('composes the subgraphs to the same bytes, whatever their order', () => {
    const sdl = sdlVan(stelSamen(bronnen, GROEPEN, PERSOONSGROEPEN));
    expect(sdlVan(stelSamen(bronnen.toReversed(), GROEPEN, PERSOONSGROEPEN))).toBe(sdl);
    expect(sdl).toContain('KLANTEN @join__graph(name: "klanten", url: "http://127.0.0.1:4001/graphql")');
  });

  it('names the faults of the lint by file and line', () => {
    const samenstelling = stelSamen(
      gewijzigd('klanten', 'naam: String @policy(policies: [["klant.identificerend"]])', 'naam: String'),
      GROEPEN,
      PERSOONSGROEPEN,
    );
    expect(samenstelling).toEqual({
      gebreken: [
        expect.stringMatching(
          /^subgraphs\/klanten\/schema\.graphql:\d+: policy: Klant\.naam has no @policy$/,
        ),
      ],
    });
  });

  it('names why subgraphs do not compose', () => {
    const samenstelling = stelSamen(
      gewijzigd('klanten', 'type Vindplaats @shareable', 'type Vindplaats'),
      GROEPEN,
      PERSOONSGROEPEN,
    );
    expect(samenstelling).toEqual({
      gebreken: expect.arrayContaining([expect.stringContaining('INVALID_FIELD_SHARING')]),
    });
  });
});

describe('lintSupergraph', () => {
  const sdl = sdlVan(stelSamen(bronnen, GROEPEN, PERSOONSGROEPEN));
  const naam = 'naam: String @join__field(graph: KLANTEN) @policy(policies: [["klant.identificerend"]])';

  it('has nothing to say of the composed supergraph', () => {
    expect(lintSupergraph(sdl, 'x.graphql', GROEPEN)).toEqual([]);
  });

  it.each([
    ['lost its policy', 'naam: String @join__field(graph: KLANTEN)', 'has no @policy'],
    [
      'got two lists',
      'naam: String @policy(policies: [["klant.identificerend"], ["publiek"]])',
      'exactly one inner list',
    ],
    ['lists an unknown group', 'naam: String @policy(policies: [["klant.alles"]])', 'unknown data group'],
  ])('names a field that %s', (_, nieuw, melding) => {
    expect(sdl).toContain(naam);
    const [gebrek, ...meer] = lintSupergraph(sdl.replace(naam, nieuw), 'x.graphql', GROEPEN);
    expect(gebrek?.melding).toContain(`Klant.naam`);
    expect(gebrek?.melding).toContain(melding);
    expect(meer).toEqual([]);
  });
});

describe('controleerOperaties', () => {
  const schema = apiSchema(sdlVan(stelSamen(bronnen, GROEPEN, PERSOONSGROEPEN)));
  const gebruikers = new Set(['consulent']);
  const operatie = (document: string, variabelen: Operatie['variabelen'] = {}): Operatie => ({
    id: 'keten:X-001',
    titel: 'Proef',
    bestand: 'X-001.graphql',
    document,
    verwerkingsactiviteit: 'https://register.ketengraaf.example/x',
    als: 'consulent',
    klanten: [],
    variabelen,
  });
  const gebreken = (...parts: Parameters<typeof operatie>): readonly string[] =>
    controleerOperaties([operatie(...parts)], schema, gebruikers);
  const goed = 'query Een($code: Gemeentecode!) { gemeente(code: $code) { naam } }';

  it('accepts the committed trusted documents', () => {
    const operaties = [...laadOperaties().values()];
    expect(controleerOperaties(operaties, schema, new Set(operaties.map(({ als }) => als)))).toEqual([]);
  });

  it.each([
    ['is no GraphQL', 'query Een {', {}, 'Syntax Error'],
    [
      'asks for a field that is not there',
      'query Een { gemeente(code: "GM0394") { nietBestaand } }',
      {},
      'Cannot query field',
    ],
    [
      'has a literal that its scalar refuses',
      'query Een { gemeente(code: "0394") { naam } }',
      {},
      'Geen geldige waarde voor Gemeentecode',
    ],
    ['has no name', '{ gemeente(code: "GM0394") { naam } }', {}, 'exactly one named operation'],
    [
      'has two operations',
      `${goed} query Twee { __typename }`,
      { code: 'GM0394' },
      'exactly one named operation',
    ],
    ['has an example without its variable', goed, {}, 'variable code does not fit its type'],
    ['has an example of the wrong form', goed, { code: '0394' }, 'variable code does not fit its type'],
    [
      'has an example with a variable too many',
      goed,
      { code: 'GM0394', klant: '1' },
      'a variable klant that the document does not ask for',
    ],
  ])('refuses a document that %s', (_, document, variabelen, melding) => {
    const [gebrek, ...meer] = gebreken(document, variabelen);
    expect(gebrek).toMatch(/^keten:X-001:/);
    expect(gebrek).toContain(melding);
    expect(meer).toEqual([]);
  });

  it('refuses an unknown user', () => {
    expect(controleerOperaties([operatie(goed, { code: 'GM0394' })], schema, new Set())).toEqual([
      'keten:X-001: unknown user consulent',
    ]);
  });
});

describe('eersteVerschil', () => {
  it('finds the first line that differs, also past the end of either text', () => {
    expect(eersteVerschil('a\nb', 'a\nb')).toBeUndefined();
    expect(eersteVerschil('a\nb\nc', 'a\nx\ny')).toEqual({ regel: 2, oud: 'b', nieuw: 'x' });
    expect(eersteVerschil('a', 'a\nb')).toEqual({ regel: 2, oud: '(end)', nieuw: 'b' });
    expect(eersteVerschil('a\nb', 'a')).toEqual({ regel: 2, oud: 'b', nieuw: '(end)' });
  });
});
