import { SUBGRAPHS } from '../../../schema/codelijsten/subgraphs.ts';
import type { Testdatabase } from '../../setup/maak-database.ts';
import { type Tabel, TABELLEN } from './tabellen.ts';
import { groepenVan, type Vrager } from './vragers.ts';

const VANDAAG = '2013-04-02';
const BEWAARD = 'bewaard';
/** Begin of every key of a klant, and one just before and one just after it. */
const SLEUTEL = '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6d';
const BUREN = ['5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6c', '5f0c1c9e-6f3b-4b8e-9d9e-3b0f6f6e'] as const;
/** A gemeente and a werkgever that nobody here is or acts for. */
const ELDERS = 'GM0402';
const VREEMD = '00000000';

/** What is kept by trigger of who is in reach: a page is read from it. */
const LIJSTEN = ['klanten.klantlijst', 'klanten.werklijst', 'trajecten.ongezien'];

/** A database that can be changed for everybody but one asker, and be put back. */
export interface Wereld {
  /** Changes all rows that an asker may not see; another `zaad` changes them otherwise. */
  readonly verander: (vrager: Vrager, zaad: number) => Promise<void>;
  readonly zetTerug: () => Promise<void>;
}

interface Kolom {
  readonly naam: string;
  readonly soort: string;
}

/**
 * Keeps a few hundred klanten and remembers every row of theirs. What is derived by trigger stays as it was: a row is
 * changed in its own table, and nowhere else.
 */
export async function maakWereld(database: Testdatabase): Promise<Wereld> {
  const kolommen = await leesKolommen(database);
  await verklein(database, kolommen);
  const tabellen = [...kolommen.keys()];
  await voerUit(database, [
    `drop schema if exists ${BEWAARD} cascade`,
    `create schema ${BEWAARD}`,
    ...tabellen.map(
      (tabel) => `create table ${bewaard(tabel)} as select ${namen(kolommen.get(tabel))} from ${tabel}`,
    ),
    `create index on ${bewaard('vacatures.klantsleutel')} (klant_id)`,
  ]);
  return {
    verander: (vrager, zaad) => voerUit(database, veranderingen(kolommen, vrager, zaad)),
    zetTerug: () =>
      voerUit(
        database,
        tabellen.flatMap((tabel) => {
          const lijst = namen(kolommen.get(tabel));
          return [
            `delete from ${tabel}`,
            `insert into ${tabel} (${lijst}) select ${lijst} from ${bewaard(tabel)}`,
          ];
        }),
      ),
  };
}

type Kolommen = ReadonlyMap<string, readonly Kolom[]>;

const bewaard = (tabel: string): string => `${BEWAARD}.${tabel.replace('.', '_')}`;
const namen = (kolommen: readonly Kolom[] = []): string => kolommen.map(({ naam }) => naam).join(', ');
const tekst = (waarde: string): string => `'${waarde.replaceAll("'", "''")}'`;
const lijst = (waarden: readonly string[]): string => `array[${waarden.map(tekst).join(', ')}]::text[]`;

/** In one transaction, without triggers and without what refers. */
async function voerUit(database: Testdatabase, statements: readonly string[]): Promise<void> {
  await database.sql(
    'klanten',
    ['begin', 'set local session_replication_role = replica', ...statements, 'commit'].join(';\n'),
  );
}

/** Of every table about klanten and werkgevers, the columns that are written. */
async function leesKolommen(database: Testdatabase): Promise<Kolommen> {
  const apart = [
    'klanten.uitkering',
    ...LIJSTEN,
    ...Object.keys(SUBGRAPHS).flatMap((each) => [`${each}.klantbereik`, `${each}.klantsleutel`]),
  ];
  const rijen = await database.sql(
    'klanten',
    `select table_schema || '.' || table_name as tabel, column_name as naam, data_type as soort
     from information_schema.columns
     where is_generated = 'NEVER' and table_schema || '.' || table_name = any ($1) order by ordinal_position`,
    [[...TABELLEN.map(({ subgraph, naam }) => `${subgraph}.${naam}`), ...apart]],
  );
  const kolommen = new Map<string, Kolom[]>();
  for (const { tabel, naam, soort } of rijen) {
    const bekend = kolommen.get(String(tabel)) ?? [];
    bekend.push({ naam: String(naam), soort: String(soort) });
    kolommen.set(String(tabel), bekend);
  }
  return kolommen;
}

