const DAG = 86_400_000;
const ZONDAG = 0;

/**
 * The days of a year that are no werkdag whatever day of the week they are, `JJJJ-MM-DD`: the algemeen erkende
 * feestdagen and Goede Vrijdag, which the law puts on a par with them. For years from 1981.
 * Source: Algemene termijnenwet, artikel 3 lid 1 en 2.
 */
export function feestdagen(jaar: number): ReadonlySet<string> {
  const pasen = eerstePaasdag(jaar);
  const dagen = [
    dagVan(jaar, 1, 1),
    pasen - 2 * DAG, // Goede Vrijdag
    pasen + DAG, // tweede paasdag
    pasen + 39 * DAG, // Hemelvaartsdag
    pasen + 50 * DAG, // tweede pinksterdag
    verjaardagVanDeKoning(jaar),
    dagVan(jaar, 5, 5),
    dagVan(jaar, 12, 25),
    dagVan(jaar, 12, 26),
  ];
  return new Set(dagen.map((dag) => new Date(dag).toISOString().slice(0, 10)));
}

/** 30 April until 2013, 27 April after it; on a Sunday it is kept the day before. */
function verjaardagVanDeKoning(jaar: number): number {
  const dag = dagVan(jaar, 4, jaar <= 2013 ? 30 : 27);
  return new Date(dag).getUTCDay() === ZONDAG ? dag - DAG : dag;
}

/** Easter Sunday, by the Gregorian reckoning of Meeus, Jones and Butcher (Astronomical Algorithms, chapter 8). */
function eerstePaasdag(jaar: number): number {
  const gulden = jaar % 19;
  const [eeuw, rest] = [Math.floor(jaar / 100), jaar % 100];
  const maancorrectie = Math.floor((eeuw - Math.floor((eeuw + 8) / 25) + 1) / 3);
  const epacta = (19 * gulden + eeuw - Math.floor(eeuw / 4) - maancorrectie + 15) % 30;
  const totZondag = (32 + 2 * (eeuw % 4) + 2 * Math.floor(rest / 4) - epacta - (rest % 4)) % 7;
  const laat = Math.floor((gulden + 11 * epacta + 22 * totZondag) / 451);
  const dagen = epacta + totZondag - 7 * laat + 114;
  return dagVan(jaar, Math.floor(dagen / 31), (dagen % 31) + 1);
}

function dagVan(jaar: number, maand: number, dag: number): number {
  return Date.UTC(jaar, maand - 1, dag);
}
