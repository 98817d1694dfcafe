import { openDemoAanvragen, openAanvragers } from './aanvragers.ts';
import { schrijfBereik } from './bereik.ts';
import { schrijfBijzonderheden } from './bijzonderheden.ts';
import { schrijfBeroepen } from './beroepen.ts';
import { Bouw, type Persoon } from './bouw.ts';
import { verdeelHaarlemmermeer, verdeelLvw } from './caseload.ts';
import { openDemogevallen } from './demo-gevallen.ts';
import { schrijfDemoTrajecten, schrijfDemoWerkgevers } from './demo-werkgevers.ts';
import { gangenVan, type Gangschets } from './gang.ts';
import { openHaarlemmermeer } from './haarlemmermeer.ts';
import { deelHaarlemmermeerIn, deelLvwIn } from './indelingen.ts';
import { GEMEENTEN_LVW, openLvw } from './lvw.ts';
import { schrijfProfiel } from './profielen.ts';
import { schrijfPartijen } from './partijen.ts';
import { PEILDATUM } from './peildatum.ts';
import { schrijfRegie } from './regie.ts';
import type { Rijen } from './tabellen.ts';
import { schrijfRedenen } from './redenen.ts';
import { schrijfTaken } from './taken.ts';
import { maakToeval } from './toeval.ts';
import { schrijfProgrammas, schrijfTrajectenLvw } from './trajecten.ts';
import { neemVastePersonen, type VasteRijen } from './vaste-personen.ts';
import { schrijfDemovorderingen, schrijfVorderingen } from './vorderingen.ts';
import { schrijfWerkgevers } from './werkgevers.ts';
import { AANGEMELD, AANVRAGERS_AFGEWEZEN, schrijfWerkstroom } from './werkstroom.ts';
import { schrijfWsp } from './wsp.ts';
import { looptOp, type Zaak } from './zaak.ts';

const HAARLEMMERMEER = 'GM0394';
const LV = 'GM1916';

/** People in the three gemeenten who wait for a decision, and since when their meldingen are. */
const WACHTENDEN_LVW = { aantal: 60, van: '2013-01-21', totEnMet: '2013-03-25' } as const;
/** Of ten people whose uitkering runs so many have a profiel. */
const PROFIEL_PROCENT = 20;
const VASTE_GANG_VAN = '2012-01-01';

/**
 * The dossiers of a seed: pure, the same rows from the same seed. All figures of the source documents hold for every
 * seed; names, days and who is who are by chance.
 */
