import { dateToText } from './dates.ts';
import type { Container, Paper, Version } from './paper.ts';

/**
 * Where something appeared, in a line.
 * @example containerToText({ name: 'Journal of Light', volume: '3', issue: '2', pages: '10-20' })
 * // 'Journal of Light, volume 3, issue 2, pages 10-20'
 */
export const containerToText = ({ name, volume, issue, pages, publisher }: Container): string =>
  [
    name,
    volume && `volume ${volume}`,
    issue && `issue ${issue}`,
    pages && (/\d\s*[-–]/.test(pages) ? `pages ${pages}` : `page ${pages}`),
    publisher,
  ]
    .filter(Boolean)
    .join(', ');

export const doiUrl = (doi: string): string =>
  `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`;
export const arxivUrl = (arxiv: string): string => `https://arxiv.org/abs/${arxiv}`;

/** Where a version is found: its DOI first, then arXiv, then its address. */
export const versionUrl = ({ doi, arxiv, url }: Version): string | undefined =>
  doi !== undefined ? doiUrl(doi) : arxiv !== undefined ? arxivUrl(arxiv) : url;

/** What sets a version apart, in a line; never empty. */
export const versionToText = ({ title, container, date, note, doi, arxiv, url }: Version): string =>
  [title, container && containerToText(container), date && dateToText(date), note]
    .filter(Boolean)
    .join(', ') ||
  (doi ?? (arxiv && `arXiv:${arxiv}`) ?? url ?? 'Another version');

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
