import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseTopics, compileTopics, propose } from './classify.ts';
import { topicIdSchema, type MatchTerm, type Topic } from './topic.ts';

const topic = (id: string, ...match: readonly MatchTerm[]): Topic => ({
  id: topicIdSchema.parse(id),
  name: id,
  summary: id,
  order: 0,
  introduction: '',
  match: [...match],
});

const KILNS = topic(
  'kilns',
  { term: 'kiln | oven', weight: 6 },
  { term: 'firing', weight: 4 },
  { term: 'toy oven', weight: -6 },
);
const GLAZES = topic('glazes', { term: 'glaze', weight: 6 }, { term: 'SiO', weight: 4 });
const WHEELS = topic('wheels', { term: 'potter wheel', weight: 6 });
const CLAYS = topic('clays', { term: 'clay', weight: 6 });
const SALES = topic('sales', { term: 'market', weight: 8, in: 'title' });
const TOPICS = [KILNS, GLAZES, WHEELS, CLAYS, SALES];

const topicsOf = (title: string, abstract = '', topics: readonly Topic[] = TOPICS) =>
  propose({ title, abstract }, topics).topics;

describe('propose', () => {
  test('puts the topic that the paper is most about first', () => {
    const abstract = 'We fire a kiln with wood. We let the kiln cool. A glaze forms on the pots.';
    expect(topicsOf('A Wood Kiln for Every Glaze', abstract)).toEqual(['kilns', 'glazes']);
  });

  test('does not take a passing mention in the motivation for a topic', () => {
    const abstract = 'A glaze is pretty. Clay is cheap. We build a kiln.';
    expect(topicsOf('The Warm Kiln', abstract)).toEqual(['kilns']);
  });

  test('lets weights below zero speak against a topic', () => {
    expect(topicsOf('A Toy Oven', 'We sell a toy oven.')).toEqual([]);
  });

  test('counts terms for the title in the title only', () => {
    expect(topicsOf('A Market of Pots')).toEqual(['sales']);
    expect(topicsOf('Pots', 'We visit a market. We study the market.')).toEqual([]);
  });

  test('proposes four topics at most', () => {
    const all = topicsOf('Market: Kiln, Glaze, Potter Wheel, Clay');
    expect(all).toHaveLength(4);
  });

  test('proposes nothing for an empty text and nothing without topics', () => {
    expect(propose({ title: '', abstract: '' }, TOPICS)).toEqual({ topics: [] });
    expect(topicsOf('A Kiln', 'We build a kiln.', [])).toEqual([]);
    expect(topicsOf('A Kiln', '', [topic('plain')])).toEqual([]);
  });

  test.each(['A KILN', 'a kiln', 'Kilns', 'Ovens', 'the oven-kiln'])('reads “%s”', (title) => {
    expect(topicsOf(title)).toEqual(['kilns']);
  });
});

const word = fc.constantFrom(
  ...['kiln', 'glaze', 'potter', 'wheel', 'clay', 'market', 'firing', 'the', 'we', 'warm', 'toy'],
);
const sentence = fc
  .array(word, { minLength: 1, maxLength: 8 })
  .map((words) => `${words.join(' ')}.`);
const paper = fc.record({
  title: sentence,
  abstract: fc.array(sentence, { maxLength: 6 }).map((sentences) => sentences.join(' X ')),
});

describe('whatever the paper says', () => {
  test('the order of the topics does not matter', () => {
    fc.assert(
      fc.property(paper, fc.shuffledSubarray(TOPICS, { minLength: 5 }), (text, shuffled) => {
        expect(propose(text, shuffled)).toEqual(propose(text, TOPICS));
      }),
    );
  });

  test('a last sentence about something else adds no topic', () => {
    fc.assert(
      fc.property(paper, (text) => {
        const longer = { ...text, abstract: `${text.abstract} Bread tastes best at noon.` };
        const before = propose(text, TOPICS).topics;
        for (const id of propose(longer, TOPICS).topics) expect(before).toContain(id);
      }),
    );
  });

  test('topics are at most four, each once, the highest score first', () => {
    const score = compileTopics(TOPICS);
    fc.assert(
      fc.property(paper, (text) => {
        const scores = score(text);
        const chosen = chooseTopics(scores);
        expect(chosen).toEqual(scores.slice(0, chosen.length).map(({ topic }) => topic));
        expect(chosen.length).toBeLessThanOrEqual(4);
        expect(new Set(chosen).size).toBe(chosen.length);
      }),
    );
  });

  test('a topic in the title scores higher than the same words in the abstract', () => {
    const score = compileTopics([KILNS]);
    fc.assert(
      fc.property(fc.constantFrom('kiln', 'oven', 'firing'), (term) => {
        const [inTitle] = score({ title: term, abstract: '' });
        const [inAbstract] = score({ title: '', abstract: term });
        expect(inTitle!.points).toBeGreaterThan(inAbstract!.points);
      }),
    );
  });
});
