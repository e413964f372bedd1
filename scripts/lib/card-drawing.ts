import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { CARD_HEIGHT, CARD_WIDTH, type CardFace } from '../../src/domain/card.ts';
import { NO_TOPIC_SHAPE, SHAPES, type Mark } from '../../src/domain/map-marks.ts';
import { PROJECT_DIR } from './run-astro.ts';

/** Previews are cut off above what some programs load. */
export const MAX_CARD_BYTES = 40_000;

const FONT_DIR = join(PROJECT_DIR, 'node_modules/@fontsource/source-serif-4/files');
const SUBSETS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic', 'cyrillic-ext'] as const;
const WEIGHTS = [400, 600] as const;
const FAMILIES = SUBSETS.join(', ');

let fonts: readonly Font[] | undefined;

/** The typeface, which comes in files by script, each a family of its own: the next has what one lacks. */
export const loadFonts = (): readonly Font[] =>
  (fonts ??= SUBSETS.flatMap((name) =>
    WEIGHTS.map((weight) => ({
      name,
      weight,
      style: 'normal' as const,
      data: readFileSync(join(FONT_DIR, `source-serif-4-${name}-${weight}-normal.woff`)),
    })),
  ));

/** The light theme of the pages. */
const PAPER = '#fbf8f2';
const INK = '#211e1a';
const MUTED = '#635b50';
const RULE = '#e0d8c8';
const ACCENT = '#9c3416';
/** Those of the map. */
export const MARK_COLOURS = [
  '#189f96',
  '#bb2f2e',
  '#531b81',
  '#cb7d05',
  '#58639d',
  '#73120d',
  '#a36cee',
] as const;

const SPINE = 24;
const MARGIN = 84;
const TOP = 66;
const TEXT_WIDTH = CARD_WIDTH - 2 * MARGIN;
const RULE_Y = 540;
const ABOVE_HEIGHT = 68;
const GAP = 25;
/** From a mark to the words beside it. */
const INDENT = 44;
const MARK_SCALE = 2.6;

type Style = Readonly<Record<string, string | number>>;
type Element = {
  readonly type: 'div';
  readonly props: { readonly style: Style; readonly children: string | readonly Element[] };
};

const box = (style: Style, children: string | readonly Element[]): Element => ({
  type: 'div',
  props: { style, children },
});

const clamped = (text: string, lines: number, style: Style): Element =>
  box(
    {
      display: 'block',
      lineClamp: lines,
      wordBreak: 'break-word',
      textWrap: 'pretty',
      ...style,
    },
    text,
  );

/**
 * The longer a title, the smaller its letters; what is too long for the smallest ends in an ellipsis. Lines
 * of the title and of what stands below it, as many as there is room for.
 */
const SIZES = [
  { upTo: 18, size: 112, lines: 2, below: 2 },
  { upTo: 36, size: 88, lines: 2, below: 3 },
  { upTo: 70, size: 72, lines: 3, below: 2 },
  { upTo: 115, size: 60, lines: 4, below: 1 },
  { upTo: 170, size: 52, lines: 5, below: 1 },
  { upTo: Infinity, size: 45, lines: 6, below: 1 },
] as const;

const titleAndBelow = ({ title = '', below }: CardFace): readonly Element[] => {
  const step = SIZES.find(({ upTo }) => title.length <= upTo) ?? SIZES[0];
  const lines = below === undefined ? step.lines + 1 : step.lines;
  const look = { fontSize: step.size, fontWeight: 600, lineHeight: 1.12, letterSpacing: '-0.01em' };
  return [
    ...(title === '' ? [] : [clamped(title, lines, look)]),
    ...(below === undefined
      ? []
      : [clamped(below, step.below, { fontSize: 33, lineHeight: 1.35, color: MUTED })]),
  ];
};

/** A line that begins after a mark. */
const besideMark = (text: string | undefined, top: number, look: Style): readonly Element[] =>
  text === undefined
    ? []
    : [
        clamped(text, 1, {
          position: 'absolute',
          left: MARGIN + INDENT,
          top,
          width: TEXT_WIDTH - INDENT,
          lineHeight: 1.25,
          ...look,
        }),
      ];

