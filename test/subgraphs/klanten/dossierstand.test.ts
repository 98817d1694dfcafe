import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Maandmutatie,
  maandstand,
  opTredeToen,
  standAfwezig,
  standNu,
  standToen,
} from '../../../subgraphs/klanten/regels/dossierstand.ts';
import { maandErbij } from '../../../subgraphs/klanten/regels/maanden.ts';

/** One mutation of one uitkering, as it happened. */
interface Mutatie {
  readonly soort: string;
  readonly aantal: number;
  readonly geldigOp: string;
  readonly verwerktOp: string;
}

const maand = fc.integer({ min: 0, max: 23 }).map((nummer) => maandErbij('2012-01', nummer));
const dag = fc
  .tuple(maand, fc.integer({ min: 1, max: 28 }))
  .map(([in_, nummer]) => `${in_}-${String(nummer).padStart(2, '0')}`);
const mutaties: fc.Arbitrary<readonly Mutatie[]> = fc.array(
  fc
    .tuple(
      fc.constantFrom(
        { soort: 'INSTROOM', aantal: 1 },
        { soort: 'UITSTROOM', aantal: -1 },
        { soort: 'ADMINISTRATIEF', aantal: 1 },
        { soort: 'ADMINISTRATIEF', aantal: -1 },
      ),
      dag,
      dag,
    )
    .map(([wat, geldigOp, verwerktOp]) => ({ ...wat, geldigOp, verwerktOp })),
  { maxLength: 60 },
);

/** The sums per month, as the aggregate table keeps them. */
function perMaand(lijst: readonly Mutatie[], sinds = ''): readonly Maandmutatie[] {
  const laatste = (a: string, b: string): string => (a > b ? a : b);
  const cellen = Map.groupBy(lijst, ({ soort, geldigOp, verwerktOp }) =>
    [soort, laatste(geldigOp.slice(0, 7), sinds), laatste(verwerktOp.slice(0, 7), sinds)].join(' '),
  );
  return [...cellen].map(([sleutel, rijen]) => {
    const [soort = '', geldigMaand = '', verwerktMaand = ''] = sleutel.split(' ');
    const aantal = rijen.reduce((totaal, rij) => totaal + rij.aantal, 0);
    return { soort, geldigMaand, verwerktMaand, aantal };
  });
}

const tel = (lijst: readonly Mutatie[], telt: (mutatie: Mutatie) => boolean): number =>
  lijst.filter(telt).reduce((totaal, { aantal }) => totaal + aantal, 0);

describe('whatever the mutations', () => {
  test('beginstand plus instroom minus uitstroom plus administratief is eindstand, then and now', () => {
    fc.assert(
      fc.property(mutaties, maand, maand, (lijst, gevraagd, bekendTot) => {
        for (const tot of [gevraagd, bekendTot]) {
          const stand = maandstand(perMaand(lijst), gevraagd, tot);
          expect(stand.beginstand + stand.instroom - stand.uitstroom + stand.administratief).toBe(
            stand.eindstand,
          );
        }
      }),
    );
  });

  test('the figures from sums per month are those counted mutation by mutation', () => {
    fc.assert(
      fc.property(mutaties, maand, maand, (lijst, gevraagd, bekendTot) => {
        const bekend = lijst.filter(({ verwerktOp }) => verwerktOp <= `${bekendTot}-31`);
        const inMaand = (soort: string) =>
          tel(bekend, (mutatie) => mutatie.soort === soort && mutatie.geldigOp.startsWith(gevraagd));
        expect(maandstand(perMaand(lijst), gevraagd, bekendTot)).toEqual({
          beginstand: tel(bekend, ({ geldigOp }) => geldigOp < `${gevraagd}-01`),
          instroom: inMaand('INSTROOM'),
          uitstroom: 0 - inMaand('UITSTROOM'),
          administratief: inMaand('ADMINISTRATIEF'),
          eindstand: tel(bekend, ({ geldigOp }) => geldigOp <= `${gevraagd}-31`),
        });
      }),
    );
  });

  test('as known now every month begins where the one before it ended', () => {
    fc.assert(
      fc.property(mutaties, maand, dag, (lijst, gevraagd, vandaag) => {
        const [vorige, deze] = [maandErbij(gevraagd, -1), gevraagd].map((each) =>
          standNu(perMaand(lijst), each, vandaag),
        );
        expect(deze?.beginstand.waarde).toBe(vorige?.eindstand.waarde);
        expect(deze?.correctie).toMatchObject({ waarde: null, toestand: 'NVT' });
      }),
    );
  });

  test('the correctie is what became known late about earlier months', () => {
    fc.assert(
      fc.property(mutaties, maand, (lijst, gevraagd) => {
        const laat = tel(
          lijst,
          ({ geldigOp, verwerktOp }) => geldigOp < `${gevraagd}-01` && verwerktOp.startsWith(gevraagd),
        );
        expect(standToen(perMaand(lijst), gevraagd).correctie.waarde).toBe(laat);
      }),
    );
  });

  test('what happened before the month before may be told as of that month, and nothing changes', () => {
    fc.assert(
      fc.property(mutaties, maand, fc.integer({ min: 0, max: 6 }), dag, (lijst, van, verder, vandaag) => {
        const gevraagd = maandErbij(van, verder);
        const samengevat = perMaand(lijst, maandErbij(van, -1));
        expect(standToen(samengevat, gevraagd)).toEqual(standToen(perMaand(lijst), gevraagd));
        const later = vandaag < van ? `${gevraagd}-28` : vandaag;
        expect(standNu(samengevat, gevraagd, later)).toEqual(standNu(perMaand(lijst), gevraagd, later));
      }),
    );
  });

  test('a figure of the dossiers says that it is made up', () => {
    fc.assert(
      fc.property(mutaties, maand, (lijst, gevraagd) => {
        const standen = [
          standToen(perMaand(lijst), gevraagd),
          standNu(perMaand(lijst), gevraagd, '2013-04-02'),
        ];
        const cijfers = [...standen, standAfwezig('Buiten bereik.')].flatMap((stand) => Object.values(stand));
        expect(new Set(cijfers.map(({ bronsoort }) => bronsoort))).toEqual(new Set(['SYNTHETISCH']));
        expect(new Set(cijfers.map(({ noemer }) => noemer))).toEqual(new Set(['uitkeringen']));
      }),
    );
  });
});

