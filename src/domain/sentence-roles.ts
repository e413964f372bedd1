import { splitSentences } from './sentences.ts';
import { paragraphsOf } from './paragraphs.ts';

/**
 * What a sentence of an abstract is for. Abstracts begin with the field and its troubles (motivation), then
 * say what the authors did (contribution), how it works (method) and how it fared (result).
 */
export type Role = 'motivation' | 'contribution' | 'method' | 'result';

export type RoledSentence = { readonly text: string; readonly role: Role };

const AUTHORS_SPEAK =
  /\b(?:we|our|ours)\b|\b(?:this|the present) (?:paper|work|study|survey|review|article|report|thesis|document|research|brief|approach)\b|\b(?:paper|study) (?:presents|introduces|proposes|describes)\b/i;

const TELLS_RESULT =
  /\b(?:experiment\w*|evaluat\w+|results?|outperform\w*|achiev\w+|validat\w+|compared (?:to|with)|state-of-the-art|datasets?|benchmarks|speedup|surpass\w*)\b|\d(?:%|\\%|x\b|×)/i;

/** Splits an abstract and says what each sentence is for; where no author speaks, all may be contribution. */
export const readRoles = (abstract: string): readonly RoledSentence[] => {
  const texts = paragraphsOf(abstract).flatMap((paragraph) =>
    splitSentences(paragraph).map(({ text }) => text),
  );
  const first = texts.findIndex((text) => AUTHORS_SPEAK.test(text));
  const roleOf = (text: string, at: number): Role => {
    if (first < 0 || at === first) return 'contribution';
    if (at < first) return 'motivation';
    if (TELLS_RESULT.test(text)) return 'result';
    return AUTHORS_SPEAK.test(text) ? 'contribution' : 'method';
  };
  return texts.map((text, at) => ({ text, role: roleOf(text, at) }));
};
