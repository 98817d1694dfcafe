import { z } from 'zod';
import { bereikbestanden } from '../chassis/bereik/bereikbestanden.ts';
import type { Bronbestand } from '../chassis/database/bronbestand.ts';

const leeg = z.literal('').transform(() => null);
const tekst = z.string().min(1);
const dag = z.iso.date();
const dagOfLeeg = z.union([leeg, dag]);
const gemeentecode = z.string().regex(/^GM\d{4}$/);
const programmacode = z.string().regex(/^[A-Z][A-Z0-9_]*$/);
const getal = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const promille = getal.refine((waarde) => waarde <= 1000);

const uitkomsten = ['WERK', 'PASSEND_TRAJECT', 'ANDER_ADVIES', 'GEEN_RECHT_OF_AFGEZIEN'] as const;

/** The files of `bronnen/`, parents before children. */
export const bronbestanden: readonly Bronbestand[] = [
  ...bereikbestanden,
  {
    bestand: 'dossiers-programma.csv',
    tabel: 'programma',
    regel: z.strictObject({ code: programmacode, gemeente: gemeentecode, naam: tekst, geldig_van: dag }),
  },
  {
    bestand: 'dossiers-aanbieder.csv',
    tabel: 'aanbieder',
    regel: z.strictObject({
      id: z.uuid(),
      naam: tekst,
      organisatie: z.union([leeg, z.string().regex(/^[A-Z][A-Z0-9_]*$/)]),
    }),
  },
  {
    bestand: 'dossiers-traject.csv',
    tabel: 'traject',
    regel: z.strictObject({
      id: z.uuid(),
      klant_id: z.uuid(),
      programma: z.union([leeg, programmacode]),
      aanbieder_id: z.union([leeg, z.uuid()]),
      doel: z.union([leeg, tekst]),
      aangemeld_op: dag,
      begin: dagOfLeeg,
      verwacht_einde: dagOfLeeg,
      einde: dagOfLeeg,
      status: z.enum(['GEPLAND', 'LOPEND', 'AFGEROND', 'UITGEVALLEN']),
      uitkomst: z.union([leeg, z.enum(uitkomsten)]),
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'dossiers-voorziening.csv',
    tabel: 'voorziening',
    regel: z.strictObject({
      id: z.uuid(),
      klant_id: z.uuid(),
      soort: z.enum(['LOONKOSTENSUBSIDIE', 'JOBCOACH', 'NO_RISK', 'DEELTIJDWERK']),
      datum_start: dag,
      datum_einde: dagOfLeeg,
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'dossiers-schuldhulptraject.csv',
    tabel: 'schuldhulptraject',
    regel: z.strictObject({
      id: z.uuid(),
      klant_id: z.uuid(),
      fase: z.enum(['AANMELDING', 'STABILISATIE', 'BEMIDDELING', 'NAZORG']),
      begin: dag,
      einde: dagOfLeeg,
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'dossiers-schuld.csv',
    tabel: 'schuld',
    regel: z.strictObject({
      schuldhulptraject_id: z.uuid(),
      volgnummer: getal,
      klant_id: z.uuid(),
      schuldeiser: tekst,
      bedrag_cent: getal,
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'dossiers-loonwaardemeting.csv',
    tabel: 'loonwaardemeting',
    regel: z.strictObject({ klant_id: z.uuid(), datum: dag, promille, verantwoordelijke: gemeentecode }),
  },
  {
    bestand: 'dossiers-loonkostensubsidie.csv',
    tabel: 'loonkostensubsidie',
    regel: z.strictObject({
      id: z.uuid(),
      kvk: z.string().regex(/^\d{8}$/),
      plaatsing_id: z.uuid(),
      klant_id: z.uuid(),
      datum_beschikking: dag,
      promille,
      start: dag,
      einde: dag,
      verantwoordelijke: gemeentecode,
    }),
  },
  {
    bestand: 'werkstroom-000.csv',
    tabel: 'uitkomst_gedrukt',
    regel: z.strictObject({
      gemeente: gemeentecode,
      programma: programmacode,
      maat: z.enum([...uitkomsten, 'WERK_VAN_AANGEMELDEN']),
      promille,
      document: z.string().regex(/^\d{3}$/),
      regel: getal,
    }),
  },
];
