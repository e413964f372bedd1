import { toBibtex } from './citation-bibtex.ts';
import { toCslItem } from './citation-record.ts';
import type { Citations } from './citation-formats.ts';
import { toRis } from './citation-ris.ts';
import { toReadableCitations } from './citation-text.ts';
import type { Paper } from './paper.ts';
import { toReadableJson } from './readable-json.ts';

/**
 * A paper cited in every format, each made from one record. The key is the paper's id, which never changes.
 * @param address where the paper stands on its site, for those that have no other address
 */
export const citePaper = (paper: Paper, address?: string): Citations => {
  const item = toCslItem(paper);
  return {
    bibtex: toBibtex(item),
    ris: toRis(item),
    'csl-json': toReadableJson([item]),
    ...toReadableCitations(item, address),
  };
};
