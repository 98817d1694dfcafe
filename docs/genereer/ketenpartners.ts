import type { Bron } from '../../schema/ketenpartners/bron.ts';
import type { Geldigheid } from '../../schema/ketenpartners/geldigheid.ts';
import { INSTELLINGEN, type Instellingnaam } from '../../schema/ketenpartners/instelling.ts';
import type { Ketenpartners } from '../../schema/ketenpartners/ketenpartners.ts';
import { laadKetenpartners } from '../../schema/ketenpartners/laad-ketenpartners.ts';
import { type Samenwerking, SAMENWERKINGSVORMEN } from '../../schema/ketenpartners/samenwerking.ts';
import { code, pagina, tabel } from './markdown.ts';
import { VORM_TOELICHTING } from './toelichtingen.ts';

/** `docs/ketenpartners.md`: who takes part, who does which task for whom, and where rules differ. */
export function ketenpartnersPagina(): string {
  const ketenpartners = laadKetenpartners();
  return pagina(
    'Ketenpartners',
    'schema/ketenpartners',
    'Wie meedoet, wie welke taak voor wie doet, en waar regels verschillen. Per taak doen andere organisaties mee: daarom ' +
      'bepaalt de taak, en niet het samenwerkingsverband, welke rijen [de matrix](autorisatiematrix.md) in bereik brengt.',
    'Een *bron* als 001:1053 is document en regel. Een dag begint om 00:00 en een einde is de eerste dag, of minuut, dat iets ' +
      'niet meer geldt, in de tijd van Nederland. Welke uitgever van tokens voor welke organisatie spreekt, staat niet hier maar ' +
      'bij de uitgevers (`UITGEVERS`, zie [beheer](beheer.md)).',
    '## Samenwerkingen per taak',
    tabel(
      ['Vorm', 'Wat het betekent'],
      SAMENWERKINGSVORMEN.map((vorm) => [code(vorm), VORM_TOELICHTING[vorm]]),
    ),
    tabel(
      ['Taak', 'Samenwerking', 'Vorm', 'Uitvoerder', 'Deelnemers', 'Geldig', 'Bron'],
      ketenpartners.samenwerkingen.map((each) => samenwerkingRegel(each, ketenpartners)),
    ),
    '## Organen',
    'Een orgaan is geen organisatie en heeft zelf geen rechten. Wie er met de genoemde rol in zit, ziet de cijfers van de leden.',
    tabel(['Orgaan', 'Taak', 'Rol', 'Leden', 'Geldig', 'Bron'], orgaanRegels(ketenpartners)),
    '## Organisaties',
    tabel(
      ['Code', 'Naam', 'Soort', 'Geldig', 'Opvolger', 'Bron'],
      [...ketenpartners.organisaties.values()].map((each) => [
        code(each.code),
        each.naam,
        each.soort,
        geldig(each),
        each.opvolger ?? '',
        each.bron === undefined ? '' : bronTekst(each.bron),
      ]),
    ),
    '## Verwerkers',
    'Wie vragen mag versturen voor een ander (`via` in een token naast `organisatie`).',
    tabel(
      ['Verwerker', 'Voor', 'Geldig', 'Bron'],
      ketenpartners.verwerkers.map((each) => [
        naamVan(each.verwerker, ketenpartners),
        each.voor.map((voor) => naamVan(voor, ketenpartners)).join(', '),
        geldig(each),
        bronTekst(each.bron),
      ]),
    ),
    '## Instellingen',
    'Wie niets instelt, heeft de standaard.',
    tabel(
      ['Instelling', 'Wat', 'Standaard'],
      Object.entries(INSTELLINGEN).map(([naam, { omschrijving, standaard }]) => [
        code(naam),
        omschrijving,
        waardeTekst(standaard),
      ]),
    ),
    tabel(
      ['Organisatie', 'Instelling', 'Waarde', 'Geldig', 'Bron'],
      ketenpartners.instellingen.map((each) => [
        naamVan(each.organisatie, ketenpartners),
        code(each.instelling satisfies Instellingnaam),
        waardeTekst(each.waarde),
        geldig(each),
        bronTekst(each.bron),
      ]),
    ),
  );
}

function samenwerkingRegel(each: Samenwerking, ketenpartners: Ketenpartners): readonly string[] {
  return [
    each.taak,
    [each.naam, each.toelichting].filter((deel) => deel !== undefined).join('. '),
    code(each.vorm),
    each.uitvoerder === undefined ? '' : naamVan(each.uitvoerder, ketenpartners),
    each.deelnemers.map((deelnemer) => naamVan(deelnemer, ketenpartners)).join(', '),
    geldig(each),
    bronTekst(each.bron),
  ];
}

function orgaanRegels(ketenpartners: Ketenpartners): readonly (readonly string[])[] {
  return ketenpartners.samenwerkingen.flatMap(({ taak, organen = [] }) =>
    organen.map((orgaan) => [
      orgaan.naam,
      taak,
      orgaan.rol,
      orgaan.leden.map((lid) => naamVan(lid, ketenpartners)).join(', '),
      geldig(orgaan),
      bronTekst(orgaan.bron),
    ]),
  );
}

function naamVan(organisatie: string, { organisaties }: Ketenpartners): string {
  return (organisaties.get(organisatie)?.naam ?? organisatie).replace(/^Gemeente /, '');
}

function geldig({ geldigVan, geldigTot }: Geldigheid): string {
  return [
    ...(geldigVan === undefined ? [] : [`van ${geldigVan}`]),
    ...(geldigTot === undefined ? [] : [`tot ${geldigTot}`]),
  ].join(' ');
}

function bronTekst(bron: Bron): string {
  return 'document' in bron ? `${bron.document}:${bron.regel}` : bron.keuze;
}

function waardeTekst(waarde: unknown): string {
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  if (typeof waarde !== 'object' || waarde === null) return String(waarde);
  return Object.entries(waarde)
    .map(([naam, deel]) => `${naam} ${String(deel)}`)
    .join(', ');
}
