import { describe, expect, test } from 'vitest';
import type { Concept } from '../domain/concept.ts';
import { toNames } from './concepts-payload.ts';

const concept = (id: string, name: string, more: object = {}): Concept =>
  ({ id, name, definition: '', ...more }) as Concept;

const namesIn = (texts: readonly string[], concepts: readonly Concept[] = []) =>
  toNames([], concepts, { papers: [{ id: 'a', title: '' }], texts: [texts] });

describe('the acronyms that papers define', () => {
  test('are known by both forms, each pair once whatever its inflection', () => {
    const { acronyms } = namesIn([
      'Neural Architecture Search (NAS) costs much.',
      'As neural architecture searches (NAS) go, ANN (approximate nearest neighbour) is none.',
    ]);
    expect(acronyms).toEqual([
      { short: 'NAS', long: 'Neural Architecture Search' },
      { short: 'ANN', long: 'approximate nearest neighbour' },
    ]);
  });

  test('are further names of a concept that the glossary knows by its long form', () => {
    const names = namesIn(
      ['A rotary engine (RE) turns.'],
      [concept('engine', 'Rotary engines', { aliases: ['Wankel'] })],
    );
    expect(names.concepts[0]?.aliases).toEqual(['Wankel', 'RE']);
    expect(names.acronyms).toBeUndefined();
  });

  test('do not take a short form from the glossary', () => {
    const names = namesIn(
      ['A random effect (RE) was seen.'],
      [concept('rotary-engine', 'Rotary engine', { aliases: ['RE'] })],
    );
    expect(names.concepts[0]?.aliases).toEqual(['RE']);
    expect(names.acronyms).toBeUndefined();
  });

  test('may stand for several things: of many, those that most papers mean', () => {
    const { acronyms = [] } = namesIn([
      'A red apple (RA), a ripe apple (RA), a raw almond (RA).',
      'A rare answer (RA), and once more a rare answer (RA).',
    ]);
    expect(acronyms.map(({ long }) => long)).toEqual(['rare answer', 'red apple', 'ripe apple']);
  });

  test('that are spelt like a word of the papers are told apart', () => {
    const { acronyms } = namesIn([
      'A hardware-aware latency predictor (HALP) and a helpful early learner (HEL).',
      'We halp ourselves, and hel-lo.',
    ]);
    expect(acronyms).toEqual([
      { short: 'HALP', long: 'hardware-aware latency predictor', isWord: true },
      { short: 'HEL', long: 'helpful early learner' },
    ]);
  });
});

describe('the names of concepts', () => {
  test('leave out what is recognised by another name in it, and keep ids that no name tells', () => {
    const { concepts } = namesIn(
      [],
      [
        concept('kv-cache', 'KV cache', {
          aliases: ['the KV caches of a model', 'memory', 'kv-cache'],
        }),
        concept('ram', 'Memory chips', { broader: ['kv-cache', 'gone'] }),
      ],
    );
    expect(JSON.parse(JSON.stringify(concepts))).toEqual([
      { name: 'KV cache', aliases: ['memory'] },
      { name: 'Memory chips', id: 'ram', broader: [0] },
    ]);
  });
});
