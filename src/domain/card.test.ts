import { describe, expect, it } from 'vitest';
import { cardOfPaper, listCards, MAX_OWN_CARDS, planCards } from './card.ts';
import { buildCatalog, type Collection } from './catalog.ts';
import type { PaperId } from './fields.ts';
import type { Paper } from './paper.ts';
import { siteSettingsSchema } from './site-settings.ts';
import { topicIdSchema } from './topic.ts';

const BREAD = topicIdSchema.parse('bread');
const CLOCKS = topicIdSchema.parse('clocks');

const toTopic = (id: typeof BREAD, order: number) => ({
  id,
  name: `On ${id}`,
  summary: `All about ${id}.`,
  order,
  introduction: '',
});

const toPaper = (id: string, fields: Partial<Paper> = {}): Paper => ({
  id: id as PaperId,
  title: `Title of ${id}`,
  abstract: '',
  ...fields,
});

const plan = (papers: readonly Paper[], settings: Partial<Collection['site']> = {}) => {
  const site = siteSettingsSchema.parse({ schema: 1, title: 'Shelf', description: 'Papers.' });
  return planCards(
    buildCatalog({
      site: { ...site, welcome: '', ...settings },
      topics: [toTopic(BREAD, 1), toTopic(CLOCKS, 2)],
      concepts: [],
      papers,
    }),
  );
};

const many = (count: number) => Array.from({ length: count }, (_, at) => toPaper(`p${at}`));

describe('planCards', () => {
  it('has one card for the site, one for each topic, one for each listed paper', () => {
    const cards = plan([toPaper('a'), toPaper('b', { withdrawn: 'by its authors' })]);
    expect(listCards(cards).map(({ path }) => path)).toEqual([
      '/cards/site.png',
      '/cards/topics/bread.png',
      '/cards/topics/clocks.png',
      '/cards/papers/a.png',
    ]);
  });

  it('says title, topic, authors, year and site', () => {
    const authors = ['A One', 'B Two'].map((name) => ({ name }));
    const paper = toPaper('a', { topics: [CLOCKS, BREAD], date: '2020-05', authors });
    const card = cardOfPaper(plan([paper]), paper);
    expect(card.face).toMatchObject({
      title: 'Title of a',
      above: 'On clocks',
      below: 'A One and B Two\u00a0· 2020',
      site: 'Shelf',
      marks: [{ hue: 1, shape: 1 }],
    });
    expect(card.alt).toBe('On clocks · Title of a · A One and B Two\u00a0· 2020 · Shelf');
  });

  it.each([
    [1, 'N1'],
    [3, 'N1, N2 and N3'],
    [4, 'N1, N2, N3 and N4'],
    [5, 'N1, N2, N3 and\u00a02\u00a0others'],
  ])('names %i authors as %j', (count, line) => {
    const authors = Array.from({ length: count }, (_, at) => ({ name: `N${at + 1}` }));
    const paper = toPaper('a', { authors });
    expect(cardOfPaper(plan([paper]), paper).face.below).toBe(line);
  });

  it('leaves out names in other letters, not the year', () => {
    const paper = toPaper('a', { authors: [{ name: '山田' }], date: '1999' });
    expect(cardOfPaper(plan([paper]), paper).face.below).toBe('1999');
  });

  it('says of a retracted paper that it is', () => {
    const corrections = [{ date: '2020-01-01', kind: 'retraction' as const, note: 'wrong' }];
    const paper = toPaper('a', { corrections, topics: [BREAD] });
    expect(cardOfPaper(plan([paper]), paper).face.above).toBe('Retraction · On bread');
  });

  it.each([
    ['auto', MAX_OWN_CARDS, true],
    ['auto', MAX_OWN_CARDS + 1, false],
    ['always', MAX_OWN_CARDS + 1, true],
    ['never', 1, false],
  ] as const)('with the setting %j and %i papers each has its own: %j', (cards, count, hasOwn) => {
    expect(plan(many(count), { cards }).papers.size).toBe(hasOwn ? count : 0);
  });
});

describe('cardOfPaper', () => {
  it('falls back on the topic, then on the site', () => {
    const papers = [
      toPaper('a', { title: '蜜蜂', topics: [CLOCKS] }),
      toPaper('b', { title: '蜜蜂' }),
    ];
    const cards = plan(papers);
    expect(papers.map((paper) => cardOfPaper(cards, paper).path)).toEqual([
      '/cards/topics/clocks.png',
      '/cards/site.png',
    ]);
  });
});
