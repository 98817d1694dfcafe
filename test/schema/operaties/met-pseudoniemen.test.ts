import { expect, it } from 'vitest';
import { pseudoniemenVoor } from '../../../schema/keten/pseudoniem.ts';
import { laadOperaties } from '../../../schema/operaties/laad-operaties.ts';
import { metPseudoniemen } from '../../../schema/operaties/met-pseudoniemen.ts';
import { PSEUDONIEMRING, pseudoniem } from '../../setup/pseudoniem.ts';

const inwoners = pseudoniemenVoor(PSEUDONIEMRING, 'inwoners', Date.now());

it('a question is asked about its klant as the asker knows him, and about all else as it is written', () => {
  const vraag = [...laadOperaties().values()].find(({ klanten }) => klanten.length > 0);
  if (vraag === undefined) throw new Error('no question is about one klant');
  const { klant } = vraag.variabelen;
  const anders = { ...vraag, variabelen: { ...vraag.variabelen, aantal: 3, naam: String(klant) } };
  expect(metPseudoniemen(anders, inwoners)).toEqual({
    ...anders,
    variabelen: { ...anders.variabelen, klant: pseudoniem(String(klant), 'inwoners') },
  });
});

it('every question of the register that holds the key of a klant says in which variable', () => {
  for (const { id, klanten, variabelen } of laadOperaties().values()) {
    const namen = Object.keys(variabelen).filter((naam) => String(variabelen[naam]).startsWith('5f0c1c9e-'));
    expect(namen, id).toEqual(klanten);
  }
});
