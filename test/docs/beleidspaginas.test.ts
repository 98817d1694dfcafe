import { describe, expect, it } from 'vitest';
import { autorisatiematrixPagina } from '../../docs/genereer/autorisatiematrix.ts';
import { ketenpartnersPagina } from '../../docs/genereer/ketenpartners.ts';
import { verwerkingsregisterPagina } from '../../docs/genereer/verwerkingsregister.ts';
import { laadMatrix } from '../../schema/beleid/laad-matrix.ts';
import { laadVerwerkingsregister } from '../../schema/beleid/laad-verwerkingsregister.ts';
import { RIJEN } from '../../schema/codelijsten/rijen.ts';
import { ROLLEN } from '../../schema/codelijsten/rollen.ts';
import { laadKetenpartners } from '../../schema/ketenpartners/laad-ketenpartners.ts';

describe('the page of the matrix', () => {
  const pagina = autorisatiematrixPagina();

  it('has each line of the file under its group, and again under its role', () => {
    const [perGroep = '', perRol = ''] = pagina
      .slice(pagina.indexOf('## Per gegevensgroep'))
      .split('## Per rol');
    for (const { regel, rol, grondslag } of laadMatrix()) {
      expect(perGroep).toContain(`| ${grondslag} | ${regel} |\n`);
      if (rol !== '*') expect(perRol).toContain(`| ${regel} |\n`);
    }
  });

  it('explains every kind of rows and every role', () => {
    for (const rijen of RIJEN) expect(pagina).toMatch(new RegExp(`^\\| \`${rijen}\` \\| .{10,} \\|$`, 'm'));
    for (const rol of ROLLEN) expect(pagina).toContain(`### ${rol}\n`);
  });

  it('says who sees nothing', () => {
    expect(pagina).toContain('wat openbaar is: CWI, UITZENDBUREAU, ONDERWIJS_RMC, REKENKAMER, RAAD.');
  });
});

it('the page of the register has each purpose with its ground and its retention', () => {
  const pagina = verwerkingsregisterPagina();
  for (const { code, uri, grondslag, bewaartermijn } of laadVerwerkingsregister()) {
    expect(pagina).toContain(`## ${code}\n`);
    expect(pagina).toContain(`- URI: \`${uri}\``);
    expect(pagina).toContain(`- Grondslag: ${grondslag}`);
    if (bewaartermijn !== undefined)
      expect(pagina).toContain(`${bewaartermijn.jaren} jaar na ${bewaartermijn.vanaf}`);
  }
});

it('the page of the ketenpartners has each organisation and samenwerking with its source', () => {
  const pagina = ketenpartnersPagina();
  const { organisaties, samenwerkingen } = laadKetenpartners();
  for (const { code, naam } of organisaties.values()) expect(pagina).toContain(`| \`${code}\` | ${naam} |`);
  for (const { naam } of samenwerkingen) expect(pagina).toContain(`| ${naam}`);
  expect(pagina).toContain('| sociale_recherche | Sociale recherche door Leidschendam-Voorburg');
  expect(pagina).toContain('001:2594');
});
