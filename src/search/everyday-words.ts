import { termOf } from './analyze.ts';

/**
 * Plain words that people use for one another. Names in everyday words are recognised by any of them; papers
 * are ranked by the words typed, and by others only for a word that no paper has.
 */
const ALIKE: readonly (readonly string[])[] = [
  ['model', 'network', 'net'],
  ['picture', 'image', 'photo', 'photograph'],
  ['phone', 'smartphone', 'mobile', 'cellphone'],
  ['computer', 'machine', 'pc', 'laptop', 'desktop'],
  ['chip', 'processor'],
  ['big', 'large', 'huge', 'giant', 'enormous'],
  ['small', 'little', 'tiny'],
  ['fast', 'quick', 'rapid', 'faster', 'quicker'],
  ['cheap', 'inexpensive', 'affordable', 'cheaper'],
  ['many', 'lots', 'several', 'multiple'],
  ['train', 'learn', 'teach'],
  ['shrink', 'squeeze', 'slim'],
  ['car', 'vehicle', 'automobile'],
  ['doctor', 'physician', 'clinician'],
  ['mistake', 'error', 'bug', 'fault'],
  ['wrong', 'incorrect', 'faulty'],
  ['talk', 'speak', 'chat'],
  ['house', 'home', 'household'],
  ['guess', 'predict', 'estimate', 'forecast'],
  ['spot', 'detect', 'notice', 'recognize'],
  ['remove', 'discard', 'throw', 'delete', 'drop'],
  ['cut', 'trim', 'prune'],
  ['share', 'split', 'divide'],
  ['money', 'budget', 'price', 'cost'],
  ['electricity', 'power', 'energy'],
  ['disk', 'drive', 'ssd'],
  ['hacker', 'attacker'],
  ['song', 'music', 'melody', 'tune'],
  ['voice', 'speech', 'spoken'],
  ['illness', 'disease', 'sick', 'ill'],
  ['hospital', 'clinic', 'healthcare'],
  ['answer', 'reply', 'response', 'respond'],
  ['question', 'query'],
  ['test', 'benchmark', 'evaluate'],
  ['correct', 'accurate'],
  ['secret', 'private', 'confidential'],
  ['buy', 'purchase'],
  ['steal', 'stolen', 'copy'],
  ['book', 'novel'],
  ['video', 'film', 'movie'],
  ['delay', 'latency', 'lag', 'wait'],
  ['website', 'web'],
  ['ship', 'boat', 'vessel'],
  ['lung', 'chest'],
  ['example', 'sample'],
  ['idle', 'unused', 'waste'],
];

const termsOf = (words: readonly string[]): readonly string[] => [...new Set(words.map(termOf))];

const groupOf = new Map(
  ALIKE.map(termsOf).flatMap((terms) => terms.map((term) => [term, terms] as const)),
);

/** The index term that stands for all that are used alike; for most, the term itself. */
export const toEveryday = (term: string): string => groupOf.get(term)?.[0] ?? term;

/** The index terms of other words that are used like one. */
export const alikeOf = (term: string): readonly string[] =>
  (groupOf.get(term) ?? []).filter((other) => other !== term);
