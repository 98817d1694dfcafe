import { expect, it } from 'vitest';
import { pagina, tabel } from '../../docs/genereer/markdown.ts';

it('a cell cannot break its table', () => {
  expect(tabel(['A', 'B'], [['x | y', 'one\n  two']])).toBe('| A | B |\n|---|---|\n| x \\| y | one two |');
});

it('a page says which source to change', () => {
  expect(pagina('Titel', 'bron.csv', 'Tekst.')).toBe(
    '# Titel\n\n<!-- Gemaakt uit bron.csv door npm run schema. Wijzig de bron, niet dit bestand. -->\n\nTekst.\n',
  );
});
