const FIRST_WEIGHT = 0.3;
const LEARNING = 0.01;

/** Weighs logits that speak of one bit, and learns whom to trust, in each of some situations. */
export class Mixer {
  readonly #inputs: Float64Array;
  readonly #weights: Float64Array;
  #from = 0;

  /** The last input is a constant: how likely a 1 is when nobody knows anything. */
  constructor(inputs: Float64Array, situations: number) {
    this.#inputs = inputs;
    this.#weights = new Float64Array(situations * inputs.length).fill(FIRST_WEIGHT);
  }

  /** The sum of the inputs as they are weighed in a situation. */
  mix(situation: number): number {
    const inputs = this.#inputs;
    this.#from = situation * inputs.length;
    let sum = 0;
    for (let at = 0; at < inputs.length; at += 1)
      sum += (inputs[at] ?? 0) * (this.#weights[this.#from + at] ?? 0);
    return sum;
  }

  /** Learns the bit that came where it was foreseen with this chance, out of 65536. */
  learn(bit: number, chance: number): void {
    const inputs = this.#inputs;
    const error = (bit - chance / 65536) * LEARNING;
    for (let at = 0; at < inputs.length; at += 1)
      this.#weights[this.#from + at] =
        (this.#weights[this.#from + at] ?? 0) + error * (inputs[at] ?? 0);
  }
}
