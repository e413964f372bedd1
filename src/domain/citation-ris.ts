import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { isUnpublished, type CslItem, type CslName, type CslType } from './citation-record.ts';

type Tags = Readonly<Record<string, string | readonly string[]>>;

const TYPES: Readonly<Record<CslType, string>> = {
  article: 'JOUR',
  'article-journal': 'JOUR',
  'paper-conference': 'CONF',
  chapter: 'CHAP',
  thesis: 'THES',
  report: 'RPRT',
};

/** The end of a line; a record ends with one as well. */
const END = '\r\n';

/** RIS knows no particles: they are the beginning of the family name. */
const withParticle = (name: CslName): CslName => {
  const { 'non-dropping-particle': particle, family, ...rest } = name;
  return particle === undefined ? name : { ...rest, family: `${particle} ${family ?? ''}` };
};

const pad = (part: number): string => String(part).padStart(2, '0');

/** The same for every type, which the library does not do: readers look for both. */
const datesOf = ({ issued }: CslItem): Tags => {
  const [year, month, day] = issued?.['date-parts'][0] ?? [];
  if (year === undefined) return {};
  const parts = [month, day].map((part) => (part === undefined ? '' : pad(part)));
  return { PY: String(year), DA: [year, ...parts, ''].join('/') };
};

/** Tags of the library's that are written otherwise: type, id, and the dates of some types. */
const REPLACED = new Set(['TY', 'ID', 'PY', 'DA', 'C2']);

const typeOf = (item: CslItem): string => (isUnpublished(item) ? 'UNPB' : TYPES[item.type]);

const tagsOf = (item: CslItem): Tags => {
  const { author } = item;
  const entry = {
    ...item,
    ...(author && { author: author.map(withParticle) }),
  };
  const [tags] = plugins.output.format('ris', [entry], { format: 'object' }) as [Tags];
  return {
    ...Object.fromEntries(Object.entries(tags).filter(([tag]) => !REPLACED.has(tag))),
    ...datesOf(item),
    ...(item.publisher && { PB: item.publisher }),
  };
};

/**
 * A RIS record, each field on a line of its own however long it is: the library breaks lines within words, which
 * readers take for spaces. Its type comes first; the id, of which the library keeps twenty letters, is whole.
 */
export const toRis = (item: CslItem): string => {
  const lines = Object.entries(tagsOf(item)).flatMap(([tag, values]) =>
    [values].flat().map((value) => `${tag}  - ${value}`),
  );
  return [`TY  - ${typeOf(item)}`, `ID  - ${item.id}`, ...lines, 'ER  - ', ''].join(END);
};
