import { expect, test } from 'vitest';
import { Mixer } from './text-mixer.ts';

test('who is right is trusted more, who is wrong less, in that situation alone', () => {
  const inputs = Float64Array.of(2, -2);
  const mixer = new Mixer(inputs, 2);
  expect(mixer.mix(0)).toBeCloseTo(0);
  for (let times = 0; times < 50; times += 1) {
    mixer.mix(0);
    mixer.learn(1, 32768);
  }
  expect(mixer.mix(0)).toBeGreaterThan(1);
  expect(mixer.mix(1)).toBeCloseTo(0);
});
