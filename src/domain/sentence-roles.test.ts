import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRoles } from './sentence-roles.ts';

const rolesOf = (abstract: string) => readRoles(abstract).map(({ role }) => role);

test('motivation ends where the authors first speak', () => {
  expect(
    rolesOf(
      'Kilns waste heat. Bricks crack. We propose a warm brick. The brick is hollow. We glaze it. Experiments show 20% less cracks.',
    ),
  ).toEqual(['motivation', 'motivation', 'contribution', 'method', 'contribution', 'result']);
});

test('the first sentence in which authors speak is a contribution even when it tells a result', () => {
  expect(rolesOf('Kilns are hot. In this paper we evaluate kilns. It is warm.')).toEqual([
    'motivation',
    'contribution',
    'method',
  ]);
});

test('where no author speaks, every sentence may be the contribution', () => {
  expect(rolesOf('A kiln is hot. Bricks are warm.')).toEqual(['contribution', 'contribution']);
});

test('an empty abstract has no sentences', () => {
  expect(readRoles(' \n ')).toEqual([]);
});

test('no sentence after a contribution is motivation', () => {
  const sentence = fc.constantFrom('Kilns are hot.', 'We build one.', 'It is 5% warmer.', 'Ash.');
  fc.assert(
    fc.property(fc.array(sentence), (sentences) => {
      const roles = rolesOf(sentences.join(' '));
      const last = roles.lastIndexOf('motivation');
      expect(roles.slice(0, last + 1).every((role) => role === 'motivation')).toBe(true);
    }),
  );
});
