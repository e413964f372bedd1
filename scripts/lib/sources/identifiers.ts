const DOI_BEFORE = /^(?:https?:\/\/)?(?:(?:dx\.|www\.)?doi\.org\/|doi:?\s*(?=10\.))/i;
const DOI = /^10\.\d{4,9}\/\S+$/;

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * A DOI without what stands before it; text that holds none stays as it is.
 * @example toDoi('https://doi.org/10.1000/182') // '10.1000/182'
 */
export const toDoi = (text: string): string => {
  const trimmed = text.trim();
  const bare = trimmed.replace(DOI_BEFORE, '');
  // only addresses are encoded: a DOI itself may hold a percent sign
  const doi = /^https?:/i.test(trimmed) ? decode(bare) : bare;
  return DOI.test(doi) ? doi.replace(/(?<![.,;])[.,;]+$/, '') : trimmed;
};

const ARXIV =
  /^(?:https?:\/\/(?:\w+\.)?arxiv\.org\/(?:abs|pdf|html)\/|arxiv:?\s*(?:preprint\s+arxiv:\s*)?|(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.48550\/arxiv\.)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?(?:[\s[?#].*)?$/is;

/** Archives are written small, their subject classes in capitals. */
const spellArchive = (id: string): string => {
  const [archive = '', number] = id.split('/');
  if (number === undefined) return id;
  const [name = '', subject] = archive.split('.');
  const spelled = subject === undefined ? '' : `.${subject.toUpperCase()}`;
  return `${name.toLowerCase()}${spelled}/${number}`;
};

/**
 * An arXiv id without version, from the forms it takes: with `arXiv:`, as an address, as a DOI of arXiv; text
 * that holds none stays as it is.
 * @example toArxiv('https://arxiv.org/abs/2403.10020v2') // '2403.10020'
 */
export const toArxiv = (text: string): string => {
  const [, id] = ARXIV.exec(text.trim()) ?? [];
  return id === undefined ? text.trim() : spellArchive(id);
};

/** The arXiv id of an address or a DOI; undefined when it leads elsewhere. */
export const arxivIn = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim() ?? '';
  return /arxiv/i.test(trimmed) && ARXIV.test(trimmed) ? toArxiv(trimmed) : undefined;
};

/** @example toOrcid('https://orcid.org/0000-0002-1825-0097') // '0000-0002-1825-0097' */
export const toOrcid = (text: string): string =>
  text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i, '')
    .toUpperCase();
