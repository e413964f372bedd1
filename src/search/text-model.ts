import { Experience, Logistic, NOTHING_LEARNT, toLearnt, toRates } from './text-chances.ts';
import { Mixer } from './text-mixer.ts';

/**
 * Foresees a text bit by bit, from the letters and the word before and from where the same letters stood last.
 * What wrote a text in few bytes and what reads it run the same model, so it uses nothing in which engines may
 * differ: whole numbers, and of floating point only what IEEE 754 lays down.
 */

/**
 * The letters before that a context is made of; beside these there is one of the word so far, and one of it with
 * the word before.
 */
const ORDERS = [1, 2, 3, 4, 6] as const;
const CONTEXTS = ORDERS.length + 2;
/** A context holds what followed it in slots of half a byte: a number for each way to begin that half. */
const SLOT = 16;
/** The contexts, where the same letters stood last, and a constant. */
const INPUTS = CONTEXTS + 2;
const CONSTANT = 0.3;
/** Lengths of what stands alike before are told apart up to these. */
const MATCH_STEPS = [1, 8, 16] as const;
const LONGEST_MATCH = 32;
const LEAST_MATCH = 5;
const MATCH_BITS = 16;

const mix = (hash: number, value: number): number => {
  const mixed = Math.imul(hash ^ value, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
};

const isLetter = (byte: number): boolean => (byte | 32) >= 97 && ((byte | 32) <= 122 || byte > 127);

export class TextModel {
  readonly #logistic = new Logistic();
  readonly #rates = toRates();
  readonly #slotBits: number;
  /**
   * The slots of all contexts, one context after the other; each number differs from what was learnt by what
   * nothing learnt is, for memory that is zero throughout is there at once
   */
  readonly #table: Int32Array;
  readonly #inputs = new Float64Array(INPUTS);
  readonly #byMatch = new Mixer(this.#inputs, 256 * (MATCH_STEPS.length + 1));
  readonly #byLetter = new Mixer(this.#inputs, 256);
  readonly #experience = new Experience(256 * 256, this.#logistic);
  /** for each context its hash, and where its slot begins */
  readonly #hashes = new Int32Array(CONTEXTS);
  readonly #slots = new Int32Array(CONTEXTS);
  /** all that was read so far */
  readonly #read: Uint8Array;
  #length = 0;
  readonly #lastAt = new Int32Array(1 << MATCH_BITS);
  #matchAt = 0;
  #matchLength = 0;
  #matchStep = 0;
  #word = 0;
  #wordBefore = 0;
  /** the bits of this byte after a leading 1, and those of this half of it */
  #byte = 1;
  #half = 1;
  /** what each mixer said */
  #chanceByMatch = 0;
  #chanceByLetter = 0;

  /** `size`: bytes that will be read at most */
  constructor(size: number) {
    this.#read = new Uint8Array(size);
    // two slots a byte at most, and many are shared
    this.#slotBits = Math.min(17, Math.max(8, 32 - Math.clz32(size)));
    this.#table = new Int32Array(CONTEXTS * (SLOT << this.#slotBits));
    this.#inputs[INPUTS - 1] = CONSTANT;
    this.#hashContexts();
  }

  /** The chance that the next bit is 1, out of 65536; at least 1, at most 65535. */
  foresee(): number {
    const inputs = this.#inputs;
    const table = this.#table;
    const slots = this.#slots;
    const half = this.#half;
    for (let at = 0; at < CONTEXTS; at += 1)
      inputs[at] = this.#logistic.logitOf((table[(slots[at] ?? 0) + half] ?? 0) ^ NOTHING_LEARNT);
    inputs[CONTEXTS] = this.#foreseeMatch();
    const letter = this.#before(1);
    const one = this.#byMatch.mix(256 * this.#matchStep + this.#byte);
    const other = this.#byLetter.mix(letter);
    this.#chanceByMatch = this.#logistic.chanceOf(one);
    this.#chanceByLetter = this.#logistic.chanceOf(other);
    const logit = (one + other) / 2;
    const refined = this.#experience.refine(256 * letter + this.#byte, logit);
    const chance = Math.round((this.#logistic.chanceOf(logit) + refined) / 2);
    return Math.min(65535, Math.max(1, chance));
  }

  /** Learns the bit that was foreseen last. */
  learn(bit: number): void {
    this.#byMatch.learn(bit, this.#chanceByMatch);
    this.#byLetter.learn(bit, this.#chanceByLetter);
    this.#experience.learn(bit);
    const table = this.#table;
    const slots = this.#slots;
    const half = this.#half;
    for (let at = 0; at < CONTEXTS; at += 1) {
      const place = (slots[at] ?? 0) + half;
      const learnt = (table[place] ?? 0) ^ NOTHING_LEARNT;
      table[place] = toLearnt(learnt, bit, this.#rates) ^ NOTHING_LEARNT;
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
    this.#readWord(byte);
    this.#byte = 1;
    this.#followMatch();
    this.#hashContexts();
  }

  #readWord(byte: number): void {
    if (isLetter(byte)) this.#word = mix(this.#word + 1, byte | 32);
    else {
      if (this.#word !== 0) this.#wordBefore = this.#word;
      this.#word = 0;
    }
  }

  #hashContexts(): void {
    let hash = 0;
    let length = 0;
    for (const [at, order] of ORDERS.entries()) {
      for (; length < order; length += 1) hash = mix(hash + 1, this.#before(length + 1));
      this.#hashes[at] = Math.imul(hash + order, 0x297a2d39);
    }
    this.#hashes[CONTEXTS - 2] = Math.imul(this.#word + 77, 0x297a2d39);
    this.#hashes[CONTEXTS - 1] = Math.imul(mix(this.#word + 99, this.#wordBefore), 0x297a2d39);
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
    this.#matchStep = MATCH_STEPS.filter((least) => this.#matchLength >= least).length;
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
      this.#matchStep = 0;
      return 0;
    }
    const sign = (expected >>> (7 - known)) & 1 ? 1 : -1;
    return (sign * Math.min(24, this.#matchLength)) / 4;
  }
}
