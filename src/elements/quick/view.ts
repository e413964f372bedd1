import { indexNames, matchNames, type NameIndex, type Names } from '../../search/names.ts';
import type { SearchState } from '../../search/url-state.ts';
import { Announcer } from '../search/announcer.ts';
import { partOf } from '../search/parts.ts';
import type { Results, Screen } from '../search/session.ts';
import { addGroup, type ShowGroup } from './groups.ts';
import {
  conceptRow,
  paperRow,
  searchUrl,
  topicRow,
  type ConceptName,
  type TopicName,
} from './rows.ts';
import { allText, noteText, quickStatus } from './words.ts';

const MOST_PAPERS = 5;
const MOST_NAMES = 3;

/** What stands below the box of the dialog. */
export class QuickView implements Screen {
  readonly #root: HTMLElement;
  readonly #base: string;
  readonly #all: HTMLAnchorElement;
  readonly #announcer: Announcer;
  readonly #showPapers: ShowGroup;
  readonly #showTopics: ShowGroup;
  readonly #showConcepts: ShowGroup;
  #topics: NameIndex<TopicName> = [];
  #concepts: NameIndex<ConceptName> = [];

  constructor(root: HTMLElement, base: string) {
    this.#root = root;
    this.#base = base;
    this.#all = partOf(root, 'all', HTMLAnchorElement);
    this.#announcer = new Announcer(this.#part('status'));
    const mould = partOf(root, 'group', HTMLTemplateElement);
    this.#showPapers = addGroup(mould, this.#all, 'Papers');
    this.#showTopics = addGroup(mould, this.#all, 'Topics');
    this.#showConcepts = addGroup(mould, this.#all, 'Concepts');
  }

  /** The stops of the arrow keys below the box. */
  rows(): readonly HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('li a, [data-part="all"]')];
  }

  learnNames({ topics, concepts }: Names): void {
    this.#topics = indexNames(topics);
    this.#concepts = indexNames(concepts);
  }

  /** Shows what needs no search: the way to all results, and the names that match. */
  showWords(q: string): void {
    this.#all.href = searchUrl(this.#base, q);
    this.#all.textContent = allText(q);
    const { topics, concepts } = this.#matches(q);
    this.#showTopics(topics.map((match) => topicRow(this.#base, match)));
    this.#showConcepts(concepts.map((match) => conceptRow(this.#base, match)));
  }

  showLoading(): void {
    this.#part('failed').hidden = true;
    this.#note('Loading the papers…');
  }

  /** Titles do for a row; the search page says more. */
  showIncomplete(): void {
    this.#note('');
  }

  showFailure(): void {
    this.#note('');
    this.#showPapers([]);
    this.#part('failed').hidden = false;
  }

  showResults({ q }: SearchState, { total, hits, loosened, titlesOnly }: Results): void {
    const { topics, concepts } = this.#matches(q);
    const papers = q === '' ? [] : hits.slice(0, MOST_PAPERS);
    this.#note(titlesOnly ? 'Titles only so far…' : noteText(q, total, loosened));
    this.#showPapers(papers.map((hit) => paperRow(this.#base, hit, this.#firstTopic(hit.topics))));
    const found = { total, loosened, topics: topics.length, concepts: concepts.length };
    this.#announcer.say(q === '' ? '' : quickStatus(found));
  }

  /** Rows have no passages. */
  lackingPassages(): readonly string[] {
    return [];
  }

  showPassages(): void {
    // none was asked for
  }

  #matches(q: string) {
    return {
      topics: matchNames(q, this.#topics, MOST_NAMES),
      concepts: matchNames(q, this.#concepts, MOST_NAMES),
    };
  }

  #firstTopic([first]: readonly string[]): string {
    return this.#topics.find(({ entry }) => entry.id === first)?.entry.name ?? '';
  }

  #note(text: string): void {
    this.#part('note').textContent = text;
  }

  #part(name: string): HTMLElement {
    return partOf(this.#root, name, HTMLElement);
  }
}
