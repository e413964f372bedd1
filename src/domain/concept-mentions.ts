import { findAcronyms, type Acronym } from './acronyms.ts';
import { labelsOf, type ConceptLabel, type NamedConcept } from './concept-labels.ts';
import { linkConcepts, linkedOf } from './concept-links.ts';
import type { ConceptId, TopicId } from './fields.ts';
import { findLabels, growTree, type LabelHit, type LabelTree } from './label-tree.ts';
import { coverSymbols, WordReader, writtenKey } from './mention-words.ts';
import type { Paper } from './paper.ts';
import { normalizeText } from './paragraphs.ts';

/** Where a paper mentions a concept: `paper[field].slice(start, end)`, in the abstract after `normalizeText`. */
export type Mention = {
  readonly concept: ConceptId;
  readonly field: 'title' | 'abstract';
  readonly start: number;
  readonly end: number;
  /** stands within a longer name: the GPU of a GPU cluster */
  readonly isNested: boolean;
};

/** What of a paper is read for concepts. */
export type MentioningPaper = Pick<Paper, 'title' | 'abstract' | 'topics'>;
/** Finds the concepts that a paper mentions, in the title and then in the abstract, in reading order. */
export type MentionFinder = (paper: MentioningPaper) => readonly Mention[];

type Hit = LabelHit<ConceptLabel>;
type Field = { readonly name: Mention['field']; readonly hits: readonly Hit[] };

/** The longest first; of two as long, the one before; of one place, by concept. */
const byLength = (a: Hit, b: Hit): number =>
  b.end - b.start - (a.end - a.start) ||
  a.start - b.start ||
  (a.label.concept < b.label.concept ? -1 : 1);

const overlaps = (a: Hit, b: Hit): boolean => a.start < b.end && b.start < a.end;
const isInside = (a: Hit, b: Hit): boolean => b.start <= a.start && a.end <= b.end;

/** Leaves the longest of the names that overlap, and inside of them what is meant all the same. */
const keepLongest = (hits: readonly Hit[], field: Mention['field']): readonly Mention[] => {
  const kept: Hit[] = [];
  const nested: Hit[] = [];
  for (const hit of hits.toSorted(byLength)) {
    const longer = kept.filter((other) => overlaps(hit, other));
    const isOther = [...longer, ...nested].every(
      (one) => one.label.concept !== hit.label.concept || !overlaps(hit, one),
    );
    if (longer.length === 0) kept.push(hit);
    else if (hit.label.isKept && isOther && longer.every((one) => isInside(hit, one)))
      nested.push(hit);
  }
  const toMention = ({ label: { concept }, start, end }: Hit, isNested: boolean): Mention => ({
    concept,
    field,
    start,
    end,
    isNested,
  });
  return [
    ...kept.map((hit) => toMention(hit, false)),
    ...nested.map((hit) => toMention(hit, true)),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
};

const toSingular = (short: string): string => short.replace(/(?<=\p{Lu})s$/u, '');

/** What the acronyms of a paper mean: the names that it adds, and the concepts that an acronym is not, by both. */
type OwnAcronyms = {
  readonly added: readonly ConceptLabel[];
  readonly denied: ReadonlySet<string>;
};

const denialOf = (concept: ConceptId, short: string): string => `${concept} ${toSingular(short)}`;

const readAcronyms = (
  acronyms: readonly Acronym[],
  hitsOf: (text: string) => readonly Hit[],
): OwnAcronyms => {
  const added: ConceptLabel[] = [];
  const denied = new Set<string>();
  for (const { short, long } of acronyms) {
    const meant = hitsOf(long);
    const known = hitsOf(short).map(({ label }) => label.concept);
    for (const concept of known)
      if (!meant.some(({ label }) => label.concept === concept))
        denied.add(denialOf(concept, short));
    const whole = meant.find(({ start, end }) => start === 0 && end === long.length);
    if (whole === undefined || known.length > 0 || /[^\p{L}\p{N}]/u.test(short)) continue;
    const readings = [[writtenKey(toSingular(short))]];
    added.push({ concept: whole.label.concept, readings, isSure: true, isKept: true });
  }
  return { added, denied };
};

/** Finds concepts by the rules of `labelsOf`; what an acronym means in a paper, the paper knows best. */
class Finder {
  readonly #reader = new WordReader();
  readonly #tree: LabelTree<ConceptLabel>;
  readonly #topics: ReadonlyMap<ConceptId, ReadonlySet<TopicId>>;
  /** each concept and those linked to it: when one of them is surely meant, it is as well */
  readonly #company: ReadonlyMap<ConceptId, readonly ConceptId[]>;

  constructor(concepts: readonly NamedConcept[]) {
    this.#tree = growTree(concepts.flatMap((concept) => labelsOf(concept, this.#reader)));
    this.#topics = new Map(concepts.map(({ id, topics }) => [id, new Set(topics)]));
    this.#company = new Map(
      [...linkConcepts(concepts)].map(([id, links]) => [
        id,
        [id, ...linkedOf(links).map((concept) => concept.id)],
      ]),
    );
  }

  #hitsOf(text: string, tree = this.#tree): readonly Hit[] {
    return findLabels(tree, this.#reader.read(text));
  }

  #readField(name: Mention['field'], text: string, { added, denied }: OwnAcronyms): Field {
    const covered = coverSymbols(text);
    const own = added.length === 0 ? [] : this.#hitsOf(covered, growTree(added));
    const hits = [...this.#hitsOf(covered), ...own].filter(
      ({ label, start, end }) => !denied.has(denialOf(label.concept, text.slice(start, end))),
    );
    return { name, hits };
  }

  find({ title, abstract, topics = [] }: MentioningPaper): readonly Mention[] {
    const text = normalizeText(abstract);
    const acronyms = [...findAcronyms(title), ...findAcronyms(text)];
    const own = readAcronyms(acronyms, (form) => this.#hitsOf(form));
    const fields = [this.#readField('title', title, own), this.#readField('abstract', text, own)];
    const sure = new Set(
      fields.flatMap(({ hits }) =>
        hits.filter(({ label }) => label.isSure).map(({ label }) => label.concept),
      ),
    );
    const isMeant = ({ label: { concept, isSure } }: Hit): boolean =>
      isSure ||
      topics.some((id) => this.#topics.get(concept)?.has(id)) ||
      (this.#company.get(concept) ?? []).some((id) => sure.has(id));
    return fields.flatMap(({ name, hits }) => keepLongest(hits.filter(isMeant), name));
  }
}

/** Prepares concepts to be found; made once, it reads thousands of papers in a second. */
export const compileConcepts = (concepts: readonly NamedConcept[]): MentionFinder => {
  const finder = new Finder(concepts);
  return (paper) => finder.find(paper);
};

/** The first mention of each concept in a field, in reading order; none within another one. */
export const firstMentions = (
  mentions: readonly Mention[],
  field: Mention['field'],
): readonly Mention[] => {
  const seen = new Set<ConceptId>();
  return mentions.filter((mention) => {
    if (mention.field !== field || mention.isNested || seen.has(mention.concept)) return false;
    seen.add(mention.concept);
    return true;
  });
};
