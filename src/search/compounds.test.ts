import { describe, expect, test } from 'vitest';
import { analyze } from './analyze.ts';
import {
  addHyphenated,
  addPairs,
  addSplit,
  findRuns,
  findSplit,
  listSplits,
  noSplits,
  pruneSplits,
} from './compounds.ts';
import { finish } from './steps.ts';

const splitsOf = (...texts: string[]) => {
  const splits = noSplits();
  for (const text of texts) addHyphenated(splits, analyze(text));
  return splits;
};

const runsIn = (text: string, splits = noSplits()) =>
  findRuns(analyze(text), splits).map(({ word }) => word);

describe('compounds', () => {
  test('are whatever a collection writes with hyphens, dots and the like', () => {
    const splits = splitsOf('An on-device, state-of-the-art prima.cpp – a-b-c-d-e');
    expect(listSplits(splits).map(([parts]) => parts.join('+'))).toEqual([
      'on+device',
      'state+of+the+art',
      'prima+cpp',
    ]);
  });

  test('are found with hyphens and with spaces, not across other signs', () => {
    const splits = splitsOf('on-device state-of-the-art');
    expect(runsIn('on-device', splits)).toEqual(['ondevice']);
    expect(runsIn('On  device and state of the art', splits)).toEqual([
      'ondevice',
      'stateoftheart',
    ]);
    expect(runsIn('on, device. On? Device', splits)).toEqual([]);
    expect(runsIn('state of the', splits)).toEqual([]);
  });

  test('may overlap', () => {
    expect(runsIn('real time series', splitsOf('real-time time-series'))).toEqual([
      'realtime',
      'timeseries',
    ]);
  });

  test('are pairs of words that stand as one word elsewhere', () => {
    const splits = noSplits();
    finish(
      addPairs(
        splits,
        new Map([
          ['data', 3],
          ['set', 2],
          ['dataset', 5],
          ['a', 9],
        ]),
      ),
    );
    expect(runsIn('a data set', splits)).toEqual(['dataset']);
  });

  test('tell how a word is written in parts, once it is', () => {
    const splits = noSplits();
    const split = addSplit(splits, ['state', 'of', 'the', 'art']);
    expect(findSplit('stateoftheart', splits)).toBeUndefined();
    split.count = 2;
    expect(findSplit('stateoftheart', splits)?.parts).toEqual(['state', 'of', 'the', 'art']);
    expect(findSplit('stateofthe', splits)).toBeUndefined();
    expect(findSplit('', splits)).toBeUndefined();
  });

  test('that nobody writes in parts are dropped, and others are kept', () => {
    const splits = noSplits();
    addSplit(splits, ['net', 'work']);
    addSplit(splits, ['net', 'work', 'shop']).count = 1;
    addSplit(splits, ['over', 'fit']);
    pruneSplits(splits);
    expect(listSplits(splits)).toEqual([[['net', 'work', 'shop'], 1]]);
  });
});
