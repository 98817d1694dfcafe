/** The tokens of SQL that may hide a semicolon, and the words that open a body without quotes. */
const TOKEN =
  /(?<comment>--[^\n]*)|(?<blok>\/\*)|(?<tekst>[eE]'[^'\\]*(?:(?:''|\\[\s\S])[^'\\]*)*(?:'|$)|'[^']*(?:''[^']*)*(?:'|$)|"[^"]*(?:""[^"]*)*(?:"|$))|(?<dollar>\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)|(?<woord>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)|(?<wit>\s+)|(?<teken>[\s\S])/y;

/**
 * Splits a script into its statements, without their semicolons, the way psql does: quotes, dollar
 * quotes, nested comments, parentheses and bodies of `begin atomic … end` keep their semicolons.
 * Comments stay with the statement they precede; what has no statement in it is left out.
 */
export function splitsStatements(script: string): readonly string[] {
  const statements: string[] = [];
  const diepte = new Diepte();
  let begin = 0;
  let heeftInhoud = false;
  let plaats = 0;
  const sluitAf = (einde: number): void => {
    if (heeftInhoud) statements.push(script.slice(begin, einde).trim());
    begin = einde + 1;
    heeftInhoud = false;
    diepte.begin();
  };
  while (plaats < script.length) {
    TOKEN.lastIndex = plaats;
    const { comment, blok, dollar, woord, wit, teken } = TOKEN.exec(script)?.groups ?? {};
    const einde =
      blok !== undefined
        ? eindeBlok(script, plaats)
        : dollar !== undefined
          ? eindeDollar(script, plaats, dollar)
          : TOKEN.lastIndex;
    if (teken === ';' && diepte.isNul) sluitAf(plaats);
    else if (comment === undefined && blok === undefined && wit === undefined) {
      heeftInhoud = true;
      diepte.zie(woord?.toLowerCase() ?? teken ?? '');
    }
    plaats = einde;
  }
  sluitAf(script.length);
  return statements;
}

/** How deep in parentheses, and in the `begin atomic` of a function, a place is. */
class Diepte {
  #haakjes = 0;
  #blokken = 0;
  #maaktRoutine = false;
  #woorden: string[] = [];

  get isNul(): boolean {
    return this.#haakjes <= 0 && this.#blokken === 0;
  }

  begin(): void {
    this.#haakjes = 0;
    this.#blokken = 0;
    this.#maaktRoutine = false;
    this.#woorden = [];
  }

  zie(token: string): void {
    if (token === '(') this.#haakjes += 1;
    else if (token === ')') this.#haakjes -= 1;
    else if (/^[a-z]/.test(token)) this.#zieWoord(token);
  }

  #zieWoord(woord: string): void {
    const vorige = this.#woorden.at(-1);
    this.#woorden.push(woord);
    if (
      this.#woorden[0] === 'create' &&
      (woord === 'function' || woord === 'procedure') &&
      this.#woorden.length <= 4
    ) {
      this.#maaktRoutine = true;
    } else if (!this.#maaktRoutine) return;
    else if (woord === 'atomic' && vorige === 'begin') this.#blokken += 1;
    else if (this.#blokken > 0 && woord === 'case') this.#blokken += 1;
    else if (this.#blokken > 0 && woord === 'end') this.#blokken -= 1;
  }
}

/** Where a comment that begins at `plaats` ends; block comments of PostgreSQL nest. */
function eindeBlok(script: string, plaats: number): number {
  const grens = /\/\*|\*\//g;
  grens.lastIndex = plaats;
  let diepte = 0;
  for (let match = grens.exec(script); match !== null; match = grens.exec(script)) {
    diepte += match[0] === '/*' ? 1 : -1;
    if (diepte === 0) return grens.lastIndex;
  }
  return script.length;
}

function eindeDollar(script: string, plaats: number, dollar: string): number {
  const einde = script.indexOf(dollar, plaats + dollar.length);
  return einde === -1 ? script.length : einde + dollar.length;
}
