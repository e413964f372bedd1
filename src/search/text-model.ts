/**
 * Foresees a text bit by bit, from the letters and the word before and from where the same letters stood last.
 * What wrote a text in few bytes and what reads it run the same model, so it uses nothing in which engines may
 * differ: whole numbers, and of floating point only what IEEE 754 lays down.
 */

/** The letters before that a context is made of; beside these there is one of the word so far. */
const ORDERS = [1, 2, 3, 4, 6] as const;
const CONTEXTS = ORDERS.length + 1;
/** A context holds what followed it in slots of half a byte: a number for each way to begin that half. */
const SLOT = 16;
/** The contexts, where the same letters stood last, and a constant. */
const INPUTS = CONTEXTS + 2;
/** Lengths of what stands alike before are told apart up to these. */
const MATCH_STEPS = [1, 8, 16] as const;
const LONGEST_MATCH = 32;
const LEAST_MATCH = 5;
const MATCH_BITS = 16;
/** What is weighed how is learnt for each beginning of a byte and each step of that length. */
const WEIGHT_SETS = 256 * (MATCH_STEPS.length + 1);
const FIRST_WEIGHT = 0.3;
const LEARNING = 0.01;

/** Chances are kept in 22 bits; in the lowest 9 how often they were learnt, up to a bound. */
const ONE = 1 << 22;
const COUNT_BITS = 9;
const EVEN = (ONE / 2) << COUNT_BITS;
const MOST_COUNTED = 60;

/** What a chance moves by, out of 65536, after it was learnt so often. */
const toRates = (): Int32Array =>
  Int32Array.from({ length: MOST_COUNTED + 1 }, (_, count) => Math.floor(65536 / (count + 1.5)));

/** Logits are told apart in steps of 1/256, up to this many in both directions. */
const LOGIT_STEPS = 256;
const MOST_LOGIT = 10 * LOGIT_STEPS;
const CHANCE_BITS = 16;

/** `e ** x` by sums and products alone. */
const exponential = (x: number): number => {
  let power = 1 + x / 2 ** 20;
  for (let squarings = 0; squarings < 20; squarings += 1) power *= power;
  return power;
};

/** The chance of each logit, out of `2 ** CHANCE_BITS`. */
const toChances = (): Int32Array =>
  Int32Array.from({ length: 2 * MOST_LOGIT + 1 }, (_, at) => {
    const chance = 2 ** CHANCE_BITS / (1 + exponential((MOST_LOGIT - at) / LOGIT_STEPS));
    return Math.min(2 ** CHANCE_BITS - 1, Math.max(1, Math.round(chance)));
  });

/** The logit of each chance out of 4096: the same table, read the other way. */
const toLogits = (chances: Int32Array): Float64Array => {
  const logits = new Float64Array(4096);
  let at = 0;
  for (let chance = 0; chance < logits.length; chance += 1) {
    while (at < 2 * MOST_LOGIT && (chances[at] ?? 0) < chance * 16 + 8) at += 1;
    logits[chance] = (at - MOST_LOGIT) / LOGIT_STEPS;
  }
  return logits;
};

