import { parse } from 'csv-parse/sync';
import { leesBestand } from '../bestanden/lees-bestand.ts';
import type { Bouw, Persoon } from './bouw.ts';
import { looptOp, opDag, schrijfMutaties, type Zaak } from './zaak.ts';
import type { Rij, Tabelnaam } from './tabellen.ts';
import { PEILDATUM } from './peildatum.ts';

/** The rows of the persons that were written by hand, as text, and kept as they are. */
export interface VasteRijen {
  readonly huishoudens: readonly Rij<'huishouden'>[];
  readonly klanten: readonly Rij<'klant'>[];
  readonly uitkeringen: readonly Rij<'uitkering'>[];
  readonly rechthebbenden: readonly Rij<'rechthebbende'>[];
  readonly vorderingen: readonly Rij<'vordering'>[];
}

const MAP = new URL('vast/', import.meta.url);

/** Why an uitkering of before the dossiers ended is not recorded: none of them says. */
const REDEN_ONBEKEND = 'OVERIG';

/** Reads the hand-written persons. Throws BESTAND_ONGELDIG when a file cannot be read. */
export function leesVasteRijen(): VasteRijen {
  return {
    huishoudens: lees<'huishouden'>('huishoudens.csv'),
    klanten: lees<'klant'>('klanten.csv'),
    uitkeringen: lees<'uitkering'>('uitkeringen.csv'),
    rechthebbenden: lees<'rechthebbende'>('rechthebbenden.csv'),
    vorderingen: lees<'vordering'>('vorderingen.csv'),
  };
}

function lees<T extends Tabelnaam>(bestand: string): readonly Rij<T>[] {
  const tekst = leesBestand(MAP, bestand);
  return parse(tekst, {
    columns: true,
    comment: '#',
    cast: (cel) => (cel === '' ? null : cel),
  }) as unknown as Rij<T>[];
}

/** Takes the hand-written persons into the dossiers, and gives their uitkeringen the mutations they did not have. */
export function neemVastePersonen(
  bouw: Bouw,
  vast: VasteRijen,
): { readonly personen: readonly Persoon[]; readonly zaken: readonly Zaak[] } {
  for (const rij of vast.huishoudens) bouw.voegToe('huishouden', rij);
  for (const rij of vast.klanten) bouw.voegToe('klant', rij);
  for (const rij of vast.vorderingen) bouw.voegToe('vordering', rij);
  bouw.slaOver('huishouden', vast.huishoudens.length);
  bouw.slaOver('uitkering', vast.uitkeringen.length);
  bouw.slaOver('vordering', vast.vorderingen.length);
  const personen = new Map(vast.klanten.map((rij) => [String(rij.id), asPersoon(rij)]));
  const zaken = vast.uitkeringen.map((rij) => asZaak(rij, vast.rechthebbenden, personen));
  for (const rij of vast.uitkeringen) {
    bouw.voegToe('uitkering', {
      ...rij,
      reden_einde: rij.einddatum === null ? null : REDEN_ONBEKEND,
    });
  }
  for (const rij of vast.rechthebbenden) bouw.voegToe('rechthebbende', rij);
  for (const zaak of zaken) schrijfMutaties(bouw, zaak);
  return { personen: [...personen.values()], zaken };
}

/** The uitkeringen of the hand-written persons that still run. */
export function lopendeZaken(zaken: readonly Zaak[]): readonly Zaak[] {
  return zaken.filter((zaak) => looptOp(zaak, PEILDATUM));
}

function asPersoon(rij: Rij<'klant'>): Persoon {
  return {
    id: String(rij.id),
    naam: String(rij.naam),
    geboortedatum: String(rij.geboortedatum),
    huishouden: String(rij.huishouden_id),
    gemeente: String(rij.verantwoordelijke),
  };
}

function asZaak(
  rij: Rij<'uitkering'>,
  rechthebbenden: readonly Rij<'rechthebbende'>[],
  personen: ReadonlyMap<string, Persoon>,
): Zaak {
  const [hoofd, partner = null] = rechthebbenden
    .filter(({ uitkering_id }) => uitkering_id === rij.id)
    .map(({ klant_id }) => personen.get(String(klant_id)));
  if (hoofd === undefined) throw new RangeError(`${String(rij.id)} has no rechthebbende`);
  return {
    id: String(rij.id),
    gemeente: String(rij.verantwoordelijke),
    regeling: rij.regeling as Zaak['regeling'],
    leefvorm: rij.leefvorm as Zaak['leefvorm'],
    begin: opDag(String(rij.ingangsdatum)),
    opening: 'INSTROOM',
    einde: rij.einddatum === null ? null : { ...opDag(String(rij.einddatum)), reden: REDEN_ONBEKEND },
    hoofd,
    partner,
  };
}
