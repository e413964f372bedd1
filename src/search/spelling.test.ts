import { expect, test } from 'vitest';
import { unifySpelling } from './spelling.ts';

test.each([
  ['quantisation', 'quantization'],
  ['quantised', 'quantized'],
  ['optimising', 'optimizing'],
  ['normalisers', 'normalizers'],
  ['realise', 'realize'],
  ['behaviour', 'behavior'],
  ['neighbouring', 'neighboring'],
  ['colours', 'colors'],
  ['centre', 'center'],
  ['fibres', 'fibers'],
  ['catalogue', 'catalog'],
  ['dialogues', 'dialogs'],
  ['defence', 'defense'],
  ['analyse', 'analyze'],
  ['analysing', 'analyzing'],
  ['paralysed', 'paralyzed'],
  ['haemoglobin', 'hemoglobin'],
  ['anaesthetic', 'anesthetic'],
  ['artefacts', 'artifacts'],
  ['programmes', 'programs'],
  ['grey', 'gray'],
  ['matrices', 'matrix'],
  ['vertices', 'vertex'],
  ['indices', 'index'],
])('%s is %s', (british, american) => {
  expect(unifySpelling(british)).toBe(unifySpelling(american));
});

test.each([
  ['noise', 'noize'],
  ['supervised', 'supervized'],
  ['precise', 'precize'],
  ['surprise', 'surprize'],
  ['promised', 'promized'],
  ['rise', 'rize'],
  ['expertise', 'expertize'],
  ['four', 'for'],
  ['hour', 'hor'],
  ['our', 'or'],
  ['course', 'corse'],
  ['there', 'theer'],
  ['science', 'sciense'],
  ['rogue', 'rog'],
  ['is', 'iz'],
])('%s is not %s', (word, other) => {
  expect(unifySpelling(word)).not.toBe(unifySpelling(other));
  expect(unifySpelling(word)).toBe(word);
});
