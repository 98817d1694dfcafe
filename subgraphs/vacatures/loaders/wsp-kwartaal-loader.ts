import DataLoader from 'dataloader';
import { z } from 'zod';
import type { Leesbaar } from '../../chassis/database/databank.ts';
import { geheelGetal, leesRijen } from '../../chassis/database/lees-rijen.ts';
import type { Toegang } from '../../chassis/guard/toegang.ts';
import { type Kwartaal, maandenVan } from '../regels/kwartaal.ts';
import {
  GEDRUKTE_SOORTEN,
  GETELDE_SOORTEN,
  type WspCellen,
  type WspTellingen,
} from '../regels/wsp-kwartaal.ts';

/** The data group whose scope bounds the figures of the werkgeversservicepunt. */
const STURING = 'sturing';

/** A quarter of a gemeente. */
export interface WspVraag extends Kwartaal {
  readonly gemeente: string;
}

const nummer = z.object({ nr: z.union([z.bigint(), z.number()]).transform(Number) });

const celRij = nummer.extend({
  soort: z.enum(GEDRUKTE_SOORTEN),
  waarde: z.int(),
  document: z.string(),
  regel: z.int(),
});

const CELLEN = `
  select vraag.nr, w.soort, w.waarde, w.document, w.regel
  from unnest($1::text[], $2::int[], $3::int[]) with ordinality as vraag (gemeente, jaar, kwartaal, nr)
  join wsp_gedrukt w using (gemeente, jaar, kwartaal)
  where w.gemeente = any ($4::text[])`;

/** The printed cells of quarters of gemeenten in scope. */
export function wspCellenLoader(tx: Leesbaar, toegang: Toegang): DataLoader<WspVraag, WspCellen, string> {
  return perKwartaal(async (vragen) => {
    const rijen = await leesRijen(
      tx,
      celRij,
      CELLEN,
      vragen.map(({ gemeente }) => gemeente),
      vragen.map(({ jaar }) => jaar),
      vragen.map(({ kwartaal }) => kwartaal),
      toegang.bereik(STURING),
    );
    const perVraag = Map.groupBy(rijen, ({ nr }) => nr);
    return vragen.map((_vraag, i) => new Map(perVraag.get(i + 1)?.map((rij) => [rij.soort, rij])));
  });
}

const tellingRij = nummer.extend({
  soort: z.enum(GETELDE_SOORTEN),
  inKwartaal: geheelGetal,
  ervoor: geheelGetal,
});

const TELLINGEN = `
  select vraag.nr, w.soort,
    coalesce(sum(w.aantal) filter (where w.maand >= vraag.van), 0)::bigint as "inKwartaal",
    coalesce(sum(w.aantal) filter (where w.maand < vraag.van), 0)::bigint as ervoor
  from unnest($1::text[], $2::text[], $3::text[]) with ordinality as vraag (gemeente, van, tot, nr)
  join wspmaand w on w.gemeente = vraag.gemeente and w.maand <= vraag.tot
  where w.gemeente = any ($4::text[])
  group by vraag.nr, w.soort`;

/** What the dossiers count up to the end of quarters of gemeenten in scope. */
export function wspTellingenLoader(
  tx: Leesbaar,
  toegang: Toegang,
): DataLoader<WspVraag, WspTellingen, string> {
  return perKwartaal(async (vragen) => {
    const maanden = vragen.map(maandenVan);
    const rijen = await leesRijen(
      tx,
      tellingRij,
      TELLINGEN,
      vragen.map(({ gemeente }) => gemeente),
      maanden.map(({ van }) => van),
      maanden.map(({ tot }) => tot),
      toegang.bereik(STURING),
    );
    const perVraag = Map.groupBy(rijen, ({ nr }) => nr);
    return vragen.map((_vraag, i) => new Map(perVraag.get(i + 1)?.map((rij) => [rij.soort, rij])));
  });
}

function perKwartaal<Waarde>(
  lees: (vragen: readonly WspVraag[]) => Promise<readonly Waarde[]>,
): DataLoader<WspVraag, Waarde, string> {
  return new DataLoader<WspVraag, Waarde, string>(lees, {
    cacheKeyFn: ({ gemeente, jaar, kwartaal }) => `${gemeente} ${jaar} ${kwartaal}`,
  });
}
