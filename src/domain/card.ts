import { toCardText } from './card-text.ts';
import type { Catalog } from './catalog.ts';
import type { PaperId, TopicId } from './fields.ts';
import { CORRECTION_LABELS } from './labels.ts';
import { markOfTopic, type Mark } from './map-marks.ts';
import { yearOf, type Author, type Paper } from './paper.ts';
import type { SiteSettings } from './site-settings.ts';
import type { Topic } from './topic.ts';

/** Where a picture for previews is, and what it says. */
export type CardImage = {
  /** site path */
  readonly path: string;
  /** for those who do not see it */
  readonly alt: string;
};

/** What is drawn on a card; what is not known, or cannot be written, is not there. */
export type CardFace = {
  readonly title?: string | undefined;
  /** above the title: the topic */
  readonly above?: string | undefined;
  /** below it: who wrote it and when, or what it is about */
  readonly below?: string | undefined;
  readonly site?: string | undefined;
  /** colour of the site, `#1a4f8b` */
  readonly accent?: string | undefined;
  /** of the topic; of all topics on the card of the site */
  readonly marks: readonly Mark[];
};

export type Card = CardImage & { readonly face: CardFace };

/** The cards of a site. */
export type Cards = {
  readonly site: Card;
  readonly topics: ReadonlyMap<TopicId, Card>;
  /** of papers that have their own */
  readonly papers: ReadonlyMap<PaperId, Card>;
};

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/** Up to so many papers each has a card of its own, when the settings leave it open. */
export const MAX_OWN_CARDS = 1_000;
/** Authors that a card names. */
const MAX_AUTHORS = 3;

const toAlt = (...phrases: readonly (string | undefined)[]): string =>
  phrases.filter(Boolean).join(' · ');

/** The card of the site, which stands in for every page that has no other. */
export const siteCardImage = ({ title, description }: SiteSettings): CardImage => ({
  path: '/cards/site.png',
  alt: toAlt(title, description),
});

const faceOf = (
  site: SiteSettings,
  marks: readonly Mark[],
  texts: Readonly<Partial<Record<'title' | 'above' | 'below', string | undefined>>>,
): CardFace => {
  const write = (text: string | undefined) => (text === undefined ? undefined : toCardText(text));
  return {
    title: write(texts.title),
    above: write(texts.above),
    below: write(texts.below),
    site: write(site.title),
    accent: site.colours?.light,
    marks,
  };
};

const siteCard = (site: SiteSettings, topics: readonly Topic[]): Card => {
  const marks = topics.map((_, place) => markOfTopic(place));
  const face = faceOf(site, marks, { title: site.title, below: site.description });
  return { ...siteCardImage(site), face: { ...face, site: undefined } };
};

const topicCard = ({ id, name, summary }: Topic, place: number, site: SiteSettings): Card => ({
  path: `/cards/topics/${id}.png`,
  alt: toAlt(name, summary, site.title),
  face: faceOf(site, [markOfTopic(place)], { title: name, above: 'Topic', below: summary }),
});

/** @example authorsToLine([a, b, c, d, e]) // 'A, B, C and 2 others' */
const authorsToLine = (authors: readonly Author[]): string | undefined => {
  const names = authors.map(({ name }) => name);
  const more = names.length - MAX_AUTHORS;
  // “and 1 other” is no shorter than a name
  if (more > 1) return `${names.slice(0, MAX_AUTHORS).join(', ')} and\u00a0${more}\u00a0others`;
  return names.length < 2 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
};

/** Who wrote a paper and when, names in other letters left out. */
const bylineOf = (paper: Paper): string | undefined => {
  const authors = authorsToLine(paper.authors ?? []);
  const line = [authors && toCardText(authors), yearOf(paper)]
    .filter((part) => part !== undefined)
    .join('\u00a0· ');
  return line === '' ? undefined : line;
};

const warningOf = ({ corrections = [] }: Paper): string | undefined => {
  const isRetracted = corrections.some(({ kind }) => kind === 'retraction');
  return isRetracted ? CORRECTION_LABELS.retraction : undefined;
};

/** Undefined when the title is in letters that cards cannot show. */
const paperCard = (paper: Paper, catalog: Catalog, placeOf: PlaceOf): Card | undefined => {
  if (toCardText(paper.title) === undefined) return undefined;
  const { site, topicById } = catalog;
  const [primary] = paper.topics ?? [];
  const topic = primary === undefined ? undefined : topicById.get(primary);
  const place = topic && placeOf.get(topic.id);
  const marks = place === undefined ? [] : [markOfTopic(place)];
  const above = toAlt(warningOf(paper), topic?.name) || undefined;
  const below = bylineOf(paper);
  return {
    path: `/cards/papers/${paper.id}.png`,
    alt: toAlt(above, paper.title, below, site.title),
    face: faceOf(site, marks, { title: paper.title, above, below }),
  };
};

type PlaceOf = ReadonlyMap<TopicId, number>;

const haveOwn = ({ site, papers }: Catalog): boolean =>
  site.cards === 'always' || (site.cards === 'auto' && papers.length <= MAX_OWN_CARDS);

/** All cards of a site: its own, one of each topic, and those of papers as far as the settings want them. */
export const planCards = (catalog: Catalog): Cards => {
  const { site, topics, papers } = catalog;
  const placeOf = new Map(topics.map(({ id }, place) => [id, place]));
  const own = haveOwn(catalog) ? papers : [];
  return {
    site: siteCard(site, topics),
    topics: new Map(topics.map((topic, place) => [topic.id, topicCard(topic, place, site)])),
    papers: new Map(
      own.flatMap((paper) => {
        const card = paperCard(paper, catalog, placeOf);
        return card === undefined ? [] : [[paper.id, card] as const];
      }),
    ),
  };
};

export const listCards = ({ site, topics, papers }: Cards): readonly Card[] => [
  site,
  ...topics.values(),
  ...papers.values(),
];

/** The card of a paper; without one of its own that of its topic, and without a topic that of the site. */
export const cardOfPaper = (cards: Cards, { id, topics: [primary] = [] }: Paper): Card =>
  cards.papers.get(id) ?? (primary && cards.topics.get(primary)) ?? cards.site;
