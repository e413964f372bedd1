import type { MapText } from '../../domain/map-data.ts';
import type { Region } from '../../domain/map-geometry.ts';
import { Announcer } from '../search/announcer.ts';
import { copyTemplate, partOf } from '../search/parts.ts';
import type { Board } from './board.ts';
import type { Texts } from './files.ts';
import { listPoints } from './listed.ts';
import { topicOf } from './pointing.ts';
import { selectedText, shownText } from './words.ts';

export type RegionListParts = {
  readonly root: HTMLElement;
  readonly board: Board;
  readonly texts: Texts;
  readonly hrefOf: (point: number) => string;
};

type Row = { readonly point: number; readonly text: MapText };

/** The papers of the selected region, below the map. */
export class RegionList {
  readonly #parts: RegionListParts;
  readonly #announcer: Announcer;
  #turn = 0;

  constructor(parts: RegionListParts) {
    this.#parts = parts;
    this.#announcer = new Announcer(this.#part('status'));
  }

  get hasFocus(): boolean {
    return this.#part('selected').contains(document.activeElement);
  }

  async show(region: Region | undefined): Promise<void> {
    const turn = ++this.#turn;
    if (region === undefined) {
      this.#part('selected').hidden = true;
      return;
    }
    const { board, texts } = this.#parts;
    const { all, first } = listPoints(region, board.shown, (point) => board.place(point));
    const rows = await Promise.all(
      first.map(async (point) => ({ point, text: await texts.of(point) })),
    );
    // another region, or none, was asked for meanwhile
    if (turn !== this.#turn) return;
    this.#part('selected-heading').textContent = selectedText(all.length);
    this.#part('selected-note').textContent = shownText(first.length, all.length);
    this.#part('selected-list').replaceChildren(...this.#sort(rows).map((row) => this.#item(row)));
    this.#part('selected').hidden = false;
    this.#announcer.say(`${selectedText(all.length)}, listed below the map.`);
  }

  /** By topic, then by title. */
  #sort(rows: readonly Row[]): readonly Row[] {
    const { topicOf: numberOf } = this.#parts.board.map;
    const topicOfRow = ({ point }: Row): number => numberOf[point] ?? 0;
    return rows.toSorted(
      (a, b) =>
        topicOfRow(a) - topicOfRow(b) ||
        (a.text.title < b.text.title ? -1 : a.text.title > b.text.title ? 1 : a.point - b.point),
    );
  }

  #item({ point, text }: Row): HTMLElement {
    const { root, board, hrefOf } = this.#parts;
    const item = copyTemplate(root, 'selected-row');
    const link = partOf(item, 'selected-title', HTMLAnchorElement);
    link.href = hrefOf(point);
    link.textContent = text.title;
    link.lang = text.lang ?? '';
    const { name, mark } = topicOf(root, board, point);
    partOf(item, 'selected-topic', HTMLElement).append(mark, name);
    const keep = item.querySelector('add-to-list');
    keep?.setAttribute('data-title', text.title);
    keep?.setAttribute('data-paper', board.map.ids[point] ?? '');
    return item;
  }

  #part(name: string): HTMLElement {
    return partOf(this.#parts.root, name, HTMLElement);
  }
}