const mix = (hash: number, value: number): number => {
  const mixed = Math.imul(hash ^ value, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
};

const isLetter = (byte: number): boolean => (byte | 32) >= 97 && ((byte | 32) <= 122 || byte > 127);

/** Moves a chance towards the bit that came, the less the more often it was learnt. */
const toLearnt = (entry: number, bit: number, rates: Int32Array): number => {
  const chance = entry >>> COUNT_BITS;
  const count = entry & ((1 << COUNT_BITS) - 1);
  const way = (bit === 1 ? ONE - 1 - chance : -chance) >> 7;
  const moved = chance + ((way * (rates[count] ?? 0)) >> 9);
  return (moved << COUNT_BITS) | (count < MOST_COUNTED ? count + 1 : count);
};

export class TextModel {
  readonly #chances = toChances();
  readonly #logits = toLogits(this.#chances);
  readonly #rates = toRates();
  readonly #slotBits: number;
  /** the slots of all contexts, one context after the other */
  readonly #table: Int32Array;
  readonly #weights = new Float64Array(WEIGHT_SETS * INPUTS).fill(FIRST_WEIGHT);
  readonly #inputs = new Float64Array(INPUTS);
  /** for each context its hash, and where its slot begins */
  readonly #hashes = new Int32Array(CONTEXTS);
  readonly #slots = new Int32Array(CONTEXTS);
  /** all that was read so far */
  readonly #read: Uint8Array;
  #length = 0;
  readonly #lastAt = new Int32Array(1 << MATCH_BITS);
  #matchAt = 0;
  #matchLength = 0;
  /** where the weights begin for what stands alike */
  #matchSet = 0;
  #word = 0;
  /** the bits of this byte after a leading 1, and those of this half of it */
  #byte = 1;
  #half = 1;
  #set = 0;
  #chance = 0;

  /** `size`: bytes that will be read at most */
  constructor(size: number) {
    this.#read = new Uint8Array(size);
    // two slots a byte at most, and many are shared
    this.#slotBits = Math.min(17, Math.max(8, 32 - Math.clz32(size)));
    this.#table = new Int32Array(CONTEXTS * (SLOT << this.#slotBits)).fill(EVEN);
    this.#inputs[INPUTS - 1] = FIRST_WEIGHT;
    this.#hashContexts();
  }

  /** The chance that the next bit is 1, out of 65536; at least 1, at most 65535. */
  foresee(): number {
    const inputs = this.#inputs;
    const weights = this.#weights;
    inputs[CONTEXTS] = this.#foreseeMatch();
    const set = (this.#matchSet + this.#byte) * INPUTS;
    let sum = (inputs[CONTEXTS] ?? 0) * (weights[set + CONTEXTS] ?? 0);
    sum += FIRST_WEIGHT * (weights[set + CONTEXTS + 1] ?? 0);
    const table = this.#table;
    const slots = this.#slots;
    const logits = this.#logits;
    const half = this.#half;
    for (let at = 0; at < CONTEXTS; at += 1) {
      const entry = table[(slots[at] ?? 0) + half] ?? 0;
      const logit = logits[entry >>> (COUNT_BITS + 10)] ?? 0;
      inputs[at] = logit;
      sum += logit * (weights[set + at] ?? 0);
    }
    const logit = Math.round(sum * LOGIT_STEPS);
    this.#set = set;
    this.#chance =
      this.#chances[Math.min(MOST_LOGIT, Math.max(-MOST_LOGIT, logit)) + MOST_LOGIT] ?? 0;
    return this.#chance;
  }

  /** Learns the bit that was foreseen last. */
  learn(bit: number): void {
    const error = (bit - this.#chance / 2 ** CHANCE_BITS) * LEARNING;
    const weights = this.#weights;
    const inputs = this.#inputs;
    const set = this.#set;
    for (let at = 0; at < INPUTS; at += 1)
      weights[set + at] = (weights[set + at] ?? 0) + error * (inputs[at] ?? 0);
    const table = this.#table;
    const slots = this.#slots;
    const rates = this.#rates;
    const half = this.#half;
    for (let at = 0; at < CONTEXTS; at += 1) {
      const place = (slots[at] ?? 0) + half;
      table[place] = toLearnt(table[place] ?? 0, bit, rates);
    }
    this.#byte = (this.#byte << 1) | bit;
    this.#half = (this.#half << 1) | bit;
    if (this.#byte >= 256) this.#endByte();
    else if (this.#half >= SLOT) this.#findSlots();
  }

  #endByte(): void {
    const byte = this.#byte & 255;
    this.#read[this.#length] = byte;
    this.#length += 1;
    this.#word = isLetter(byte) ? mix(this.#word + 1, byte | 32) : 0;
    this.#byte = 1;
    this.#followMatch();
    this.#hashContexts();
  }

  #hashContexts(): void {
    let hash = 0;
    let length = 0;
    for (const [at, order] of ORDERS.entries()) {
      for (; length < order; length += 1) hash = mix(hash + 1, this.#before(length + 1));
      this.#hashes[at] = Math.imul(hash + order, 0x297a2d39);
    }
    this.#hashes[CONTEXTS - 1] = Math.imul(this.#word + 77, 0x297a2d39);
    this.#findSlots();
  }

  /** Half a byte is read: each context has another slot for each. */
  #findSlots(): void {
    this.#half = 1;
    for (let at = 0; at < CONTEXTS; at += 1) {
      const hash = mix(Math.imul(this.#byte, 0x1e35a7bd), this.#hashes[at] ?? 0);
      const slot = Math.imul(hash, 0x2545f491) >>> (32 - this.#slotBits);
      this.#slots[at] = ((at << this.#slotBits) + slot) * SLOT;
    }
  }

  #before(distance: number): number {
    return this.#read[this.#length - distance] ?? 0;
  }

  /** Looks where the last letters stood before; there they are followed on. */
  #followMatch(): void {
    let hash = 0;
    for (let distance = 1; distance <= LEAST_MATCH; distance += 1)
      hash = mix(hash + 1, this.#before(distance));
    const place = hash >>> (32 - MATCH_BITS);
    if (this.#matchLength > 0) {
      this.#matchAt += 1;
      this.#matchLength = Math.min(LONGEST_MATCH, this.#matchLength + 1);
    } else {
      this.#matchAt = this.#lastAt[place] ?? 0;
      while (this.#matchLength < LONGEST_MATCH && this.#isAlike(this.#matchLength + 1))
        this.#matchLength += 1;
    }
    this.#lastAt[place] = this.#length;
    this.#matchSet = 256 * MATCH_STEPS.filter((least) => this.#matchLength >= least).length;
  }

  #isAlike(distance: number): boolean {
    return (
      distance <= this.#matchAt && this.#read[this.#matchAt - distance] === this.#before(distance)
    );
  }

  #foreseeMatch(): number {
    if (this.#matchLength === 0) return 0;
    const known = 31 - Math.clz32(this.#byte);
    const expected = (this.#read[this.#matchAt] ?? 0) | 256;
    if (expected >>> (8 - known) !== this.#byte) {
      this.#matchLength = 0;
      this.#matchSet = 0;
      return 0;
    }
    const sign = (expected >>> (7 - known)) & 1 ? 1 : -1;
    return (sign * Math.min(24, this.#matchLength)) / 4;
  }
}
