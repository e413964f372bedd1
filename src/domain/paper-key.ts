/** What tells one paper from another in all sources: `doi:…`, `arxiv:…` or `title:…`. */
export type PaperKey = string;

/** What a key is made of. */
export type Identified = {
  readonly title: string;
  readonly doi?: string | undefined;
  readonly arxiv?: string | undefined;
};

/**
 * A title without case, spaces and punctuation; a title of punctuation only stays as it is.
 * @example foldTitle('KV-Cache:  an Overview!') // 'kvcacheanoverview'
 */
export const foldTitle = (title: string): string => {
  const plain = title.normalize('NFKC').toLowerCase().normalize('NFKC');
  return plain.replace(/[\p{P}\p{Z}\p{C}]+/gu, '') || plain.trim();
};

const ARXIV_DOI = /^10\.48550\/arxiv\.(\S+?)(?:v\d+)?$/i;

/** The arXiv id of a DOI that arXiv itself gave. */
export const arxivOfDoi = (doi: string | undefined): string | undefined =>
  ARXIV_DOI.exec(doi ?? '')?.[1];

/** Every key by which a paper may be known, the surest first. */
export const keysOf = ({ title, doi, arxiv }: Identified): readonly PaperKey[] => {
  const preprint = arxiv ?? arxivOfDoi(doi);
  return [
    ...(doi === undefined ? [] : [`doi:${doi.toLowerCase()}`]),
    ...(preprint === undefined ? [] : [`arxiv:${preprint}`]),
    `title:${foldTitle(title)}`,
  ];
};
