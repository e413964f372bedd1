import { dateToText } from './dates.ts';
import type { Container, Paper, Version } from './paper.ts';

const isSome = (phrase: string | undefined): phrase is string => phrase !== undefined;

/** `10-20` and `10--20` as printed; what is no plain range stays as it is. */
const toRange = (pages: string): string => pages.replace(/^(\d+)\s*[-–]+\s*(\d+)$/, '$1–$2');

/**
 * Where something appeared, piece by piece.
 * @example containerPhrases({ name: 'Journal of Light', volume: '3', pages: '10-20' })
 * // ['Journal of Light', 'volume 3', 'pages 10–20']
 */
export const containerPhrases = (container: Container): readonly string[] => {
  const { name, volume, issue, pages, publisher } = container;
  return [
    name,
    volume && `volume ${volume}`,
    issue && `issue ${issue}`,
    pages && (/\d\s*[-–]/.test(pages) ? `pages ${toRange(pages)}` : `page ${pages}`),
    publisher,
  ].filter(isSome);
};

export const doiUrl = (doi: string): string =>
  `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`;
export const orcidUrl = (orcid: string): string => `https://orcid.org/${orcid}`;
export const arxivUrl = (arxiv: string): string => `https://arxiv.org/abs/${arxiv}`;

/** Where a version is found: its DOI first, then arXiv, then its address. */
export const versionUrl = ({ doi, arxiv, url }: Version): string | undefined =>
  doi !== undefined ? doiUrl(doi) : arxiv !== undefined ? arxivUrl(arxiv) : url;

/** What sets a version apart, piece by piece; at least one piece. */
export const versionPhrases = (version: Version): readonly string[] => {
  const { title, container, date, note, doi, arxiv, url } = version;
  const phrases = [
    title,
    ...(container ? containerPhrases(container) : []),
    date && dateToText(date),
    note,
  ].filter(isSome);
  if (phrases.length > 0) return phrases;
  return [doi ?? (arxiv && `arXiv:${arxiv}`) ?? url ?? 'Another version'];
};

/** The address that tells what a licence allows: its own, or that of its SPDX identifier. */
export const licenceUrl = (licence: string): string | undefined => {
  if (/^https?:\/\//.test(licence)) return licence;
  return /^[A-Za-z0-9.+-]+$/.test(licence)
    ? `https://spdx.org/licenses/${licence}.html`
    : undefined;
};

/** Whether the paper names a place where it can be read. */
export const isFoundElsewhere = ({ pdf, doi, arxiv }: Paper): boolean =>
  (pdf ?? doi ?? arxiv) !== undefined;
