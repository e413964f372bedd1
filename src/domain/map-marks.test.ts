import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HUES, markOfTopic, SHAPES } from './map-marks.ts';

const read = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../styles', name), 'utf8');

/** What a style sheet gives a colour by day and by night. */
const colourPair = (css: string, name: string): readonly [light: string, dark: string] => {
  const [, light, dark] =
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css) ?? [];
  if (light === undefined || dark === undefined) throw new Error(`There is no --${name}.`);
  return [light, dark];
};

type Colour = readonly [number, number, number];
type Matrix = readonly [Colour, Colour, Colour];

/** Linear light of an sRGB colour (IEC 61966-2-1). */
const toLinear = (hex: string): Colour => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
};

const times = (matrix: Matrix, [r, g, b]: Colour): Colour => {
  const [x, y, z] = matrix.map(([one, two, three]) => one * r + two * g + three * b);
  return [x ?? 0, y ?? 0, z ?? 0];
};

/**
 * What people see who lack one kind of cone: the matrices of severity 1.0 in Machado, Oliveira and Fernandes,
 * "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE Transactions on Visualization
 * and Computer Graphics 15 (2009), 1291–1298.
 */
const VISIONS: Readonly<Record<string, Matrix>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Björn Ottosson's Oklab (2020), in which distances are about as large as they look. */
const toOklab = (colour: Colour): Colour => {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map(Math.cbrt);
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [l ?? 0, m ?? 0, s ?? 0],
  );
};

const clampColour = ([r, g, b]: Colour): Colour => [
  Math.min(1, Math.max(0, r)),
  Math.min(1, Math.max(0, g)),
  Math.min(1, Math.max(0, b)),
];

const seenAs = (hex: string, vision: Matrix): Colour =>
  toOklab(clampColour(times(vision, toLinear(hex))));

const distance = (a: Colour, b: Colour): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (hex: string): number => {
  const [r, g, b] = toLinear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

const hues = Array.from({ length: HUES }, (_, hue) =>
  colourPair(read('map/marks.css'), `hue-${hue}`),
);
const grounds = ['color-paper', 'color-sheet'].map((name) => colourPair(read('tokens.css'), name));

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('colours of the map, %s', (_, theme) => {
  test('stand out from the ground', () => {
    for (const hue of hues)
      for (const ground of grounds)
        expect(contrast(hue[theme], ground[theme]), hue[theme]).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(VISIONS))('are told apart: %s', (_, vision) => {
    const seen = hues.map((hue) => seenAs(hue[theme], vision));
    const distances = seen.flatMap((one, at) =>
      seen.slice(at + 1).map((other) => distance(one, other)),
    );
    // five times what is just noticed, about 0.02
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(0.1);
  });
});

describe('markOfTopic', () => {
  const marks = Array.from({ length: HUES * SHAPES.length }, (_, place) => markOfTopic(place));

  test('gives each of many topics a mark of its own', () => {
    const distinct = new Set(marks.map(({ hue, shape }) => `${hue} ${shape}`));
    expect(distinct.size).toBe(HUES * SHAPES.length);
  });

  test('gives neighbours in the list another colour and another shape', () => {
    marks.slice(1).forEach((mark, at) => {
      expect(mark.hue).not.toBe(marks[at]?.hue);
      expect(mark.shape).not.toBe(marks[at]?.shape);
    });
  });
});
