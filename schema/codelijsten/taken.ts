/** The tasks that gemeenten have done together. Which gemeenten take part differs per task. */
export const TAKEN = [
  'uitkering',
  'sociale_recherche',
  'bbz',
  'werkgeversbenadering',
  'wsp',
  'financiele_administratie',
] as const;

export type Taak = (typeof TAKEN)[number];
