/** How likely the next bit is 1: as chances out of 65536, as logits, and as what was learnt in one place. */

/** Logits are told apart in steps of 1/256, up to this many in both directions. */
const LOGIT_STEPS = 256;
const MOST_LOGIT = 10 * LOGIT_STEPS;
/** Chances are told apart so far when they are read as logits. */
const READ_CHANCES = 4096;

/** `e ** x` by sums and products alone: engines may differ in the last bit of theirs. */
const exponential = (x: number): number => {
  let power = 1 + x / 2 ** 20;
  for (let squarings = 0; squarings < 20; squarings += 1) power *= power;
  return power;
};

/** The chance of each logit. */
const toChances = (): Int32Array =>
  Int32Array.from({ length: 2 * MOST_LOGIT + 1 }, (_, at) => {
    const chance = 65536 / (1 + exponential((MOST_LOGIT - at) / LOGIT_STEPS));
    return Math.min(65535, Math.max(1, Math.round(chance)));
  });

/** The logit of each chance: the same table, read the other way. */
const toLogits = (chances: Int32Array): Float64Array => {
  const logits = new Float64Array(READ_CHANCES);
  let at = 0;
  for (let chance = 0; chance < logits.length; chance += 1) {
    while (at < 2 * MOST_LOGIT && (chances[at] ?? 0) < chance * 16 + 8) at += 1;
    logits[chance] = (at - MOST_LOGIT) / LOGIT_STEPS;
  }
  return logits;
};

/** Turns chances into logits and back. */
export class Logistic {
  readonly #chances = toChances();
  readonly #logits = toLogits(this.#chances);

  /** out of 65536; at least 1, at most 65535 */
  chanceOf(logit: number): number {
    const step = Math.min(MOST_LOGIT, Math.max(-MOST_LOGIT, Math.round(logit * LOGIT_STEPS)));
    return this.#chances[step + MOST_LOGIT] ?? 0;
  }

  /** of what a place has learnt */
  logitOf(learnt: number): number {
    return this.#logits[learnt >>> (COUNT_BITS + 10)] ?? 0;
  }
}

/** What a place has learnt: a chance in 22 bits and, in the lowest 9, how often it learnt, up to a bound. */
const ONE = 1 << 22;
const COUNT_BITS = 9;
const MOST_COUNTED = 60;
export const NOTHING_LEARNT = (ONE / 2) << COUNT_BITS;

/** What a chance moves by, out of 65536, after it was learnt so often. */
export const toRates = (): Int32Array =>
  Int32Array.from({ length: MOST_COUNTED + 1 }, (_, count) => Math.floor(65536 / (count + 1.5)));

/** Moves a chance towards the bit that came, the less the more often it was learnt. */
export const toLearnt = (learnt: number, bit: number, rates: Int32Array): number => {
  const chance = learnt >>> COUNT_BITS;
  const count = learnt & ((1 << COUNT_BITS) - 1);
  const way = (bit === 1 ? ONE - 1 - chance : -chance) >> 7;
  const moved = chance + ((way * (rates[count] ?? 0)) >> 9);
  return (moved << COUNT_BITS) | (count < MOST_COUNTED ? count + 1 : count);
};

/** Logits from -10 to 10 in halves. */
const HALF_STEPS = 20;
const STEPS = 2 * HALF_STEPS;

/** Chances, by where they were foreseen and by what was foreseen there: tells how often that came true. */
export class Experience {
  /** what came true of each step that was foreseen, where nothing did yet */
  readonly #untried: Uint16Array;
  /** for each place its steps; each number differs from what came true by what it was at first */
  readonly #chances: Uint16Array;
  #place = 0;

  constructor(places: number, logistic: Logistic) {
    this.#untried = Uint16Array.from({ length: STEPS + 1 }, (_, at) =>
      logistic.chanceOf((at - HALF_STEPS) / 2),
    );
    this.#chances = new Uint16Array(places * this.#untried.length);
  }

  /** What came true where `logit` was foreseen, between the two nearest steps. */
  refine(place: number, logit: number): number {
    const exact = Math.min(STEPS - 1e-3, Math.max(0, logit * 2 + HALF_STEPS));
    const step = Math.floor(exact);
    const share = exact - step;
    const at = place * (STEPS + 1) + step;
    this.#place = share < 0.5 ? at : at + 1;
    const below = (this.#chances[at] ?? 0) ^ (this.#untried[step] ?? 0);
    const above = (this.#chances[at + 1] ?? 0) ^ (this.#untried[step + 1] ?? 0);
    return below * (1 - share) + above * share;
  }

  learn(bit: number): void {
    const untried = this.#untried[this.#place % this.#untried.length] ?? 0;
    const chance = (this.#chances[this.#place] ?? 0) ^ untried;
    const moved = Math.floor(chance + (bit * 65535 - chance) / 50);
    this.#chances[this.#place] = moved ^ untried;
  }
}
