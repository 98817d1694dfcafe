import type { Bouw, Persoon } from './bouw.ts';
import { CONSULENT } from './caseload.ts';
import type { Dag } from './dagen.ts';
import { type Gang, gangenVan, type Regisseur } from './gang.ts';
import { type Blokkade, type Leefvorm, opDag, openZaak, type RedenEinde, type Zaak } from './zaak.ts';

const LV = 'GM1916';
const VS = 'GM0626';
const WS = 'GM0629';

/** The cases that were made by hand for the questions: by number, the persons, and their uitkeringen and gangen. */
export interface Demogevallen {
  readonly personen: ReadonlyMap<number, Persoon>;
  readonly zaken: readonly Zaak[];
  readonly gangen: readonly Gang[];
}

/** Writes the cases that questions and tests name. What each is for stands beside it. */
export function openDemogevallen(bouw: Bouw): Demogevallen {
  const personen = new Map<number, Persoon>();
  const zaken: Zaak[] = [];
  const gangen: Gang[] = [];

  const wie = (
    nummer: number,
    naam: string,
    geboortedatum: Dag,
    { gemeente = LV, met }: { readonly gemeente?: string; readonly met?: Persoon } = {},
  ): Persoon => {
    const huishouden = met === undefined ? {} : { huishouden: met.huishouden };
    const persoon = bouw.nieuwePersoon({ nummer, naam, geboortedatum, gemeente, ...huishouden });
    personen.set(nummer, persoon);
    return persoon;
  };
  const zaak = (hoofd: Persoon, begin: Dag, anders: Anders = {}): Zaak => {
    const { gemeente = hoofd.gemeente, regeling = 'WWB', leefvorm, einde = null, partner = null } = anders;
    const { blokkade = null } = anders;
    const geopend = openZaak(
      bouw,
      {
        gemeente,
        regeling,
        leefvorm: leefvorm ?? (partner === null ? 'EENPERSOONSHUISHOUDEN' : 'PAAR'),
        begin: opDag(begin),
        opening: 'INSTROOM',
        einde: einde === null ? null : { ...opDag(einde[0]), reden: einde[1] },
        blokkade,
      },
      hoofd,
      partner,
    );
    zaken.push(geopend);
    return geopend;
  };
  const gang = (
    { hoofd, ...rest }: Zaak,
    regisseurs: readonly (readonly [string, Dag?])[] = [[CONSULENT]],
    anders: Partial<Pick<Gang, 'tot' | 'afgeschermd'>> = {},
  ): void => {
    for (const schets of gangenVan({ hoofd, ...rest })) {
      gangen.push({ ...schets, ...anders, regisseurs: regisseurs.map(vanaf(schets.van)) });
    }
  };

  // 0101 is asked by WP-001. Partner 0103 had an uitkering of her own before: two roles, and once another household.
  const farida = wie(0x101, 'Farida Benali', '1974-06-21');
  const thomas = wie(0x103, 'Thomas van Es', '1971-11-03', { met: farida });
  zaak({ ...thomas, huishouden: bouw.nieuwHuishouden(LV) }, '2009-03-02', {
    einde: ['2011-05-15', 'OVERIG'],
  });
  gang(zaak(farida, '2011-05-16', { partner: thomas }), [['mw-l03'], [CONSULENT, '2012-09-01']]);

  // 0102 is the klant of the demo user `inwoner`, of another regisseur.
  gang(zaak(wie(0x102, 'Mohan Kalpoe', '1979-02-14'), '2012-11-12'), [['mw-l02']]);

  // 0104 moved from Wassenaar to Leidschendam-Voorburg.
  const verhuisd = wie(0x104, 'Lieke Sanders', '1986-09-30');
  gang(zaak(verhuisd, '2010-06-14', { gemeente: WS, einde: ['2013-01-31', 'OVERIG'] }), [[CONSULENT]], {
    tot: '2013-02-01',
  });
  gang(zaak(verhuisd, '2013-02-01'));

  // 0105 came to consulent-lv and 0106 left her on the same day.
  gang(zaak(wie(0x105, 'Orlando Wijdenbosch', '1968-04-17'), '2010-09-06'), [
    ['mw-l03'],
    [CONSULENT, '2013-03-15'],
  ]);
  gang(zaak(wie(0x106, 'Greetje Poelman', '1959-12-08'), '2008-05-19'), [
    [CONSULENT],
    ['mw-l03', '2013-03-15'],
  ]);

  // 0107 is closed and its time after the end is over; 0108 is hidden from everybody but the klant.
  gang(
    zaak(wie(0x107, 'Sander Kuiper', '1980-07-25'), '2009-02-16', { einde: ['2012-12-31', 'WERK'] }),
    [[CONSULENT]],
    { tot: '2013-03-31' },
  );
  gang(zaak(wie(0x108, 'Nour Haddou', '1983-01-11'), '2011-03-07'), [[CONSULENT]], { afgeschermd: true });

  // 0109 and 010a: a father and his grown-up daughter, two uitkeringen in one household.
  const vader = wie(0x109, 'Willem Zuidema', '1951-10-02');
  gang(zaak(vader, '2010-11-01', { regeling: 'IOAW' }));
  gang(zaak(wie(0x10a, 'Anne Zuidema', '1988-03-19', { met: vader }), '2012-06-18'));

  // 010b to 010f: who is seen and who is not (WP-006). The partner of 010b has another regisseur.
  const rosalie = wie(0x10c, 'Rosalie Mensah', '1977-08-05');
  const kwame = wie(0x10b, 'Kwame Mensah', '1975-05-27', { met: rosalie });
  for (const schets of gangenVan(zaak(rosalie, '2008-10-13', { partner: kwame }))) {
    const medewerker = schets.persoon === kwame ? CONSULENT : 'mw-l03';
    gangen.push({ ...schets, regisseurs: [{ medewerker, van: schets.van }] });
  }
  gang(zaak(wie(0x10d, 'Cor Weijers', '1956-01-30'), '2007-05-21'));
  gang(zaak(wie(0x10e, 'Ivana Petrović', '1982-10-14'), '2011-08-29'));
  // The payment to 010f is held back: he did not come to his heronderzoek.
  gang(
    zaak(wie(0x10f, 'Hassan Oukili', '1965-03-08'), '2006-11-06', {
      blokkade: { reden: 'INLICHTINGEN', sinds: '2013-03-25' },
    }),
  );

  // 0120 is asked by SR-001: a klant of Voorschoten, with which there is no samenwerking for the sociale recherche.
  gang(zaak(wie(0x120, 'Marit Oosterling', '1970-09-12', { gemeente: VS }), '2010-03-08'), [['mw-l01']]);

  // 0130 to 0137 are kandidaten of werkgever 90001354; 0140 to 0143 work or worked at 69599084.
  KANDIDATEN.forEach(([naam, geboortedatum, begin], at) =>
    gang(zaak(wie(0x130 + at, naam, geboortedatum), begin)),
  );
  const metSubsidie = { tot: null };
  gang(
    zaak(wie(0x140, 'Bram Verhulst', '1984-02-02'), '2009-06-15', { einde: ['2012-10-31', 'WERK'] }),
    [[CONSULENT]],
    metSubsidie,
  );
  gang(
    zaak(wie(0x141, 'Delphine Ruys', '1972-12-19'), '2010-01-18', { einde: ['2012-12-31', 'WERK'] }),
    [[CONSULENT]],
    metSubsidie,
  );
  gang(zaak(wie(0x142, 'Emre Toprak', '1981-06-06'), '2011-10-10'));
  gang(zaak(wie(0x143, 'Janneke Boot', '1967-07-23'), '2012-11-19'));

  return { personen, zaken, gangen };
}

/** What of an uitkering is not as usual. */
interface Anders {
  readonly gemeente?: string;
  readonly regeling?: Zaak['regeling'];
  readonly leefvorm?: Leefvorm;
  readonly einde?: readonly [Dag, RedenEinde];
  readonly partner?: Persoon;
  readonly blokkade?: Blokkade;
}

const KANDIDATEN: readonly (readonly [string, Dag, Dag])[] = [
  ['Joke Brandsma', '1969-05-15', '2009-09-14'],
  ['Tarik Bouchibti', '1985-11-28', '2011-01-24'],
  ['Petra Vermaas', '1976-03-03', '2010-08-16'],
  ['Samuel Tesfai', '1978-01-21', '2011-11-14'],
  ['Conny Lagerwaard', '1973-10-09', '2008-03-10'],
  ['Rohan Jagroep', '1983-08-18', '2010-12-06'],
  ['Ellen Strijbos', '1966-02-26', '2007-10-01'],
  ['Dario Fernandes', '1980-04-12', '2011-06-27'],
];

function vanaf(begin: Dag): (regisseur: readonly [string, Dag?]) => Regisseur {
  return ([medewerker, van = begin]) => ({ medewerker, van });
}