/** The mutations of Haarlemmermeer as the dossiers have them: one cell for each month of effect and of knowledge. */
const HAARLEMMERMEER: readonly Maandmutatie[] = [
  { soort: 'INSTROOM', geldigMaand: '2012-10', verwerktMaand: '2012-10', aantal: 1338 },
  { soort: 'UITSTROOM', geldigMaand: '2012-10', verwerktMaand: '2012-11', aantal: -1 },
  { soort: 'ADMINISTRATIEF', geldigMaand: '2012-11', verwerktMaand: '2012-12', aantal: 3 },
  { soort: 'ADMINISTRATIEF', geldigMaand: '2012-12', verwerktMaand: '2012-12', aantal: 5 },
  { soort: 'ADMINISTRATIEF', geldigMaand: '2012-12', verwerktMaand: '2013-01', aantal: 10 },
  ...[36, 27, 37, 58, 29].map((aantal, i) => stroom('INSTROOM', i, aantal)),
  ...[57, 35, 35, 44, 34].map((aantal, i) => stroom('UITSTROOM', i, -aantal)),
];
const MAANDEN = ['2012-11', '2012-12', '2013-01', '2013-02', '2013-03'];

function stroom(soort: string, nummer: number, aantal: number): Maandmutatie {
  const in_ = maandErbij('2012-11', nummer);
  return { soort, geldigMaand: in_, verwerktMaand: in_, aantal };
}

describe('the dossiers of Haarlemmermeer', () => {
  test.each<[string, keyof ReturnType<typeof standToen>, readonly number[]]>([
    ['line 448 of document 000', 'beginstand', [1337, 1319, 1326, 1328, 1342]],
    ['line 452 of document 000', 'correctie', [-1, 3, 10, 0, 0]],
    ['line 455 of document 000', 'instroom', [36, 27, 37, 58, 29]],
    ['line 460 of document 000', 'uitstroom', [57, 35, 35, 44, 34]],
    ['line 461 of document 000', 'eindstand', [1316, 1316, 1328, 1342, 1337]],
    ['what no stroom explains', 'administratief', [0, 5, 0, 0, 0]],
  ])('give, as known at each month’s end, %s', (_bron, veld, verwacht) => {
    expect(MAANDEN.map((each) => standToen(HAARLEMMERMEER, each)[veld].waarde)).toEqual(verwacht);
  });

  test('are known now with the eighteen administrative mutations where they took effect', () => {
    const nu = MAANDEN.map((each) => standNu(HAARLEMMERMEER, each, '2013-04-02'));
    expect(nu.map(({ beginstand }) => beginstand.waarde)).toEqual([1337, 1319, 1326, 1328, 1342]);
    expect(nu.map(({ administratief }) => administratief.waarde)).toEqual([3, 15, 0, 0, 0]);
    expect(nu.map(({ eindstand }) => eindstand.waarde)).toEqual([1319, 1326, 1328, 1342, 1337]);
  });
});

describe('the part of the uitkeringen on a trede', () => {
  test('counts who began and had not ended, of the stand as known then', () => {
    const opTrede = [
      { soort: 'OP_TREDE_BEGIN', geldigMaand: '2012-10', verwerktMaand: '2012-10', aantal: 1300 },
      { soort: 'OP_TREDE_EIND', geldigMaand: '2012-11', verwerktMaand: '2012-10', aantal: -10 },
      { soort: 'OP_TREDE_BEGIN', geldigMaand: '2012-11', verwerktMaand: '2012-12', aantal: 20 },
    ];
    // 1290 of 1316: line 363 of document 000.
    expect(opTredeToen([...HAARLEMMERMEER, ...opTrede], '2012-11')).toMatchObject({
      waarde: 98,
      noemer: 'uitkeringen',
      bronsoort: 'SYNTHETISCH',
    });
  });

  test('is not told of less than ten: neither of those on a trede nor of the others', () => {
    const van = (opTrede: number) =>
      opTredeToen(
        [
          { soort: 'INSTROOM', geldigMaand: '2012-10', verwerktMaand: '2012-10', aantal: 100 },
          { soort: 'OP_TREDE_BEGIN', geldigMaand: '2012-10', verwerktMaand: '2012-10', aantal: opTrede },
        ],
        '2012-11',
      );
    for (const opTrede of [0, 1, 9, 91, 99, 100])
      expect(van(opTrede)).toMatchObject({ waarde: null, toestand: 'ONDERDRUKT' });
    expect([van(10).waarde, van(90).waarde]).toEqual([10, 90]);
  });

  test('is absent without uitkeringen, never nothing', () => {
    expect(opTredeToen([], '2012-11')).toMatchObject({ waarde: null, toestand: 'AFWEZIG' });
  });
});
