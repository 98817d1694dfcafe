import { z } from 'zod';
import { TAKEN } from '../../../schema/codelijsten/taken.ts';
import type { Bronbestand } from '../database/bronbestand.ts';

const leeg = z.literal('').transform(() => null);

const gemeentecode = z.string().regex(/^GM\d{4}$/);
const dagOfLeeg = z.union([leeg, z.iso.date()]);

/** A name as it stands in a bereiksleutel: in the form that `encodeURIComponent` gives. */
const deel = z.string().regex(/^[A-Za-z0-9\-_.!~*'()%]+$/);
const deelOfLeeg = z.union([leeg, deel]);

/**
 * Who reaches whom: two files, the same in every subgraph, from which the database makes the bereiksleutels of each
 * klant.
 *
 * - `klantbereik`: of which gemeente a klant is from which day until which, and meanwhile who is regisseur (`sub`), of
 *   which team, and who stands in. `bewaren_tot` is the day from which nothing may be given out any more. A klant without
 *   a row is in nobody's reach.
 * - `klantpartij`: which organisation, or which medewerker (`sub`) of it, is a party in the case, and for which task.
 */
export const bereikbestanden: readonly Bronbestand[] = [
  {
    bestand: 'klantbereik.csv',
    tabel: 'klantbereik',
    regel: z.strictObject({
      klant_id: z.uuid(),
      verantwoordelijke: gemeentecode,
      medewerker: deelOfLeeg,
      team: deelOfLeeg,
      vervanger: deelOfLeeg,
      partner_id: z.union([leeg, z.uuid()]),
      afgeschermd: z.enum(['true', 'false']).transform((tekst) => tekst === 'true'),
      geldig_van: z.iso.date(),
      geldig_tot: dagOfLeeg,
      bewaren_tot: dagOfLeeg,
    }),
  },
  {
    bestand: 'klantpartij.csv',
    tabel: 'klantpartij',
    regel: z.strictObject({
      klant_id: z.uuid(),
      verantwoordelijke: gemeentecode,
      organisatie: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
      taak: z.enum(TAKEN),
      medewerker: deelOfLeeg,
      geldig_van: z.iso.date(),
      geldig_tot: dagOfLeeg,
    }),
  },
];
