import { MOST_COMPARED } from '../../domain/compare-link.ts';
import { compareSets, type Overlap } from '../../domain/compare-sets.ts';
import type { ConceptId, PaperId, TopicId } from '../../domain/fields.ts';
import { enumerate } from '../../domain/labels.ts';
import { conceptPath, paperPath, topicPath, withBase } from '../../domain/urls.ts';
import { linesOf, type Knowledge } from '../list/paper-lines.ts';
import { copyTemplate, partOf } from '../search/parts.ts';
import type { PaperPage } from './paper-page.ts';

/** A paper to be compared: what the site knows of it, and its page, unless that did not come. */
export type Compared = { readonly id: string; readonly page: PaperPage | undefined };

type Frame = {
  readonly base: string;
  readonly knowledge: Knowledge;
  /** by id, of the concepts of all papers */
  readonly conceptNames: ReadonlyMap<string, string>;
};

const linkTo = (href: string, text: string): HTMLElement => {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  entry.append(link);
  return entry;
};

const titleOf = (id: string, { knowledge }: Frame): string => knowledge.paperOf(id)?.title ?? id;

/** Shows links, or the words that stand for none. */
const showLinks = (root: Element, part: string, links: readonly HTMLElement[]): void => {
  partOf(root, part, HTMLElement).replaceChildren(...links);
  partOf(root, `${part}-none`, HTMLElement).hidden = links.length > 0;
};

const conceptLink = (id: string, { base, conceptNames }: Frame): HTMLElement =>
  linkTo(withBase(base, conceptPath(id as ConceptId)), conceptNames.get(id) ?? id);

const topicLink = (id: string, { base, knowledge }: Frame): HTMLElement =>
  linkTo(withBase(base, topicPath(id as TopicId)), knowledge.topicName(id));

/** The highlights of another page: their links lead to the sentences there. */
const importHighlights = (section: Element, paperUrl: string): readonly Node[] => {
  const copy = document.importNode(section, true);
  for (const link of copy.querySelectorAll('a'))
    link.setAttribute(
      'href',
      new URL(link.getAttribute('href') ?? '', new URL(paperUrl, location.href)).href,
    );
  return [...copy.querySelectorAll('.lead, ul')];
};

const fillColumn = (
  column: HTMLElement,
  { id, page }: Compared,
  only: { readonly concepts: readonly string[]; readonly topics: readonly string[] },
  frame: Frame,
): void => {
  const title = titleOf(id, frame);
  const url = withBase(frame.base, paperPath(id as PaperId));
  const link = partOf(column, 'title', HTMLAnchorElement);
  link.href = url;
  link.textContent = title;
  const { byline, about } = linesOf(id, frame.knowledge);
  partOf(column, 'about', HTMLElement).textContent = [byline, about]
    .filter((line) => line !== '')
    .join(' · ');
  const highlights = page?.highlights === undefined ? [] : importHighlights(page.highlights, url);
  partOf(column, 'highlights', HTMLElement).replaceChildren(...highlights);
  partOf(column, 'highlights-none', HTMLElement).hidden = highlights.length > 0;
  partOf(column, 'page-failed', HTMLElement).hidden = page !== undefined;
  showLinks(
    column,
    'topics',
    only.topics.map((topic) => topicLink(topic, frame)),
  );
  showLinks(
    column,
    'concepts',
    only.concepts.map((concept) => conceptLink(concept, frame)),
  );
  const remove = partOf(column, 'remove', HTMLElement);
  remove.dataset['id'] = id;
  remove.setAttribute('aria-label', `Leave out: ${title}`);
  const keep = column.querySelector('add-to-list');
  keep?.setAttribute('data-title', title);
  keep?.setAttribute('data-paper', id);
};

/** Columns have numbers where several are; a paper alone has nothing “of its own”. */
const nameColumn = (column: HTMLElement, at: number, total: number): void => {
  partOf(column, 'number', HTMLElement).textContent = total > 1 ? `${at + 1}.` : '';
  if (total > 1) return;
  partOf(column, 'topics-heading', HTMLElement).textContent = 'Topics';
  partOf(column, 'concepts-heading', HTMLElement).textContent = 'Concepts';
};

/** Shows what some papers have but not all, each with the numbers of those papers as readers count. */
const showSome = (
  root: Element,
  part: string,
  { inSome }: Overlap,
  toLink: (member: string) => HTMLElement,
): void => {
  const links = inSome.map(({ member, papers }) => {
    const entry = toLink(member);
    entry.append(` (${enumerate(papers.map((paper) => String(paper + 1)))})`);
    return entry;
  });
  partOf(root, part, HTMLElement).hidden = links.length === 0;
  partOf(root, `${part}-list`, HTMLElement).replaceChildren(...links);
};

const showCommon = (
  root: Element,
  { topics, concepts }: { readonly topics: Overlap; readonly concepts: Overlap },
  frame: Frame,
): void => {
  const toTopic = (id: string): HTMLElement => topicLink(id, frame);
  const toConcept = (id: string): HTMLElement => conceptLink(id, frame);
  showLinks(root, 'common-topics', topics.inAll.map(toTopic));
  showLinks(root, 'common-concepts', concepts.inAll.map(toConcept));
  showSome(root, 'some-topics', topics, toTopic);
  showSome(root, 'some-concepts', concepts, toConcept);
};

/** Shows papers side by side: what all have, then each with what it has alone. */
export const showComparison = (
  root: Element,
  papers: readonly Compared[],
  site: Pick<Frame, 'base' | 'knowledge'>,
): void => {
  const mentioned = papers.flatMap(({ page }) => page?.concepts ?? []);
  const frame = { ...site, conceptNames: new Map(mentioned.map(({ id, name }) => [id, name])) };
  const topics = compareSets(papers.map(({ id }) => site.knowledge.paperOf(id)?.topics ?? []));
  const concepts = compareSets(papers.map(({ page }) => page?.concepts.map(({ id }) => id) ?? []));
  partOf(root, 'common', HTMLElement).hidden = papers.length < 2;
  showCommon(root, { topics, concepts }, frame);
  const columns = papers.map((paper, at) => {
    const column = copyTemplate(root, 'column');
    nameColumn(column, at, papers.length);
    const only = { concepts: concepts.only[at] ?? [], topics: topics.only[at] ?? [] };
    fillColumn(column, paper, only, frame);
    return column;
  });
  const place = partOf(root, 'columns', HTMLElement);
  place.classList.toggle('is-alone', papers.length === 1);
  place.replaceChildren(...columns);
};

export type Choice = { readonly id: string; readonly title: string };

/** Offers papers to compare with, those of the reader's list and those related, each once. */
export const showChoices = (
  root: Element,
  { shown, listed, related }: Readonly<Record<'shown' | 'listed' | 'related', readonly Choice[]>>,
): void => {
  const taken = new Set(shown.map(({ id }) => id));
  const toGroup = (label: string, choices: readonly Choice[]): HTMLElement | undefined => {
    const fresh = choices.filter(({ id }) => !taken.has(id));
    for (const { id } of fresh) taken.add(id);
    const group = document.createElement('optgroup');
    group.label = label;
    group.append(...fresh.map(({ id, title }) => new Option(title || id, id)));
    return fresh.length === 0 ? undefined : group;
  };
  const groups = [toGroup('On your list', listed), toGroup('Related papers', related)].filter(
    (group) => group !== undefined,
  );
  partOf(root, 'choice', HTMLSelectElement).replaceChildren(...groups);
  partOf(root, 'choose', HTMLElement).hidden = groups.length === 0 || shown.length >= MOST_COMPARED;
};