/** Leaves the klanten of the demo cases with their partners, and one in twenty of the others. */
async function verklein(database: Testdatabase, kolommen: Kolommen): Promise<void> {
  const weg = [...kolommen].flatMap(([tabel, lijstVan]) => {
    const kolom = tabel === 'klanten.klant' ? 'id' : 'klant_id';
    if (tabel !== 'klanten.klant' && !lijstVan.some(({ naam }) => naam === 'klant_id')) return [];
    return [`delete from ${tabel} where not (${kolom} = any (select id from blijft))`];
  });
  await voerUit(database, [
    `create temp table blijft on commit drop as select id from klant
       where (id >= '${SLEUTEL}0101' and id < '${SLEUTEL}0200') or hashtext(id) % 20 = 0
       or id in (select partner_id from klantbereik where partner_id is not null)`,
    ...weg,
  ]);
}

/** SQL that changes everything outside the sight of an asker. */
function veranderingen(kolommen: Kolommen, vrager: Vrager, zaad: number): readonly string[] {
  const verleend = groepenVan(vrager);
  const bereik = ({ groepen }: Pick<Tabel, 'groepen'>): readonly string[] => [
    ...new Set(
      groepen
        .filter((groep) => verleend.has(groep))
        .flatMap((groep) => vrager.anders?.[groep] ?? vrager.sleutels),
    ),
  ];
  const alles = bereik({ groepen: [...verleend] });
  return [
    ...TABELLEN.filter(({ subgraph, naam }) => kolommen.has(`${subgraph}.${naam}`)).flatMap((tabel) =>
      vanTabel(tabel, kolommen.get(`${tabel.subgraph}.${tabel.naam}`) ?? [], bereik(tabel), vrager, zaad),
    ),
    // An uitkering is that of its rechthebbenden.
    `update klanten.uitkering u set ingangsdatum = ingangsdatum + ${dagen(zaad)}, einddatum = einddatum + ${dagen(zaad)},
       blokkade_sinds = blokkade_sinds + ${dagen(zaad)}
     where not exists (select from ${bewaard('klanten.rechthebbende')} r
       where r.uitkering_id = u.id and ${isZichtbaar('r', 'klant_id', bereik({ groepen: ['klant.dossier', 'klant.dossier.kern', 'financien.klant.stand'] }))})`,
    ...LIJSTEN.flatMap((tabel) => [
      ...erbij(tabel, tabel, kolommen.get(tabel) ?? [], `t.sleutel = any (${lijst(alles)})`, zaad),
      `delete from ${tabel} where sleutel <> all (${lijst(alles)}) and ${lot('klant_id', zaad)} = 0`,
    ]),
    ...Object.keys(SUBGRAPHS).flatMap((schema) => bereikElders(schema, alles, vrager, zaad)),
  ];
}

/** Shifts every day by the same number, so that what comes first still does. */
const dagen = (zaad: number): number => 10_000 + (zaad % 1000);
/** One of three, by a key. */
const lot = (kolom: string, zaad: number): string => `abs(hashtext(${kolom} || '${zaad}')) % 3`;

/** SQL: whether the klant of a row is reached by one of these sleutels, as it was before; vacatures has every kind of them. */
function isZichtbaar(rij: string, klant: string, sleutels: readonly string[], metGemeente = true): string {
  return `exists (select from ${bewaard('vacatures.klantsleutel')} s where s.klant_id = ${rij}.${klant}
    ${metGemeente ? `and s.verantwoordelijke = ${rij}.verantwoordelijke` : ''} and s.sleutel = any (${lijst(sleutels)})
    and s.geldig_van <= '${VANDAAG}' and (s.geldig_tot is null or '${VANDAAG}' < s.geldig_tot))`;
}

/** SQL: whether a row is that of a werkgever: by his number, or as what is sought by who was presented to him. */
function isVanWerkgever(naam: string, heeftKvk: boolean, kvk: string): string {
  if (heeftKvk) return `t.kvk = '${kvk}'`;
  return ['profiel', 'profiel_beroep'].includes(naam)
    ? `t.klant_id in (select klant_id from ${bewaard('vacatures.voordracht')} where kvk = '${kvk}')`
    : 'false';
}

