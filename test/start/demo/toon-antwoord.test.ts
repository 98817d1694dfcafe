import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toonAntwoord } from '../../../start/demo/toon-antwoord.ts';

test('what is single stands as name and value, a list as a table, and what is absent as a dash', () => {
  const antwoord = {
    klant: {
      naam: 'Iemand',
      verantwoordelijke: { code: 'GM0001', naam: 'Ergens' },
      regie: null,
      uitkeringen: [{ regeling: 'WWB', loopt: true }],
    },
  };
  expect(toonAntwoord(antwoord)).toBe(
    [
      '  Veld                          Waarde',
      '  ────────────────────────────  ──────',
      '  klant.naam                    Iemand',
      '  klant.verantwoordelijke.code  GM0001',
      '  klant.verantwoordelijke.naam  Ergens',
      '  klant.regie                   -',
      '',
      '  klant.uitkeringen (1)',
      '',
      '  regeling  loopt',
      '  ────────  ─────',
      '  WWB       ja',
    ].join('\n'),
  );
});

test('a figure that is not printed says so in the same cell, and one without a value says why', () => {
  const cijfer = (waarde: number | null, toestand: string, bronsoort: string) => ({
    waarde,
    toestand,
    bronsoort,
  });
  const tekst = toonAntwoord({
    gedrukt: cijfer(1316, 'WAARDE', 'GEDRUKT'),
    dossiers: cijfer(1316, 'WAARDE', 'SYNTHETISCH'),
    geen: cijfer(null, 'AFWEZIG', 'BEREKEND'),
  });
  expect(tekst).toMatch(/gedrukt +1316\n/);
  expect(tekst).toContain('1316 SYNTHETISCH');
  expect(tekst).toContain('AFWEZIG BEREKEND');
});

test('a page names the cursor after which there is more, and a list in a list names of whom its rows are', () => {
  const tekst = toonAntwoord({
    vacatures: {
      edges: [{ cursor: 'c1', node: { naam: 'Kok', voordrachten: { edges: [{ node: { fase: 'OPEN' } }] } } }],
      pageInfo: { hasNextPage: true, endCursor: 'c1' },
    },
  });
  expect(tekst).toContain('Er is meer, na cursor c1');
  expect(tekst).toContain('vacatures › voordrachten (1)');
  expect(tekst).toMatch(/van naam +fase\n.*\n +Kok +OPEN/);
});

test('a page in a second row that has more says so too, and of whom', () => {
  const pagina = (cursor: string | null) => ({
    edges: [{ node: { fase: 'OPEN' } }],
    pageInfo: { hasNextPage: cursor !== null, endCursor: cursor },
  });
  const tekst = toonAntwoord({
    vacatures: [
      { id: 'een', voordrachten: pagina(null) },
      { id: 'twee', voordrachten: pagina('c2') },
    ],
  });
  expect(tekst).toContain('Er is meer van twee, na cursor c2');
  expect(tekst).not.toContain('van een, na cursor');
});

test('a list within an object of a row names the row, and not the object', () => {
  const tekst = toonAntwoord({
    aanvragen: [{ id: 'a1', beschikking: { datum: '2013-01-17', bezwaren: [{ soort: 'BEZWAAR' }] } }],
  });
  expect(tekst).toMatch(/van id +soort\n.*\n +a1 +BEZWAAR/);
});

test('what is absent in one row and an object in another has the columns of the object, with a dash', () => {
  const tekst = toonAntwoord({
    aanvragen: [
      { id: 'a1', voorschot: null },
      { id: 'a2', voorschot: { bedrag: 60_000 } },
    ],
  });
  expect(tekst).toMatch(/ id +voorschot\.bedrag\n/);
  expect(tekst).toMatch(/ a1 +-\n +a2 +60000$/);
});

test('an empty list says that there is none', () => {
  expect(toonAntwoord({ begrotingen: [] })).toBe('  begrotingen (0)\n\n  (geen)');
});

test('every single value of any answer is in the text', () => {
  const woord = fc.stringMatching(/^[a-z]{3,8}$/);
  const blad = fc.record({ een: woord, twee: fc.integer() });
  fc.assert(
    fc.property(fc.record({ los: blad, lijst: fc.array(blad) }), (antwoord) => {
      const tekst = toonAntwoord(antwoord);
      for (const { een, twee } of [antwoord.los, ...antwoord.lijst]) {
        expect(tekst).toContain(een);
        expect(tekst).toContain(String(twee));
      }
    }),
  );
});

test('amounts of money are shown in euros wherever the schema has them, by whatever name they were asked', () => {
  const document = `{
    mijnWerkgever { plaatsingen { edges { node { loonkostensubsidie { betaald: betalingen { edges { node { ...Betaling } } } } } } } }
  }
  fragment Betaling on Subsidiebetaling { ... on Subsidiebetaling { bedrag } }`;
  const bedrag = (cents: number) => ({ node: { bedrag: cents } });
  const tekst = toonAntwoord(
    {
      mijnWerkgever: {
        plaatsingen: {
          edges: [
            { node: { loonkostensubsidie: { betaald: { edges: [bedrag(73_470), bedrag(123_456_700)] } } } },
          ],
        },
      },
    },
    document,
  );
  expect(tekst).toContain('      € 734,70\n  € 1.234.567,00');
});
