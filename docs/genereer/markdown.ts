/** A Markdown table. A cell keeps its text: bars are escaped and line ends become spaces. */
export function tabel(koppen: readonly string[], regels: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cel).join(' | ')} |`;
  return [line(koppen), `|${koppen.map(() => '---').join('|')}|`, ...regels.map(line)].join('\n');
}

/** A generated page: its title, the line that says where it comes from, and its parts with an empty line between. */
export function pagina(titel: string, herkomst: string, ...delen: readonly string[]): string {
  const melding = `<!-- Gemaakt uit ${herkomst} door npm run schema. Wijzig de bron, niet dit bestand. -->`;
  return `${[`# ${titel}`, melding, ...delen].join('\n\n')}\n`;
}

/** A text in the type of code. */
export function code(text: string): string {
  return `\`${text}\``;
}

function cel(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}