/** The words of a card from top to bottom. */
const wordsOf = (face: CardFace): Element => {
  const top = face.above === undefined ? TOP : TOP + ABOVE_HEIGHT;
  const middle: Style = {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: face.above === undefined ? 'center' : 'flex-start',
    position: 'absolute',
    left: MARGIN,
    top,
    width: TEXT_WIDTH,
    height: RULE_Y - top - GAP,
    gap: GAP,
  };
  const whole: Style = { display: 'flex', color: INK, fontFamily: FAMILIES };
  return box({ ...whole, width: CARD_WIDTH, height: CARD_HEIGHT }, [
    ...besideMark(face.above, TOP, { fontSize: 32, color: MUTED }),
    box(middle, titleAndBelow(face)),
    ...besideMark(face.site, RULE_Y + 20, { fontSize: 28, fontWeight: 600 }),
  ]);
};

const colourOf = (mark: Mark | undefined, accent: string): string =>
  mark === undefined ? accent : (MARK_COLOURS[mark.hue] ?? accent);

const stamp = (mark: Mark | undefined, x: number, y: number, scale: number, fill: string) =>
  `<path transform="translate(${x} ${y}) scale(${scale})" fill="${fill}" fill-rule="evenodd" d="${
    mark === undefined ? NO_TOPIC_SHAPE : (SHAPES[mark.shape] ?? NO_TOPIC_SHAPE)
  }"/>`;

/** A little sheet with a line of light, as on the tab of the browser. */
const sheet = (x: number, y: number, fill: string) =>
  `<g transform="translate(${x} ${y})"><path fill="${fill}" d="M2 0h15l7 7v23H2a2 2 0 0 1-2-2V2a2 2 0 0 1 2-2z"/><path fill="${PAPER}" d="M6 14h12v2.4H6zM6 20h8v2.4H6z"/></g>`;

const STAMP_GAP = 44;
const MAX_STAMPS = Math.floor(TEXT_WIDTH / STAMP_GAP);

/** Everything on a card that is not words: its spine in the colour of the topic, the marks, the rule. */
const ornamentsOf = ({ above, site, marks, accent = ACCENT }: CardFace): string => {
  const [first] = marks;
  const colour = marks.length > 1 ? accent : colourOf(first, above === undefined ? accent : MUTED);
  // where the site's name would be, for it is the title of the only card with more marks than one
  const row = site === undefined ? marks.slice(0, MAX_STAMPS) : [];
  return [
    `<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="${PAPER}"/>`,
    `<rect width="${SPINE}" height="${CARD_HEIGHT}" fill="${colour}"/>`,
    `<rect x="${MARGIN}" y="${RULE_Y}" width="${TEXT_WIDTH}" height="2" fill="${RULE}"/>`,
    above === undefined ? '' : stamp(first, MARGIN + 14, TOP + 21, MARK_SCALE, colour),
    site === undefined ? '' : sheet(MARGIN + 2, RULE_Y + 23, accent),
    ...row.map((mark, at) =>
      stamp(mark, MARGIN + 14 + at * STAMP_GAP, RULE_Y + 40, 2.2, colourOf(mark, accent)),
    ),
  ].join('');
};

/** A card as SVG of paths alone: it looks the same wherever it is drawn. */
export const cardToSvg = async (face: CardFace): Promise<string> => {
  const words = await satori(wordsOf(face), {
    width: CARD_WIDTH,
    height: CARD_HEIGHT,
    fonts: loadFonts() as Font[],
  });
  return words.replace(/^<svg[^>]*>/, (opening) => opening + ornamentsOf(face));
};

/** Colours in the palette of a card, fewer while its file is too large; the marks of many topics need more. */
const PALETTES = [16, 8, 4] as const;
const palettesOf = ({ marks }: CardFace) => (marks.length > 1 ? [48, ...PALETTES] : PALETTES);

/** A card as PNG. */
export const drawCard = async (face: CardFace): Promise<Buffer> => {
  const svg = Buffer.from(await cardToSvg(face));
  let png = Buffer.alloc(0);
  for (const colours of palettesOf(face)) {
    const options = { palette: true, colours, dither: 0, effort: 1, compressionLevel: 6 };
    png = await sharp(svg).png(options).toBuffer();
    if (png.length <= MAX_CARD_BYTES) break;
  }
  return png;
};
