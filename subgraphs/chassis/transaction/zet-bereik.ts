import type { Transactie } from '../database/databank.ts';
import { isBegrensd } from '../guard/gegevensgroepen.ts';
import type { Toegang } from '../guard/toegang.ts';

/** The setting with the union of the scopes of all granted groups about persons. */
export const BEREIK_PERSONEN = 'keten.bereik_personen';

/** The setting with the day the domain calls today, `JJJJ-MM-DD`: what has ended before it is out of reach. */
export const VANDAAG = 'keten.vandaag';

/** The setting that row-level security reads for a data group: `klant.dossier` → `keten.bereik_klant_dossier`. */
export function bereikInstelling(groep: string): string {
  return `keten.bereik_${groep.replaceAll('.', '_')}`;
}

/** The statement that sets the scope, made once for the groups a subgraph serves. */
export function bereikStatement(groepen: readonly string[]): BereikStatement {
  const begrensd = groepen.filter(isBegrensd);
  const namen = ['statement_timeout', VANDAAG, BEREIK_PERSONEN, ...begrensd.map(bereikInstelling)];
  return Object.freeze({
    groepen: Object.freeze(begrensd),
    sql: `select ${namen.map((naam, i) => `set_config('${naam}', $${i + 1}, true) as s${i}`).join(', ')}`,
  });
}

/** SQL with one parameter for the deadline, one for today, one for persons and one for each group. */
export interface BereikStatement {
  readonly groepen: readonly string[];
  readonly sql: string;
}

/**
 * Sets, for the rest of the transaction, which rows row-level security lets through on the day `vandaag`
 * (`JJJJ-MM-DD`), and how long a statement may take (`termijn` in milliseconds).
 */
export async function zetBereik(
  tx: Transactie,
  { groepen, sql }: BereikStatement,
  toegang: Toegang,
  { termijn, vandaag }: { readonly termijn: number; readonly vandaag: string },
): Promise<void> {
  await tx.$queryRawUnsafe(
    sql,
    String(Math.max(1, Math.floor(termijn))),
    vandaag,
    toegang.bereikPersonen.join(','),
    ...groepen.map((groep) => toegang.bereik(groep).join(',')),
  );
}
