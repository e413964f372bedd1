import { yearOf, type Paper } from './paper.ts';

const LISTED_AUTHORS = 3;

/** Who wrote a paper, where and when it appeared, as lists say it: the pieces that are known. */
export const bylineOf = (paper: Paper): readonly string[] => {
  const names = (paper.authors ?? []).map(({ name }) => name);
  const authors =
    names.length > LISTED_AUTHORS
      ? `${names.slice(0, LISTED_AUTHORS).join(', ')} and others`
      : names.join(', ');
  return [authors, paper.container?.name ?? '', yearOf(paper)?.toString() ?? ''].filter(
    (piece) => piece !== '',
  );
};
