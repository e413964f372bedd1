import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { toCardText } from '../../src/domain/card-text.ts';
import type { CardFace } from '../../src/domain/card.ts';
import { HUES, markOfTopic } from '../../src/domain/map-marks.ts';
import { cardToSvg, drawCard, loadFonts, MARK_COLOURS, MAX_CARD_BYTES } from './card-drawing.ts';
import { PROJECT_DIR } from './run-astro.ts';

const FULL: CardFace = {
  title: 'A Title of Some Length',
  above: 'A Topic',
  below: 'Somebody and Others',
  site: 'The Site',
  marks: [markOfTopic(3)],
};

const FACES: readonly (readonly [string, CardFace])[] = [
  ['everything', FULL],
  ['two letters', { ...FULL, title: 'Go' }],
  ['a title without end', { ...FULL, title: 'On and on and on, again. '.repeat(40) }],
  ['a word without end', { ...FULL, title: 'm'.repeat(300), below: 'W'.repeat(300) }],
  ['markup', { ...FULL, title: '</svg><script>alert(1)</script>' }],
  ['all topics', { title: 'Site', marks: Array.from({ length: 60 }, (_, at) => markOfTopic(at)) }],
  ['a topic in other letters', { ...FULL, above: undefined }],
  ['nothing at all', { marks: [] }],
];

/** Signs for which satori finds no glyph in the typeface. */
const missingSigns = async (text: string): Promise<string> => {
  const missing: string[] = [];
  const element = { type: 'div', props: { style: { fontFamily: 'latin' }, children: text } };
  await satori(element, {
    width: 1200,
    height: 630,
    fonts: loadFonts() as Font[],
    loadAdditionalAsset: (_, signs) => {
      missing.push(signs);
      return Promise.resolve('');
    },
  });
  return missing.join('');
};

describe('the typeface', () => {
  it('has a glyph for every sign that cards are written in', async () => {
    const signs = Array.from({ length: 0x3000 - 0x20 }, (_, at) => String.fromCodePoint(at + 0x20));
    const written = signs.filter((sign) => toCardText(sign) === sign);
    expect(written.length).toBeGreaterThan(600);
    expect(await missingSigns(written.join(' '))).toBe('');
    expect(await missingSigns('漢')).toBe('漢');
  });
});

describe('the colours of marks', () => {
  it('are those of the map', () => {
    const css = readFileSync(join(PROJECT_DIR, 'src/styles/map/marks.css'), 'utf8');
    const light = [...css.matchAll(/--hue-\d: light-dark\((#\w{6}),/g)].map(([, hex]) => hex);
    expect(MARK_COLOURS).toEqual(light);
    expect(light.length).toBe(HUES);
  });
});

describe('drawCard', () => {
  it.each(FACES)('draws %s within the limits', async (_, face) => {
    const png = await drawCard(face);
    const { format, width, height } = await sharp(png).metadata();
    expect([format, width, height]).toEqual(['png', 1200, 630]);
    expect(png.length).toBeLessThanOrEqual(MAX_CARD_BYTES);
  });

  it('keeps fewer colours of what would be too large', async () => {
    const crowded = { ...FULL, title: '¶Ǽ%@&#§'.repeat(60), below: '@%&#'.repeat(80) };
    expect((await drawCard(crowded)).length).toBeLessThanOrEqual(MAX_CARD_BYTES);
  });

  it('draws the same bytes each time', async () => {
    expect((await drawCard(FULL)).equals(await drawCard(FULL))).toBe(true);
  });
});

describe('cardToSvg', () => {
  it('holds outlines alone, which need no typeface and load nothing', async () => {
    for (const [, face] of FACES) {
      const elements = (await cardToSvg(face)).matchAll(/<(\w+)/g);
      const names = new Set([...elements].map(([, name]) => name));
      expect(
        [...names].filter((name) => !/^(?:svg|g|path|rect|mask|defs|clipPath)$/.test(name ?? '')),
      ).toEqual([]);
    }
  });

  it('shows the colour of a topic whose name cannot be written, and its mark beside no other words', async () => {
    const svg = await cardToSvg({ ...FULL, above: undefined });
    const [first] = FULL.marks;
    const colour = MARK_COLOURS[first?.hue ?? 0] ?? 'none';
    expect(svg.split(`fill="${colour}"`).length - 1).toBe(1);
  });

  it.each(FACES)('keeps %s off the margin', async (_, face) => {
    const svg = Buffer.from(await cardToSvg(face));
    const area = { left: 1120, top: 0, width: 80, height: 630 };
    const margin = await sharp(await sharp(svg).extract(area).png().toBuffer()).stats();
    expect(margin.channels.every(({ min, max }) => min === max)).toBe(true);
  });
});
