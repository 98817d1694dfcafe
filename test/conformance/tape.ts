/** A row of numbers from which choices are read, so that the same numbers make the same choices. */
export class Tape {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** A number from 0 up to, not including, the bound. Read to its end, the tape begins again, shifted. */
  below(bound: number): number {
    const round = Math.floor(this.#at / this.#numbers.length);
    const value = this.#numbers[this.#at % this.#numbers.length] ?? 0;
    this.#at += 1;
    return (value + round) % bound;
  }

  /** True once in so many times. */
  chance(oneIn: number): boolean {
    return this.below(oneIn) === 0;
  }

  pick<Choice>(choices: readonly Choice[]): Choice {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) throw new Error('nothing to choose from');
    return choice;
  }
}
