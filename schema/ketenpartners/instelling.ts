import { z } from 'zod';
import { bron } from './bron.ts';
import { grens } from './geldigheid.ts';

const dagen = z.int().min(0).max(365);

/**
 * The rules in which organisations differ: the type of the value, what holds for who has set nothing, and what it is.
 * What is left unset never gives more access.
 */
export const INSTELLINGEN = {
  zoektermijn: {
    waarde: z
      .strictObject({ weken: z.int().min(0).max(26), groep: z.enum(['JONGER_DAN_27', 'DOELGROEP_1']) })
      .readonly(),
    standaard: { weken: 4, groep: 'JONGER_DAN_27' },
    omschrijving: 'Hoeveel weken wie zich meldt eerst zelf werk zoekt (Participatiewet art. 41 lid 4).',
  },
  beslist_terugvordering: {
    waarde: z.enum(['consulent_inkomen', 'terugvordering']),
    standaard: 'terugvordering',
    omschrijving: 'Welke rol over een terugvordering beslist.',
  },
  cv_online: {
    waarde: z.boolean(),
    standaard: false,
    omschrijving: 'Of werkgevers de zoekprofielen van klanten kunnen zien voordat iemand is voorgedragen.',
  },
  cijfers_per_medewerker: {
    waarde: z.boolean(),
    standaard: false,
    omschrijving: 'Of cijfers per medewerker worden getoond: personeelsgegevens (WOR art. 27).',
  },
  zonder_regie: {
    waarde: z.boolean(),
    standaard: false,
    omschrijving:
      'Of de gemeente geen regisseur per klant aanwijst, en haar consulenten inkomen dus al haar klanten bereiken.',
  },
  respijt_mandaat: {
    waarde: dagen,
    standaard: 0,
    omschrijving: 'Hoeveel dagen een uitvoerder na het einde van het mandaat de klanten nog bereikt.',
  },
  respijt_traject: {
    waarde: dagen,
    standaard: 0,
    omschrijving: 'Hoeveel dagen een partij na het einde van de zaak de klant nog bereikt.',
  },
} as const satisfies Readonly<
  Record<string, { readonly waarde: z.ZodType; readonly standaard: unknown; readonly omschrijving: string }>
>;

/** The name of a setting. */
export type Instellingnaam = keyof typeof INSTELLINGEN;

/** The settings that are yes or no, which a line of the matrix can have as its voorwaarde. */
export const VOORWAARDEN = ['cv_online', 'zonder_regie'] as const satisfies readonly Instellingnaam[];

/** The value of a setting. */
export type Instellingwaarde<N extends Instellingnaam> = z.infer<(typeof INSTELLINGEN)[N]['waarde']>;

/** The shape of one entry of `instellingen.json`; its value is checked against the setting it names. */
export const instelling = z
  .strictObject({
    /** Code of the organisation whose rule it is. */
    organisatie: z.string().min(1),
    instelling: z.enum(Object.keys(INSTELLINGEN) as [Instellingnaam, ...Instellingnaam[]]),
    waarde: z.unknown(),
    geldigVan: grens.optional(),
    geldigTot: grens.optional(),
    bron,
  })
  .superRefine(({ instelling: naam, waarde }, context) => {
    for (const { path, message } of INSTELLINGEN[naam].waarde.safeParse(waarde).error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['waarde', ...path], message });
  })
  .readonly();

/** What an organisation has set, and from when until when. */
export type Instelling = z.infer<typeof instelling>;
