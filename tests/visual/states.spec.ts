import { expectPicture, test, type Subject, type View } from './pictures.ts';

const HOME: Subject = { name: 'home', site: 'content', path: './' };
const TOPIC: Subject = { name: 'topic', site: 'content', path: './topics/llm-inference-serving/' };
const SEARCH: Subject = { name: 'search', site: 'content', path: './search/?q=attention' };
const MAP: Subject = { name: 'map', site: 'fixture', path: './map/' };
const AUTHOR: Subject = { name: 'author', site: 'fixture', path: './authors/odalys-brennwick/' };
const DIGEST: Subject = { name: 'digest', site: 'fixture', path: './digest/2026-11-19/' };
const PAPER: Subject = {
  name: 'paper',
  site: 'fixture',
  path: './papers/shelfwalker-a-trolley-that-finds-misplaced-books/',
};
const RETRACTED: Subject = {
  name: 'retracted paper',
  site: 'fixture',
  path: './papers/do-bees-keep-time-by-the-church-bell/',
};

const ofExtremes = (name: string, path: string): Subject => ({ name, site: 'extremes', path });
const TOO_MUCH: readonly Subject[] = [
  ofExtremes('home with 40 topics', './'),
  ofExtremes('topics, 40 of them', './topics/'),
  ofExtremes('search with 40 topics', './search/?q=town'),
  ofExtremes('map with long names', './map/'),
  ofExtremes('topic with a long word for a name', './topics/captains-caps/'),
  ofExtremes('papers with long titles', './papers/'),
  ofExtremes('paper with too much of everything', './papers/on-counting-what-will-not-fit/'),
  ofExtremes('paper with a word that fits no line', './papers/supercalifragilistic/'),
];

/** Success criterion 1.4.12 of WCAG 2.2: nothing is lost when readers set text this wide. */
const TEXT_SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;

/** A4 at 96 pixels an inch, without margins of 15 mm. */
const SHEET_PIXELS = 680;

type State = { readonly name: string; readonly view: View; readonly of: readonly Subject[] };

const STATES: readonly State[] = [
  // at 200 % a window of 1440 pixels has room for half of them
  { name: 'zoomed', view: { width: 720 }, of: [SEARCH, PAPER] },
  { name: 'spaced', view: { width: 360, styles: TEXT_SPACING }, of: [HOME, SEARCH, PAPER, DIGEST] },
  {
    name: 'printed',
    view: { width: SHEET_PIXELS, media: 'print' },
    of: [TOPIC, PAPER, RETRACTED, DIGEST],
  },
  {
    name: 'forced colours',
    view: { width: 1440, colorSchemes: ['dark'], forcedColors: 'active' },
    of: [HOME, SEARCH, PAPER, MAP, AUTHOR],
  },
  { name: 'calm', view: { width: 360, reducedMotion: 'reduce' }, of: [HOME, MAP] },
  { name: 'narrow', view: { width: 360 }, of: TOO_MUCH },
  { name: 'wide', view: { width: 1440 }, of: TOO_MUCH },
];

for (const { name: state, view, of } of STATES)
  for (const { name, site, path } of of)
    test(`${state}: ${name} (${site})`, async ({ page, addressOf }) => {
      const address = new URL(path, await addressOf(site)).href;
      await expectPicture(page, address, `${state} ${name}`, view);
    });
