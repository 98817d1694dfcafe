/** A question that touches one data group, and what of its answer shows that a row of it came. */
export interface Proefvraag {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** A text that is in the answer when the row came; without it, any value is enough. */
  readonly merk?: string;
}

/** Whom and what a question is about: keys as the asker knows them. */
export interface Proefpersoon {
  readonly klant: string;
  readonly voordracht: string;
  readonly gemeente: string;
  /** The name of the werkgever who asks, and a subsidie of his. */
  readonly handelsnaam: string;
  readonly subsidie: string;
}

/** A field of Klant for each group that has one. */
const VAN_KLANT: Readonly<Record<string, string>> = {
  'klant.identificerend': 'naam',
  'klant.bsn': 'bsn',
  'klant.dossier': 'indelingen { waarde }',
  'klant.dossier.kern': 'uitkeringen { regeling }',
  'klant.redenEinde': 'uitkeringen { redenEindeDetail }',
  'klant.veiligheid': 'veiligheid { soort }',
  'klant.bijzonder': 'belemmeringen { conclusie }',
  'klant.profiel': 'profiel { mobiliteit { maximaleReisafstand } }',
  traject: 'trajecten { doel }',
  'financien.klant.stand': 'vorderingen { edges { node { openstaand } } }',
  'financien.klant.detail': 'rekeningen { iban }',
  shv: 'schuldhulptrajecten { fase }',
  'shv.loopt': 'schuldhulpLoopt',
  bezwaar: 'bezwaren { soort }',
  'handhaving.toezicht': 'onderzoeken { soort }',
};

/** A field of Gemeente for each group of figures. */
const VAN_GEMEENTE: Readonly<Record<string, string>> = {
  sturing: 'maanden(van: "2013-01", tot: "2013-01") { bekendNu { eindstand { toestand } } }',
  'financien.gemeente': 'begrotingen(jaren: [2013]) { jaar }',
};

/** A step of a voordracht for each group that only lets one be taken. */
const STAP: Readonly<Record<string, string>> = {
  'voordracht.uitnodiging': 'uitnodigen',
  'voordracht.instemming': 'stemIn',
};

/** Whether a group lets a step be taken, instead of something be read. */
export const isStap = (groep: string): boolean => STAP[groep] !== undefined;

/** The groups that no field has yet, each with the reason. */
export const ZONDER_VELD: Readonly<Record<string, string>> = {
  'klant.intake': 'melding and aanvraag are read with the dossier; the group has no field of its own yet',
  'verantwoording.gebruik': 'the subgraph that reads the record is not there yet',
};

/**
 * The question for a group; `undefined` when no field has it.
 * @param isVanKlant whether the asker may begin at a klant, as nearly all do
 */
export function proefvraag(
  groep: string,
  { klant, voordracht, gemeente, handelsnaam, subsidie }: Proefpersoon,
  isVanKlant: boolean,
): Proefvraag | undefined {
  const veld = VAN_KLANT[groep];
  if (veld !== undefined && (isVanKlant || groep !== 'klant.profiel'))
    return {
      query: `query ($id: ID!) { klant(id: $id) { proef: ${veld} } }`,
      variables: { id: klant },
    };
  const figuur = VAN_GEMEENTE[groep];
  if (figuur !== undefined)
    return {
      query: `query ($code: Gemeentecode!) { gemeente(code: $code) { proef: ${figuur} } }`,
      variables: { code: gemeente },
    };
  const stap = STAP[groep];
  if (stap !== undefined)
    return {
      query: `mutation ($id: ID!) { ${stap}(voordracht: $id) { id } }`,
      variables: { id: voordracht },
    };
  const metVoordracht = (velden: string): Proefvraag => ({
    query: `query ($id: ID!) { voordracht(id: $id) { ${velden} } }`,
    variables: { id: voordracht },
  });
  switch (groep) {
    case 'publiek':
      return { query: '{ gemeente(code: "GM1916") { naam } }', variables: {} };
    case 'structuur':
      return { query: '{ gemeente(code: "GM1916") { code } }', variables: {} };
    case 'verantwoording.noodtoegang':
      return { query: '{ noodtoegangen { edges { node { id } } } }', variables: {} };
    case 'klant.profiel':
      return metVoordracht('fase');
    case 'klant.contact':
      return metVoordracht('kandidaat { naam }');
    case 'klant.zoekprofiel':
      return { query: '{ zoekprofielen(first: 100) { edges { node { id } } } }', variables: {}, merk: klant };
    case 'vacature.beheer':
      return { query: '{ mijnWerkgever { handelsnaamOrganisatie } }', variables: {}, merk: handelsnaam };
    case 'werkgever.subsidie':
      return {
        query:
          '{ mijnWerkgever { plaatsingen(first: 50) { edges { node { loonkostensubsidie { id percentage } } } } } }',
        variables: {},
        merk: subsidie,
      };
    default:
      return undefined;
  }
}

/** Whether an answer holds what was asked for. */
export function isGegeven(data: unknown, { merk }: Proefvraag): boolean {
  return merk === undefined ? holdsValue(data) : JSON.stringify(data ?? null).includes(JSON.stringify(merk));
}

function holdsValue(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return false;
  return typeof value === 'object' ? Object.values(value).some(holdsValue) : true;
}
