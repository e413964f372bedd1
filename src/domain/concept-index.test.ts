import { describe, expect, it } from 'vitest';
import { buildCatalog, type Collection } from './catalog.ts';
import { indexConcepts, splitConceptPapers } from './concept-index.ts';
import { groupByLetter, indexTerms } from './concept-terms.ts';
import type { Concept } from './concept.ts';
import { conceptIdSchema, topicIdSchema } from './fields.ts';
import type { PaperId } from './fields.ts';
import type { Paper } from './paper.ts';

const topic = topicIdSchema.parse('serving');

const concept = (id: string, name: string, more: Partial<Concept> = {}): Concept => ({
  id: conceptIdSchema.parse(id),
  name,
  definition: '',
  topics: [topic],
  ...more,
});

const paper = (id: string, title: string, abstract = '', more: Partial<Paper> = {}): Paper => ({
  id: id as PaperId,
  title,
  abstract,
  ...more,
});

const CONCEPTS = [
  concept('llm', 'Large language model', { aliases: ['LLM', 'AI that writes text'] }),
  concept('kv-cache', 'KV cache', {
    aliases: ['key-value cache'],
    broader: [conceptIdSchema.parse('llm')],
  }),
  concept('gpu', 'GPU', { aliases: ['graphics processing unit', 'GPU-2', 'fast chip'] }),
  concept('batching', 'Batching', { related: [conceptIdSchema.parse('gpu')] }),
  concept('aeroplane', 'Äroplane'),
];

const index = (papers: readonly Paper[], concepts: readonly Concept[] = CONCEPTS) => {
  const collection: Collection = {
    site: { schema: 1, title: 'T', description: 'D', language: 'en', cards: 'auto', welcome: '' },
    papers,
    topics: [{ id: topic, name: 'Serving', summary: 's', order: 1, introduction: '' }],
    concepts,
  };
  return indexConcepts(buildCatalog(collection));
};

const PAPERS = [
  paper('one', 'Zebras and the KV cache', 'An LLM on a GPU with batching.'),
  paper('two', 'A KV cache', 'LLMs like a GPU.'),
  paper('three', 'Bees', 'The KV cache. A KV-cache of LLMs.'),
  paper('four', 'KV cache of the withdrawn', 'GPU', { withdrawn: 'by its authors' }),
  paper('five', 'Nothing', ''),
  paper('six', 'A store', 'A KV cache.'),
];

const entryOf = (id: string, papers = PAPERS) =>
  index(papers).entryById.get(conceptIdSchema.parse(id))!;
const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);

describe('the papers of a concept', () => {
  it('come with those first that name it in the title, each once, withdrawn ones left out', () => {
    const { papers, titled } = entryOf('kv-cache');
    expect(idsOf(papers)).toEqual(['two', 'one', 'six', 'three']);
    expect([...titled].toSorted()).toEqual(['one', 'two']);
  });

  it('may be none', () => {
    expect(entryOf('aeroplane').papers).toEqual([]);
    expect(index([], [])).toEqual({
      entries: [],
      entryById: new Map(),
      mentionsByPaper: new Map(),
    });
  });

  it('fall into parts when they are too many for a page, each once', () => {
    const many = Array.from({ length: 450 }, (_, at) =>
      paper(`p${at}`, `${String.fromCharCode(97 + (at % 3))} ${at}`, at % 2 === 0 ? 'GPU' : 'GPUs'),
    );
    const whole = splitConceptPapers(entryOf('gpu', many));
    expect(whole.items.length).toBe(450);
    expect(whole.parts.length).toBeGreaterThan(1);
    expect(whole.parts.flatMap(({ items }) => items).length).toBe(450);
  });
});

describe('the places of a concept', () => {
  it('are its topics and the links of the glossary, both ways', () => {
    expect(idsOf(entryOf('llm').topics)).toEqual(['serving']);
    expect(idsOf(entryOf('llm').narrower)).toEqual(['kv-cache']);
    expect(idsOf(entryOf('kv-cache').broader)).toEqual(['llm']);
    expect(idsOf(entryOf('gpu').related)).toEqual(['batching']);
  });

  it('include the concepts that meet it in two papers or more, but those linked to it', () => {
    const together = ({ together: found }: ReturnType<typeof entryOf>) =>
      found.map(({ concept: { id }, shared }) => `${id} ${shared}`);
    expect(together(entryOf('kv-cache'))).toEqual(['gpu 2']);
    expect(together(entryOf('gpu'))).toEqual(['llm 2', 'kv-cache 2']);
    expect(together(entryOf('batching'))).toEqual([]);
  });
});

describe('the index', () => {
  it('has names and terms under their letters, as the alphabet has them', () => {
    const groups = groupByLetter(indexTerms(index(PAPERS).entries).items);
    const lines = groups.map(([letter, terms]) => [
      letter,
      ...terms.map(({ title, entry, isAlias }) =>
        isAlias ? `${title} → ${entry.concept.name}` : title,
      ),
    ]);
    expect(lines).toEqual([
      ['A', 'Äroplane'],
      ['B', 'Batching'],
      ['G', 'GPU', 'graphics processing unit → GPU'],
      ['K', 'key-value cache → KV cache', 'KV cache'],
      ['L', 'Large language model', 'LLM → Large language model'],
    ]);
  });

  it('falls into parts by beginnings when it is too long for a page, each line once', () => {
    const { items, parts } = indexTerms(index(PAPERS).entries, 3);
    expect(parts.map(({ label, items: terms }) => [label, terms.length])).toEqual([
      ['A', 1],
      ['B', 1],
      ['G', 2],
      ['K', 2],
      ['L', 2],
    ]);
    expect(parts.flatMap((part) => part.items)).toEqual(items);
    expect(indexTerms(index(PAPERS).entries).parts).toEqual([]);
  });
});
