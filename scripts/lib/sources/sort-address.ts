import { kindOfPlace } from '../../../src/domain/abstract-links.ts';
import { arxivIn, toDoi } from './identifiers.ts';
import type { SourceRecord } from './source-record.ts';

/** What an address can tell of a paper. */
export type Addressed = Pick<SourceRecord, 'doi' | 'arxiv' | 'pdf' | 'links'>;

const isPdf = (url: string): boolean =>
  /\.pdf(?:[?#]|$)|^https?:\/\/openreview\.net\/pdf/i.test(url);

/** What an address of which nothing is said leads to. */
export const sortAddress = (url: string): Addressed => {
  const doi = toDoi(url);
  if (/^10\./.test(doi)) return { doi };
  const arxiv = arxivIn(url);
  if (arxiv !== undefined) return { arxiv };
  if (isPdf(url)) return { pdf: url };
  return { links: [{ kind: kindOfPlace(url) ?? 'other', url }] };
};
