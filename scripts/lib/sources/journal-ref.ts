import type { Container } from '../../../src/domain/paper.ts';

const VOLUME = String.raw`(?:vol(?:ume)?\.?\s*)?(?<volume>\d{1,4})`;
const ISSUE = String.raw`(?:\s*,?\s*(?:no\.?|nr\.?|issue|number)\s*(?<issue>\d{1,4})|\s*\((?<short>\d{1,3})\))?`;
const PAGES = String.raw`(?:\s*[,:]\s*(?:pp?\.?\s*|pages?\s+)?(?<pages>[a-z]?\d+(?:\s*[-–]+\s*[a-z]?\d+)?))?`;
const YEAR = String.raw`\s*[,;:]?\s*(?:\((?:19|20)\d\d\)|(?:19|20)\d\d)`;

/** Name, volume, pages and year in the order that journals have been cited in for a hundred years. */
const JOURNAL = new RegExp(
  String.raw`^(?<name>\p{L}[^\d(:]{2,150}?)[\s,]{0,4}${VOLUME}${ISSUE}${PAGES}${YEAR}\.?$`,
  'iu',
);

/**
 * What a reference in one line says of the journal. One that is written another way, as those of proceedings
 * are, is not taken apart: as a whole it still tells where the paper appeared.
 * @example readJournalRef('J. Chem. Phys. 115, 1626 (2001)')
 * // { type: 'journal', name: 'J. Chem. Phys.', volume: '115', pages: '1626' }
 */
export const readJournalRef = (reference: string): Container => {
  const line = reference.replace(/\s+/g, ' ').trim();
  const { name, volume, issue, short, pages } = JOURNAL.exec(line)?.groups ?? {};
  if (name === undefined || volume === undefined) return { name: line };
  const number = issue ?? short;
  return {
    type: 'journal',
    name: name.trim(),
    volume,
    ...(number === undefined ? {} : { issue: number }),
    ...(pages === undefined ? {} : { pages: pages.replace(/\s/g, '') }),
  };
};
