export type OutsideSearch = { readonly name: string; readonly url: string };

const PLACES: readonly (readonly [name: string, address: string])[] = [
  ['arXiv', 'https://arxiv.org/search/?searchtype=all&query='],
  ['Google Scholar', 'https://scholar.google.com/scholar?q='],
  ['Semantic Scholar', 'https://www.semanticscholar.org/search?q='],
  ['Hugging Face', 'https://huggingface.co/papers?q='],
];

/** The title as words to search for: TeX's signs say nothing to a search box. */
const titleToQuery = (title: string): string =>
  title
    .replace(/\\[a-zA-Z]+|[$\\{}^_]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Searches by title at places that may have the paper. */
export const outsideSearches = (title: string): readonly OutsideSearch[] => {
  const query = encodeURIComponent(titleToQuery(title) || title);
  return PLACES.map(([name, address]) => ({ name, url: address + query }));
};
