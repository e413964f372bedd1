import { termOf, type Form } from './analyze.ts';

/**
 * Words that people put around what they look for, in whatever inflection. Abstracts have few of them, so they
 * would count as rare ones, but beside other words they say little.
 */
const CHATTER: ReadonlySet<string> = new Set(
  (
    'actually almost alone already always another anybody anyone anything around article ask away bad came cannot ' +
    'cant come didnt doesnt done dont else enough even ever every everybody everyone everything explain find found ' +
    'get give given go goes gone good got great happen help idea instead isnt kind knew know known let like little ' +
    'look lot made make many maybe mean much name need never nobody nothing now often one paper people person please ' +
    'possible put quite rather really right said say see seen show someone something sometimes soon sort still stuff ' +
    'sure take tell thing think thought told took tried try turn two use usually want way well went wont work'
  )
    .split(' ')
    .map(termOf),
);

/** Whether a word is one that people put around what they look for; an acronym never is. */
export const isChatter = ({ term, isCapital }: Form): boolean => !isCapital && CHATTER.has(term);
