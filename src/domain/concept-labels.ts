import { findAcronyms } from './acronyms.ts';
import type { Concept } from './concept.ts';
import type { ConceptId } from './fields.ts';
import { STOP_WORDS } from './stop-words.ts';
import {
  exactKey,
  stemKey,
  writtenKey,
  type MentionWord,
  type WordReader,
} from './mention-words.ts';

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

/**
 * The names by which texts mention a concept: its name, its acronyms and what they stand for, and aliases that
 * end as the name does (`weight pruning`) are sure and may be inflected; other aliases are everyday words that
 * must stand as they are, in the company of a topic or of another name of the concept. Acronyms of two letters
 * need company as well, and capitals within a name always count: `HIP` is no hip.
 */
export const labelsOf = (concept: NamedConcept, reader: WordReader): readonly ConceptLabel[] => {
  const { id, name, aliases = [] } = concept;
  const acronyms = [name, ...aliases].filter(isAcronym);
  const head = stemsOf(name, reader).at(-1);
  return [name, ...aliases].map((text, at) => {
    const words = reader.read(text);
    const isName = at === 0;
    const isLong = !isName && isLongForm(text, acronyms);
    const isShort = isAcronym(text) && countLetters(text) < MIN_SURE_ACRONYM;
    const isOneWord = words.length === 1 && !isName && !isAcronym(text);
    const isClose = head !== undefined && stemsOf(text, reader).at(-1) === head;
    const isSure = !isShort && !isOneWord && (isName || isLong || isAcronym(text) || isClose);
    return {
      concept: id,
      readings: readingsOf(
        words,
        (word) => keyOf(word, isName || isLong, isSure || isOneWord),
        reader,
      ),
      isSure,
      isKept: isName || isAcronym(text) || isLong,
    };
  });
};
