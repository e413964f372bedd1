import { cardOfPaper, planCards, type Card, type Cards } from '../domain/card.ts';
import type { Paper } from '../domain/paper.ts';
import type { TopicId } from '../domain/fields.ts';
import { loadCatalog } from './catalog.ts';

const readCards = async (): Promise<Cards> => planCards(await loadCatalog());

let planned: Promise<Cards> | undefined;

/** Which pictures the previews of a site have; the build draws them. Planned once a build. */
const loadCards = (): Promise<Cards> =>
  import.meta.env.DEV ? readCards() : (planned ??= readCards());

export const loadPaperCard = async (paper: Paper): Promise<Card> =>
  cardOfPaper(await loadCards(), paper);

/** That of a topic; undefined for the papers without one. */
export const loadTopicCard = async (id: TopicId | undefined): Promise<Card | undefined> =>
  id && (await loadCards()).topics.get(id);
