import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paperIdSchema } from './fields.ts';
import { nameKey } from './name-key.ts';
import type { Container, Paper } from './paper.ts';
import { pagesOf } from './partition.ts';
import { indexVenues } from './venues.ts';

const NAMES = [
  'Annals of String',
  'annals  of STRING',
  'Annals of Strings',
  'Årsbok',
  'Arsbok',
] as const;

const paper = (number: number, container?: Container): Paper => ({
  id: paperIdSchema.parse(`paper-${number}`),
  title: `Title ${number}`,
  abstract: '',
  ...(container === undefined ? {} : { container }),
});

const anyPapers = fc
  .array(fc.option(fc.constantFrom(...NAMES), { nil: undefined }), { maxLength: 20 })
  .map((names) => names.map((name, at) => paper(at, name === undefined ? undefined : { name })));

test('a paper stands once, under the name of its venue as written but for case and spaces', () => {
  fc.assert(
    fc.property(anyPapers, (papers) => {
      const { whole, venueOf, paths } = indexVenues(papers);
      const listed = pagesOf(whole).flatMap(({ items }) => items);
      const placed = listed.flatMap((venue) => venue.papers.map((one) => [venue, one] as const));
      expect(placed.map(([, { id }]) => id).toSorted()).toEqual(
        papers.flatMap(({ id, container }) => (container ? [id] : [])).toSorted(),
      );
      for (const [venue, { id, container }] of placed) {
        expect(nameKey(venue.name)).toBe(nameKey(container?.name ?? ''));
        expect(venueOf.get(id)).toBe(venue);
        expect(paths.get(venue.id)).toBeDefined();
      }
      const keys = listed.map(({ name }) => nameKey(name));
      expect(new Set(keys).size).toBe(keys.length);
      expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    }),
  );
});

test('a venue is called as most papers call it, and knows its types', () => {
  const { whole } = indexVenues([
    paper(1, { name: 'ANNALS OF STRING' }),
    paper(2, { name: 'Annals of String', type: 'journal' }),
    paper(3, { name: 'Annals of String', type: 'journal' }),
  ]);
  expect(whole.items).toMatchObject([
    { id: 'annals-of-string', name: 'Annals of String', types: ['journal'] },
  ]);
});
