/** The month `aantal` months after `maand` (`JJJJ-MM`); before it when negative. */
export function maandErbij(maand: string, aantal: number): string {
  const nummer = maandnummer(maand) + aantal;
  return `${String(Math.floor(nummer / 12)).padStart(4, '0')}-${String((nummer % 12) + 1).padStart(2, '0')}`;
}

/** How many months lie between two months; 0 when they are the same, negative when `tot` comes first. */
export function maandenTussen(van: string, tot: string): number {
  return maandnummer(tot) - maandnummer(van);
}

function maandnummer(maand: string): number {
  return Number(maand.slice(0, 4)) * 12 + Number(maand.slice(5, 7)) - 1;
}
