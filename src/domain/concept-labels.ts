import { findAcronyms } from './acronyms.ts';
import type { Concept } from './concept.ts';
import type { ConceptId } from './fields.ts';
import { STOP_WORDS } from './stop-words.ts';
import { exactKey, stemKey, writtenKey, type MentionWord, WordReader } from './mention-words.ts';

/** What of a concept is needed to find it in texts. */
export type NamedConcept = Pick<
  Concept,
  'id' | 'name' | 'aliases' | 'topics' | 'broader' | 'related'
>;

/** A name by which a concept is found in texts. */
export type ConceptLabel = {
  readonly concept: ConceptId;
  /** the keys of its words in a `LabelTree`; one list for each way to write them */
  readonly readings: readonly (readonly string[])[];
  /** whether it means the concept wherever it stands, or only in company: everyday words mean many things */
  readonly isSure: boolean;
  /** whether it is still meant inside a longer name: the GPU of a GPU cluster, not the language model of a small one */
  readonly isKept: boolean;
};

const CAPITALS = /\p{Lu}.*\p{Lu}/u;
const MIN_SURE_ACRONYM = 3;

/** Written without a space and with two capitals or more: an acronym, or a name like one. */
const isAcronym = (text: string): boolean => !/\s/.test(text) && CAPITALS.test(text);

const countLetters = (text: string): number => (text.match(/[\p{L}\p{N}]/gu) ?? []).length;

/** Whether a text is what one of these acronyms stands for. */
const isLongForm = (text: string, acronyms: readonly string[]): boolean =>
  /[\s-]/.test(text) &&
  acronyms.some((short) => findAcronyms(`${text} (${short})`).some(({ long }) => long === text));

const stemsOf = (text: string, reader: WordReader): readonly string[] =>
  reader
    .read(text)
    .map(({ forms }) => forms)
    .filter(({ folded }) => !STOP_WORDS.has(folded))
    .map(({ stem }) => stem);

/** What comes of doing something is named by many forms of its verb: quantization, quantized, quantizing. */
const VERBAL = /(?:ing|ed|[sz]ations?)$/;

/** The key of a word of a label: as written when its capitals matter. */
const keyOf = ({ forms }: MentionWord, isName: boolean, isInflected: boolean): string => {
  const { folded, written } = forms;
  // a name begins with a capital as a sentence does; an alias has a capital only where it must
  if (written !== undefined && (!isName || CAPITALS.test(written))) return writtenKey(written);
  return isInflected && VERBAL.test(folded) ? stemKey(forms) : exactKey(forms);
};

/** All words apart, and two words as one: `data center` is `datacenter` too. */
const readingsOf = (
  words: readonly MentionWord[],
  keyOfWord: (word: MentionWord) => string,
  reader: WordReader,
): readonly (readonly string[])[] => {
  // words that no text has side by side are never found
  const apart = words.map((word, at) => (at === 0 ? '' : (word.gap ?? '\0')) + keyOfWord(word));
  const [first, second] = words;
  if (words.length !== 2 || second?.gap !== ' ' || first === undefined) return [apart];
  return [apart, [stemKey(reader.formsOf(first.forms.folded + second.forms.folded))]];
};

/** How a name relates to its concept, which decides what it means in a text. */
type Relation = 'name' | 'acronym' | 'short acronym' | 'long form' | 'close' | 'word' | 'other';

/** Tells names of a concept apart: `name`, what an acronym stands for, what ends as the name does, ... */
const relationsOf = (
  { name, aliases = [] }: Pick<NamedConcept, 'name' | 'aliases'>,
  reader: WordReader,
): ((text: string) => Relation) => {
  const acronyms = [name, ...aliases].filter(isAcronym);
  const head = stemsOf(name, reader).at(-1);
  return (text) => {
    if (isAcronym(text)) return countLetters(text) < MIN_SURE_ACRONYM ? 'short acronym' : 'acronym';
    if (text === name) return 'name';
    if (isLongForm(text, acronyms)) return 'long form';
    if (reader.read(text).length === 1) return 'word';
    return head !== undefined && stemsOf(text, reader).at(-1) === head ? 'close' : 'other';
  };
};

const SURE: readonly Relation[] = ['name', 'acronym', 'long form', 'close'];
const KEPT: readonly Relation[] = ['name', 'acronym', 'short acronym', 'long form'];
const NAMES: readonly Relation[] = ['name', 'long form'];

/**
 * The names by which texts mention a concept: its name, its acronyms and what they stand for, and aliases that
 * end as the name does (`weight pruning`) are sure and may be inflected; other aliases are everyday words that
 * must stand as they are, in the company of a topic or of a name of the concept or of one linked to it. Acronyms
 * of two letters need company as well, and capitals within a name always count: `HIP` is no hip.
 */
export const labelsOf = (concept: NamedConcept, reader: WordReader): readonly ConceptLabel[] => {
  const { id, name, aliases = [] } = concept;
  const relationOf = relationsOf(concept, reader);
  return [name, ...aliases].map((text) => {
    const relation = relationOf(text);
    const isName = NAMES.includes(relation) || text === name;
    const toKey = (word: MentionWord) => keyOf(word, isName, relation !== 'other');
    return {
      concept: id,
      readings: readingsOf(reader.read(text), toKey, reader),
      isSure: SURE.includes(relation),
      isKept: KEPT.includes(relation),
    };
  });
};

/** Longer ones are sentences. */
const MAX_TERM_WORDS = 4;

/** Whether a name is a term that papers use for a concept, not everyday words for it. */
export const isTerm = (text: string, concept: Pick<NamedConcept, 'name' | 'aliases'>): boolean =>
  text.split(' ').length <= MAX_TERM_WORDS &&
  [...SURE, ...KEPT].includes(relationsOf(concept, new WordReader())(text));
