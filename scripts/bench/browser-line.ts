const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Parts in which bytes are carried: small enough that files share the line fairly. */
const PART_BYTES = 4000;

export type Speed = {
  readonly bytesPerSecond: number;
  /** until the first byte of an answer */
  readonly latencyMs: number;
};

/** A line that takes time for every byte and carries one at a time, whoever sends. */
export class SlowLine {
  readonly #speed: Speed;
  #freeAt = 0;

  constructor(speed: Speed) {
    this.#speed = speed;
  }

  /** A request's way there and back. */
  travel(): Promise<void> {
    return sleep(this.#speed.latencyMs);
  }

  /** Hands on each part when it has arrived. */
  async carry(bytes: Uint8Array, arrive: (part: Uint8Array) => void): Promise<void> {
    for (let at = 0; at < bytes.length; at += PART_BYTES) {
      const part = bytes.subarray(at, at + PART_BYTES);
      const now = performance.now();
      this.#freeAt =
        Math.max(now, this.#freeAt) + (part.length * 1000) / this.#speed.bytesPerSecond;
      await sleep(this.#freeAt - now);
      arrive(part);
    }
  }
}
