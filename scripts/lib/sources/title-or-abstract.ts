import { splitSentences } from '../../../src/domain/sentences.ts';

/** A line with something on it: white space folded, none at its ends. */
export type Line = {
  readonly text: string;
  /** 1-based, as an editor counts */
  readonly number: number;
  /** whether an empty line stands before it */
  readonly afterBlank: boolean;
};

/** What a line is: a title, the first line of an abstract, or one on which an abstract goes on. */
export type Label = 'title' | 'abstract' | 'more';

// longer than any title (arXiv's longest are near 250): such a line is a paragraph
const PARAGRAPH_LENGTH = 250;
// arXiv takes no longer ones, so two paragraphs that are longer together are rather two abstracts
const LONGEST_ABSTRACT = 1920;
// no evidence is drawn from the text beyond, so that a line of megabytes costs no more than another
const LOOKED_AT = 600;

const FINITE_WORDS = new Set(
  (
    'we our us i it its they their this these those that which is are was were be been has have had can could may ' +
    'might will would shows show shown demonstrates demonstrate proposes propose presents present introduces ' +
    'introduce achieves achieve provides provide however therefore thus also such but'
  ).split(' '),
);
const OPENS_PROSE = /^(?:We|Our|This|These|In this|Here|However|Moreover|Furthermore|To address)\b/;
// `AlayaDB: The Data …`, `wa-hls4ml: A Benchmark …`: a name, a colon, and a title
const NAMED = /^\S+(?: \S+){0,4}: ?\p{Lu}/u;
const ENDS_SENTENCE = /[.!?。！？…:;]["'”’»)\]}]*$/u;
const ENDS_WITH_STOP = /(?<!\.)\.["'”’»)\]]*$/u;
const ENDS_WITH_ADDRESS = /\S*(?:https?:\/\/|www\.)\S+$/;
const STARTS_LOWER = /^\p{Ll}[\p{Ll}'’,;.]*(?:\s|$)/u;
const HAS_ADDRESS = /https?:\/\//;

/** Whether an abstract may end with this line: a sentence does, or an address. */
export const looksFinished = (text: string): boolean =>
  ENDS_SENTENCE.test(text.slice(-200)) || ENDS_WITH_ADDRESS.test(text.slice(-200));

/** Whether a line ends as sentences do and questions, exclamations and titles do not. */
const endsAsStatement = (text: string): boolean =>
  looksFinished(text) && !/[?!？！]["'”’»)\]}]*$/u.test(text);

/** Share of the longer words after the first that begin with a capital, as in headings; 0.5 when there are none. */
const shareOfCapitals = (words: readonly string[]): number => {
  const long = words.slice(1).filter((word) => /^\p{L}{4}/u.test(word));
  if (long.length === 0) return 0.5;
  return long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length;
};

/** A full stop inside the line after which a sentence begins; titles have `?` and `!` there, seldom this. */
const hasInnerStop = (text: string): boolean =>
  splitSentences(text)
    .slice(0, -1)
    .some((sentence) => sentence.text.endsWith('.'));

/** How much the shape of a line speaks for prose (above zero) or for a title (below zero). */
const proseEvidence = (line: string): number => {
  if (line.length > PARAGRAPH_LENGTH) return 12;
  const text = line.slice(0, LOOKED_AT);
  const words = text.split(' ');
  const finite = new Set(words.filter((word) => FINITE_WORDS.has(word.replace(/[.,;:]+$/, ''))));
  let evidence = (0.6 - shareOfCapitals(words)) * 5;
  evidence += Math.min(finite.size, 3) * 1.5;
  evidence += text.length > 150 ? 1 : text.length < 40 ? -1 : 0;
  if (hasInnerStop(text)) evidence += 3;
  if (ENDS_WITH_STOP.test(text)) evidence += 2.5;
  if (STARTS_LOWER.test(text)) evidence += 2.5;
  if (OPENS_PROSE.test(text)) evidence += 1.5;
  if (HAS_ADDRESS.test(text)) evidence += 5;
  if (NAMED.test(text) && !HAS_ADDRESS.test(text)) evidence -= 2;
  return evidence;
};

const firstWordLength = (text: string): number => {
  const space = text.indexOf(' ');
  return space === -1 ? text.length : space;
};

/**
 * The width at which a file breaks its lines: that of nine in ten lines which surely go on, for they end in
 * mid-sentence and the next begins in lower case. Zero when hardly a line does.
 */
const pageWidth = (lines: readonly Line[]): number => {
  const lengths = lines
    .filter(({ text }, index) => {
      const next = lines[index + 1]?.text ?? '';
      return text.length <= PARAGRAPH_LENGTH && STARTS_LOWER.test(next) && !looksFinished(text);
    })
    .map(({ text }) => text.length)
    .toSorted((a, b) => a - b);
  return lengths.length < lines.length / 100 ? 0 : (lengths[Math.floor(lengths.length * 0.9)] ?? 0);
};

/** A step from one line to the next, and how long the abstract is that may go on. */
type Step = {
  readonly before: Line;
  readonly line: Line;
  readonly width: number;
  readonly length: number;
};

/** Whether the line may have been broken off the end of the one before: its first word did not fit there. */
const isWrapped = ({ before, line, width }: Step): boolean =>
  before.text.length <= PARAGRAPH_LENGTH &&
  width > 0 &&
  before.text.length + 1 + firstWordLength(line.text) > width;

/** What it costs to read the line as going on with the abstract whose last line stands before it. */
const costOfMore = (step: Step): number => {
  const { before, line, length } = step;
  const gap = line.afterBlank ? 1 : 0;
  if (!looksFinished(before.text)) {
    if (STARTS_LOWER.test(line.text)) return gap;
    return gap + (isWrapped(step) ? 0.5 : 4);
  }
  if (isWrapped(step)) return gap;
  if (line.text.length <= PARAGRAPH_LENGTH) {
    if (endsAsStatement(line.text)) return gap + 1;
    return gap + (before.text.length > PARAGRAPH_LENGTH ? 6 : 4);
  }
  return length + line.text.length > LONGEST_ABSTRACT ? 6 : gap + 1;
};

/** What it costs to begin something new, a title or an abstract, after a line of an abstract. */
const costOfEnding = (step: Step): number => {
  if (looksFinished(step.before.text)) return 0;
  return STARTS_LOWER.test(step.line.text) || isWrapped(step) ? 3 : 1;
};

const TWO_TITLES = 3;
const NO_TITLE = 4;

const costOfStep = (from: Label, to: Label, step: Step): number => {
  if (from === 'title') return to === 'title' ? TWO_TITLES : to === 'abstract' ? 0 : Infinity;
  if (to === 'more') return costOfMore(step);
  return costOfEnding(step) + (to === 'abstract' ? NO_TITLE : 0);
};

const costOfShape = (label: Label, evidence: number): number =>
  Math.max(0, label === 'title' ? evidence : -evidence);

/** The best reading of the lines so far that ends with a label: its cost, and the length of its last abstract. */
type State = { readonly cost: number; readonly length: number; readonly from: Label };
type States = Readonly<Record<Label, State>>;

const LABELS: readonly Label[] = ['title', 'abstract', 'more'];
const START: States = {
  title: { cost: 0, length: 0, from: 'title' },
  abstract: { cost: NO_TITLE, length: 0, from: 'title' },
  more: { cost: Infinity, length: 0, from: 'title' },
};

const nextState = (states: States, to: Label, step: Omit<Step, 'length'>, shape: number): State => {
  const costFrom = (from: Label): number =>
    states[from].cost + costOfStep(from, to, { ...step, length: states[from].length });
  const from = LABELS.reduce((best, one) => (costFrom(one) < costFrom(best) ? one : best));
  const length =
    (to === 'more' ? states[from].length : 0) + (to === 'title' ? 0 : step.line.text.length);
  return { cost: costFrom(from) + shape, length, from };
};

/** Of all readings of the lines the one that goes least against the evidence (Viterbi's algorithm). */
export const labelLines = (lines: readonly Line[]): readonly Label[] => {
  const width = pageWidth(lines);
  const trellis: States[] = [];
  let states = START;
  lines.forEach((line, index) => {
    const evidence = proseEvidence(line.text);
    const before = lines[index - 1];
    const next = (label: Label): State => {
      const shape = costOfShape(label, evidence);
      if (before !== undefined) return nextState(states, label, { before, line, width }, shape);
      return { ...START[label], cost: START[label].cost + shape, length: line.text.length };
    };
    states = { title: next('title'), abstract: next('abstract'), more: next('more') };
    trellis.push(states);
  });
  return trace(trellis);
};

const trace = (trellis: readonly States[]): readonly Label[] => {
  const last = trellis.at(-1) ?? START;
  let label = LABELS.reduce((best, one) => (last[one].cost < last[best].cost ? one : best));
  const labels: Label[] = [];
  for (const states of trellis.toReversed()) {
    labels.push(label);
    label = states[label].from;
  }
  return labels.reverse();
};
