/** What stands between the braces of `@type{…}`, or the beginning of it when nothing closes them. */
export type BibtexBlock = {
  readonly type: string;
  readonly body: string;
  readonly start: number;
  readonly end: number;
  readonly isClosed: boolean;
};

// an address of mail begins no entry, nor does a line that is commented out
const BLOCK_START = /(?<![\w.%])@\s*([A-Za-z]+)\s*([({])/g;
// where an entry begins on a line of its own the one before it has ended, whatever its braces say
const NEXT_ENTRY = /[\n\r][ \t]*@\s*[A-Za-z]+\s*[({]\s*[^\s,{}"=]+\s*,/g;
const SIGN = /\\[\\{}"]|[{}()"]/g;

/** The end of a block: the sign that closes it, where braces and quotes around values allow it. */
const findEnd = (text: string, start: number, opening: string, limit: number): number => {
  const closing = opening === '{' ? '}' : ')';
  let depth = 0;
  let isQuoted = false;
  SIGN.lastIndex = start;
  for (let found = SIGN.exec(text); found !== null; found = SIGN.exec(text)) {
    const [sign] = found;
    if (found.index >= limit) return -1;
    if (sign === closing && depth === 0 && !isQuoted) return found.index;
    if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (sign === '"' && depth === 0) isQuoted = !isQuoted;
  }
  return -1;
};

// comments are short, lines may be millions of characters long
const COMMENT_LENGTH = 300;

const isCommentedOut = (text: string, at: number): boolean =>
  /%[^\n\r]*$/.test(text.slice(Math.max(0, at - COMMENT_LENGTH), at));

/** Cuts a file into its blocks; one that is not closed ends where the next begins. */
export function* cutBlocks(text: string): Generator<BibtexBlock> {
  const starts = [...text.matchAll(NEXT_ENTRY)].map(({ index }) => index);
  // of its own, for a generator may be left and another begun
  const pattern = new RegExp(BLOCK_START);
  let next = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const { 0: head, 1: type = '', 2: opening = '{', index: start } = found;
    const from = start + head.length;
    if (isCommentedOut(text, start)) continue;
    while ((starts[next] ?? Infinity) < from) next += 1;
    const limit = starts[next] ?? text.length;
    const close = findEnd(text, from, opening, limit);
    const isClosed = close >= 0;
    const end = isClosed ? close : limit;
    yield { type: type.toLowerCase(), body: text.slice(from, end), start, end, isClosed };
    pattern.lastIndex = end;
  }
}

const LOST_FIELD = /^[ \t]*[A-Za-z_-]+[ \t]*=[ \t]*[{"\d].*$/m;

/** Fields behind an entry that a brace too many has closed. */
export const lostFields = (
  text: string,
  blocks: readonly BibtexBlock[],
): readonly { at: number; text: string }[] =>
  blocks.flatMap(({ end, isClosed }, index) => {
    const between = text.slice(end, blocks[index + 1]?.start ?? text.length);
    const lost = isClosed ? LOST_FIELD.exec(between) : null;
    return lost === null ? [] : [{ at: end + lost.index, text: lost[0].trim() }];
  });
