/** Questions on a world of `two-worlds.ts`, of many lengths, of which no two are the same. */
export function* differentQuestions(from: number, to: number): Generator<string> {
  for (let index = from; index < to; index += 1) {
    const aliases = Array.from({ length: index % 12 }, (_, at) => `x${at}: ${at % 2 === 0 ? 'a' : 'b'}`);
    yield `query Q${index} { thing { a b ${aliases.join(' ')} } }`;
  }
}

/** The same few questions, again and again. */
export function* sameQuestions(times: number): Generator<string> {
  for (let index = 0; index < times; index += 1) yield* differentQuestions(0, 12);
}