export function maakDossiers(zaad: number, vast: VasteRijen): Rijen {
  const bouw = new Bouw(new Set(vast.klanten.map(({ bsn }) => String(bsn))));
  const vaste = neemVastePersonen(bouw, vast);
  const demo = openDemogevallen(bouw);
  const demoAanvragers = openDemoAanvragen(bouw, demo.personen);
  const hand = [...vaste.zaken, ...demo.zaken].filter(({ regeling }) => regeling === 'WWB');
  const handHaarlemmermeer = hand.filter(({ gemeente }) => gemeente === HAARLEMMERMEER);
  const handLvw = hand.filter(({ gemeente }) => gemeente !== HAARLEMMERMEER);

  schrijfProgrammas(bouw);
  schrijfBeroepen(bouw);
  schrijfWerkgevers(bouw);

  const haarlemmermeer = openHaarlemmermeer(bouw, zaad, handHaarlemmermeer);
  const nummerHaarlemmermeer = teller(0xe00);
  const gemeente = HAARLEMMERMEER;
  const afgewezen = openAanvragers(bouw, zaad, {
    gemeente,
    aantal: AANVRAGERS_AFGEWEZEN,
    nummer: nummerHaarlemmermeer,
    van: '2012-11-01',
    totEnMet: '2012-12-15',
    afgewezen: true,
  });
  const wachtenden = openAanvragers(bouw, zaad, {
    gemeente,
    aantal: AANGEMELD,
    nummer: nummerHaarlemmermeer,
    van: '2013-02-25',
    totEnMet: '2013-03-22',
    afgewezen: false,
  });
  deelHaarlemmermeerIn(bouw, zaad, [...handHaarlemmermeer, ...haarlemmermeer]);
  const geplaatsten = schrijfWsp(bouw, zaad, haarlemmermeer, afgewezen);
  schrijfWerkstroom(bouw, zaad, haarlemmermeer, geplaatsten, afgewezen, wachtenden);

  const lvw = openLvw(bouw, zaad, handLvw);
  const nummerLvw = teller(0x2f00);
  const wachtendenLvw = verdeeldOverGemeenten(WACHTENDEN_LVW.aantal).flatMap((aantal, at) =>
    openAanvragers(bouw, zaad, {
      ...WACHTENDEN_LVW,
      gemeente: GEMEENTEN_LVW[at]?.gemeente ?? LV,
      aantal,
      nummer: nummerLvw,
      afgewezen: false,
    }),
  );
  deelLvwIn(bouw, zaad, [...handLvw, ...lvw]);

  const eigen = [...demo.gangen, ...demoAanvragers];
  const vasteGroepen = (inHaarlemmermeer: boolean): readonly (readonly Gangschets[])[] =>
    vaste.personen
      .filter((persoon) => (persoon.gemeente === HAARLEMMERMEER) === inHaarlemmermeer)
      .map((persoon) => [vasteGang(persoon, vaste.zaken)]);
  const gangenHaarlemmermeer = verdeelHaarlemmermeer(zaad, [
    ...vasteGroepen(true),
    ...haarlemmermeer.map(gangenVan),
    ...[...afgewezen, ...wachtenden].map(({ gang }) => [gang]),
  ]);
  const gangenLvw = verdeelLvw(
    zaad,
    lvw.map(gangenVan),
    [...vasteGroepen(false), ...wachtendenLvw.map(({ gang }) => [gang])],
    eigen,
  );
  const gangen = [...eigen, ...gangenHaarlemmermeer, ...gangenLvw];
  schrijfRegie(bouw, gangen);
  schrijfBereik(bouw, zaad, gangen);

  schrijfDemoWerkgevers(bouw, zaad, demo.personen);
  schrijfDemoTrajecten(bouw, demo.personen);
  schrijfTrajectenLvw(bouw, zaad, [...handLvw, ...lvw], gangen);
  schrijfTaken(bouw, zaad, gangen);
  schrijfProfielen(bouw, zaad, [...haarlemmermeer, ...lvw]);
  const [, klantbeeld] = demo.zaken;
  if (klantbeeld !== undefined) schrijfDemovorderingen(bouw, klantbeeld);
  schrijfVorderingen(bouw, zaad, HAARLEMMERMEER, haarlemmermeer);
  schrijfVorderingen(bouw, zaad, 'LVW', lvw);
  schrijfRedenen(bouw, zaad);
  schrijfBijzonderheden(bouw, demo.personen);
  schrijfPartijen(bouw, zaad, demo.personen);
  return bouw.rijen;
}

/** Somebody made by hand stays in reach of the gemeente, with the partner of the newest uitkering. */
function vasteGang(persoon: Persoon, zaken: readonly Zaak[]): Gangschets {
  const eigen = zaken.filter(({ hoofd, partner }) => hoofd === persoon || partner === persoon);
  const eerste = eigen
    .map(({ begin }) => begin.geldigOp)
    .toSorted()
    .at(0);
  const paar = eigen.find((zaak) => looptOp(zaak, PEILDATUM) && zaak.partner !== null);
  const partner = paar?.hoofd === persoon ? paar.partner : paar?.hoofd;
  return {
    persoon,
    gemeente: persoon.gemeente,
    van: eerste ?? VASTE_GANG_VAN,
    tot: null,
    partner: partner?.id ?? null,
    afgeschermd: false,
  };
}

function schrijfProfielen(bouw: Bouw, zaad: number, zaken: readonly Zaak[]): void {
  const toeval = maakToeval(zaad, 'profielen');
  for (const zaak of zaken)
    if (looptOp(zaak, PEILDATUM) && toeval.kans(PROFIEL_PROCENT)) schrijfProfiel(bouw, toeval, zaak.hoofd);
}

function verdeeldOverGemeenten(aantal: number): readonly number[] {
  const klein = Math.round(aantal / 5);
  return [aantal - 2 * klein, klein, klein];
}

function teller(eerste: number): () => number {
  let volgende = eerste;
  return () => volgende++;
}
