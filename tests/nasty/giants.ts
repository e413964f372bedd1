import { gzipSync } from 'node:zlib';

/** A file that is too large to keep: made when it is needed. */
export type Giant = { readonly name: string; readonly make: () => string | Buffer };

const MEGABYTE = 1_000_000;
const giantTitle = () => 'A title of ten megabytes '.repeat((10 * MEGABYTE) / 25);

const feedOf = (entry: string): string =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry>${entry}</entry></feed>`;

const entryOf = (title: string): string =>
  `<id>http://arxiv.org/abs/2403.10020v1</id><title>${title}</title><summary>It ends.</summary>`;

export const GIANTS: readonly Giant[] = [
  { name: 'title.jsonl', make: () => JSON.stringify({ title: giantTitle() }) },
  { name: 'title.bib', make: () => `@article{a, title = {${giantTitle()}}, year = 2024}` },
  { name: 'title.ris', make: () => `TY  - JOUR\nTI  - ${giantTitle()}\nER  - \n` },
  { name: 'title.csv', make: () => `title,authors\n"${giantTitle()}",Eve\nA small title,Eve\n` },
  { name: 'title.atom.xml', make: () => feedOf(entryOf(giantTitle())) },
  {
    name: 'title.pmlr.md',
    make: () => `---\ntitle: "${giantTitle()}"\nbibtex_author: Eve\n---\n`,
  },
  { name: 'line.txt', make: () => `Get trending papers in your email inbox!\n${giantTitle()}` },
  { name: 'depth.json', make: () => `{"papers":[{"title":${'['.repeat(MEGABYTE)}` },
  {
    name: 'depth.closed.json',
    make: () => `[{"title":"A","x":${'['.repeat(MEGABYTE)}${']'.repeat(MEGABYTE)}},{"title":"B"}]`,
  },
  { name: 'depth.atom.xml', make: () => feedOf(`<title>${'<a>'.repeat(MEGABYTE / 10)}`) },
  { name: 'depth.bib', make: () => `@article{a, title = ${'{'.repeat(MEGABYTE)}` },
  {
    name: 'depth.closed.bib',
    make: () => `@article{a, title = ${'{'.repeat(2000)}x${'}'.repeat(2000)}}`,
  },
  {
    name: 'depth.pmlr.md',
    make: () => `---\nbibtex_author: Eve\ntitle: ${'['.repeat(MEGABYTE / 100)}\n---\n`,
  },
  {
    name: 'entities.jsonl',
    make: () => JSON.stringify({ title: 'A', abstract: `${'&amp;'.repeat(MEGABYTE)}lt; It ends.` }),
  },
  { name: 'bomb.gz', make: () => gzipSync(Buffer.alloc(300 * MEGABYTE, ' ')) },
  { name: 'lines.csv', make: () => `title,authors\n${'\n'.repeat(5 * MEGABYTE)}A,Eve\n` },
  { name: 'quotes.csv', make: () => `title,authors\n${'"'.repeat(5 * MEGABYTE + 1)}` },
];
