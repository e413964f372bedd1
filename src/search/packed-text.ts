import { finish, type Steps } from './steps.ts';
import { TextModel } from './text-model.ts';

/**
 * A text in far fewer bytes than gzip takes, by arithmetic coding with a model that learns as it reads. What
 * both sides know beforehand primes the model. It costs time: seconds for megabytes.
 */

/** The length of the text in bytes stands before it. */
const HEADER_BYTES = 4;
/** Longer ones would take minutes: a length beyond it is a broken one. */
const MOST_BYTES = 4_000_000;
/** Bytes between two stops: a millisecond or so. */
const BYTES_PER_STEP = 500;
const LAST = 2 ** 32 - 1;

/** Where the range from `low` to `high` is cut: below, the next bit is 1. */
const cut = (low: number, high: number, chance: number): number =>
  low +
  Math.floor((high - low) / 65536) * chance +
  Math.floor((((high - low) % 65536) * chance) / 65536);

/** Reads a byte without coding it. */
const prime = (model: TextModel, byte: number): void => {
  for (let shift = 7; shift >= 0; shift -= 1) {
    model.foresee();
    model.learn((byte >>> shift) & 1);
  }
};

function* primed(primer: Uint8Array, length: number): Steps<TextModel> {
  const model = new TextModel(primer.length + length);
  for (const [at, byte] of primer.entries()) {
    if (at % BYTES_PER_STEP === 0) yield;
    prime(model, byte);
  }
  return model;
}

/** Writes a range that every bit narrows; the digits that its ends share are settled. */
class Writer {
  readonly bytes: number[] = [];
  #low = 0;
  #high = LAST;

  write(bit: number, chance: number): void {
    const middle = cut(this.#low, this.#high, chance);
    if (bit === 1) this.#high = middle;
    else this.#low = middle + 1;
    while (this.#low >>> 24 === this.#high >>> 24) {
      this.bytes.push(this.#high >>> 24);
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 255) >>> 0;
    }
  }

  end(): void {
    // any number of the range will do; what is not there reads as zeros
    this.bytes.push((this.#low >>> 24) + 1);
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = HEADER_BYTES;
  #low = 0;
  #high = LAST;
  #number = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let read = 0; read < 4; read += 1) this.#take();
  }

  read(chance: number): number {
    const middle = cut(this.#low, this.#high, chance);
    const bit = this.#number <= middle ? 1 : 0;
    if (bit === 1) this.#high = middle;
    else this.#low = middle + 1;
    while (this.#low >>> 24 === this.#high >>> 24) {
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 255) >>> 0;
      this.#take();
    }
    return bit;
  }

  #take(): void {
    this.#number = ((this.#number << 8) | (this.#bytes[this.#at] ?? 0)) >>> 0;
    this.#at += 1;
  }
}

const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Packs a text; who unpacks it must have the same primer. */
export const packText = (text: string, primer: string): Uint8Array<ArrayBuffer> => {
  const bytes = toBytes(text);
  const model = finish(primed(toBytes(primer), bytes.length));
  const writer = new Writer();
  for (const byte of bytes)
    for (let shift = 7; shift >= 0; shift -= 1) {
      const bit = (byte >>> shift) & 1;
      writer.write(bit, model.foresee());
      model.learn(bit);
    }
  writer.end();
  const packed = new Uint8Array(HEADER_BYTES + writer.bytes.length);
  new DataView(packed.buffer).setUint32(0, bytes.length);
  packed.set(writer.bytes, HEADER_BYTES);
  return packed;
};

/** Gives back what was packed; of what is not whole it makes something else or throws. */
export function* unpackInSteps(packed: Uint8Array, primer: string): Steps<string> {
  const { buffer, byteOffset, byteLength } = packed;
  const length = byteLength < HEADER_BYTES ? -1 : new DataView(buffer, byteOffset).getUint32(0);
  if (length < 0 || length > MOST_BYTES) throw new Error('A packed text is broken.');
  const model = yield* primed(toBytes(primer), length);
  const reader = new Reader(packed);
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) {
    if (at % BYTES_PER_STEP === 0) yield;
    let byte = 0;
    for (let bit = 0; bit < 8; bit += 1) {
      const read = reader.read(model.foresee());
      model.learn(read);
      byte = (byte << 1) | read;
    }
    bytes[at] = byte;
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
