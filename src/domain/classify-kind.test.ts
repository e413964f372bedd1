import { expect, test } from 'vitest';
import { proposeKind } from './classify-kind.ts';

test.each([
  ['survey', 'A Survey of Kilns', 'Kilns are many. This survey reviews them.'],
  ['survey', 'Wood and Fire', 'In this paper, we provide a review of all kilns.'],
  ['benchmark-dataset', 'KilnBench', 'We introduce a benchmark of 300 kilns.'],
  ['benchmark-dataset', 'A Dataset of Broken Pots', 'We release a dataset of pots.'],
  ['method', 'Dataset Distillation of Pots', 'We propose a novel method that outperforms others.'],
  ['method', 'Warm Glazing', 'We propose a new algorithm for glazing.'],
  ['system', 'Kilnix: A Platform for Potters', 'We present a platform that runs many kilns.'],
  ['analysis', 'How Hot Is a Kiln?', 'We investigate 40 kilns and find that all are hot.'],
  ['analysis', 'Characterization of Kilns in Use', 'This paper examines kilns in depth.'],
  ['position', 'Potters Should Share Kilns', 'In this position paper we argue for sharing.'],
])('%s: %s', (kind, title, abstract) => {
  expect(proposeKind({ title, abstract })).toBe(kind);
});

test('says nothing when no word tells', () => {
  expect(proposeKind({ title: 'Pots', abstract: '' })).toBeUndefined();
  expect(proposeKind({ title: '', abstract: '' })).toBeUndefined();
});