function vanTabel(
  { subgraph, naam, klant, kvk }: Tabel,
  kolommen: readonly Kolom[],
  sleutels: readonly string[],
  vrager: Vrager,
  zaad: number,
): readonly string[] {
  const tabel = `${subgraph}.${naam}`;
  const eigen = vrager.kvk === undefined ? 'false' : isVanWerkgever(naam, kvk, vrager.kvk);
  // Which klant a row is about; klant itself has the gemeente of today, and rows of others.
  const zicht =
    klant === undefined ? eigen : `(${eigen} or ${isZichtbaar('t', klant, sleutels, naam !== 'klant')})`;
  const sleutel = klant ?? 'kvk';
  const data = kolommen.filter(({ soort }) => soort === 'date').map((kolom) => kolom.naam);
  const waarden = [
    ...data.map((kolom) => `${kolom} = ${kolom} + ${dagen(zaad)}`),
    ...kolommen
      .filter((kolom) => ['naam', 'handelsnaam', 'conclusie', 'schuldeiser', 'doel'].includes(kolom.naam))
      .map((kolom) => `${kolom.naam} = 'Gewijzigd ${zaad} ' || ${kolom.naam}`),
  ];
  return [
    `delete from ${tabel} t where not ${zicht} and ${lot(`t.${sleutel}`, zaad)} = 0`,
    ...(waarden.length === 0 ? [] : [`update ${tabel} t set ${waarden.join(', ')} where not ${zicht}`]),
    ...erbij(tabel, naam, kolommen, zicht, zaad),
  ];
}

/** SQL that adds a row of somebody elsewhere beside each that the asker sees, just before or just after it. */
function erbij(
  tabel: string,
  naam: string,
  kolommen: readonly Kolom[],
  zicht: string,
  zaad: number,
): readonly string[] {
  const buur = BUREN[zaad % 2] ?? BUREN[0];
  const nieuw = kolommen.map(({ naam: kolom }) => {
    if (kolom === 'klant_id' || kolom === 'partner_id' || (naam === 'klant' && kolom === 'id'))
      return `replace(t.${kolom}, '${SLEUTEL}', '${buur}')`;
    if (kolom === 'verantwoordelijke') return tekst(ELDERS);
    if (kolom === 'sleutel') return tekst(`${ELDERS}/niemand`);
    if (kolom === 'kvk') return tekst(VREEMD);
    if (kolom === 'bsn' || kolom === 'vestigingsnummer')
      return `translate(t.${kolom}, '0123456789', '1234567890')`;
    if (
      [
        'id',
        'voordracht_id',
        'vacature_id',
        'melding_id',
        'aanvraag_id',
        'onderzoek_id',
        'schuldhulptraject_id',
        'nummer',
      ].includes(kolom)
    )
      return zaad % 2 === 0 ? `'!' || t.${kolom}` : `t.${kolom} || '~'`;
    return `t.${kolom}`;
  });
  return [
    `insert into ${tabel} (${namen(kolommen)}) select ${nieuw.join(', ')} from ${tabel} t where ${zicht} on conflict do nothing`,
  ];
}

/** SQL that gives klanten who are out of reach to others, and lets others reach those who are in reach no more, or also. */
function bereikElders(
  schema: string,
  sleutels: readonly string[],
  { kvk }: Vrager,
  zaad: number,
): readonly string[] {
  // What a werkgever is told of a klant rests on how that klant stands.
  const vanWerkgever =
    kvk === undefined
      ? 'false'
      : `t.klant_id in (select klant_id from ${bewaard('vacatures.voordracht')} where kvk = '${kvk}')`;
  const eigen = `${lijst(sleutels)}`;
  return [
    `update ${schema}.klantbereik t set medewerker = 'gewijzigd', team = 'gewijzigd', vervanger = 'gewijzigd'
     where not ${vanWerkgever} and not ${isZichtbaar('t', 'klant_id', sleutels, false)}`,
    `delete from ${schema}.klantsleutel t where t.sleutel <> all (${eigen}) and ${lot('t.klant_id || t.sleutel', zaad)} = 0`,
    `insert into ${schema}.klantsleutel select distinct replace(klant_id, '${SLEUTEL}', '${BUREN[zaad % 2] ?? BUREN[0]}'), '${ELDERS}', '${ELDERS}/niemand', date '2012-01-01', null::date
     from ${schema}.klantsleutel t where t.sleutel = any (${eigen}) on conflict do nothing`,
  ];
}
