import { boxAt, placeNote } from './note-place.ts';

/** Time for the pointer to cross marks on its way, and to get from a mark to its note. */
const SHOW_DELAY_MS = 200;
const HIDE_DELAY_MS = 300;

const MARK = 'a.concept';

/**
 * Shows what a marked concept means beside its mark: on hover, on keyboard focus, and on the first tap. The
 * words come from the list of concepts inside this element, which is all that readers without script need.
 * The note goes by Escape, by a press elsewhere, and when neither pointer nor focus is on mark or note.
 */
export class ConceptNotes extends HTMLElement {
  #listening: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #mark: HTMLAnchorElement | undefined;
  #pressedBy = '';

  connectedCallback(): void {
    const { signal } = (this.#listening = new AbortController());
    const note = this.#note;
    // older browsers follow the links
    if (note === null || !('popover' in note)) return;
    note.popover = 'manual';
    note.hidden = false;
    const page = this.closest('article') ?? document.body;
    page.addEventListener('pointerover', (event) => this.#point(event), { signal });
    page.addEventListener('pointerout', (event) => this.#leave(event), { signal });
    page.addEventListener('focusin', (event) => this.#focus(event), { signal });
    page.addEventListener('focusout', (event) => this.#blur(event), { signal });
    page.addEventListener('click', (event) => this.#click(event), { signal });
    document.addEventListener('pointerdown', (event) => this.#press(event), { signal });
    document.addEventListener('keydown', (event) => this.#escape(event), { signal });
    window.addEventListener('resize', () => this.#hide(), { signal });
    // who comes back finds the page as it was left, and the note would be open still
    window.addEventListener('pagehide', () => this.#hide(), { signal });
  }

  disconnectedCallback(): void {
    this.#listening?.abort();
    clearTimeout(this.#timer);
  }

  get #note(): HTMLElement | null {
    return this.querySelector('[data-part="note"]');
  }

  #markAt(target: EventTarget | null): HTMLAnchorElement | undefined {
    return target instanceof Element
      ? (target.closest<HTMLAnchorElement>(MARK) ?? undefined)
      : undefined;
  }

  #isInNote(target: EventTarget | null): boolean {
    return target instanceof Node && this.#note?.contains(target) === true;
  }

  #later(act: () => void, delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, delay);
  }

  #point({ target, pointerType, clientY }: PointerEvent): void {
    if (pointerType === 'touch') return;
    const mark = this.#markAt(target);
    if (this.#isInNote(target) || (mark !== undefined && mark === this.#mark))
      clearTimeout(this.#timer);
    else if (mark !== undefined) this.#later(() => this.#show(mark, clientY), SHOW_DELAY_MS);
  }

  #leave({ target, pointerType }: PointerEvent): void {
    if (pointerType === 'touch') return;
    if (this.#markAt(target) === undefined && !this.#isInNote(target)) return;
    const isFocused = this.#mark?.matches(':focus-visible') === true;
    this.#later(() => {
      if (!isFocused) this.#hide();
    }, HIDE_DELAY_MS);
  }

  #focus({ target }: FocusEvent): void {
    const mark = this.#markAt(target);
    if (mark?.matches(':focus-visible') === true) this.#show(mark);
  }

  #blur({ target, relatedTarget }: FocusEvent): void {
    const isLeft = this.#markAt(target) === this.#mark || this.#isInNote(target);
    if (isLeft && !this.#isInNote(relatedTarget)) this.#hide();
  }

  #press({ target, pointerType }: PointerEvent): void {
    this.#pressedBy = pointerType;
    if (this.#markAt(target) === undefined && !this.#isInNote(target)) this.#hide();
  }

  /** The first tap shows the note, the second follows the link. */
  #click(event: MouseEvent): void {
    const mark = this.#markAt(event.target);
    const isTap = this.#pressedBy === 'touch' && !event.ctrlKey && !event.metaKey;
    this.#pressedBy = '';
    if (mark === undefined || mark === this.#mark || !isTap) return;
    event.preventDefault();
    this.#show(mark, event.clientY);
  }

  #escape({ key }: KeyboardEvent): void {
    if (key === 'Escape') this.#hide();
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.#mark = undefined;
    const note = this.#note;
    if (note?.matches(':popover-open') === true) note.hidePopover();
  }

  #show(mark: HTMLAnchorElement, y?: number): void {
    clearTimeout(this.#timer);
    const note = this.#note;
    const definition = document.getElementById(mark.getAttribute('aria-describedby') ?? '');
    const box = boxAt([...mark.getClientRects()], y);
    if (note === null || definition === null || box === undefined) return;
    this.#mark = mark;
    note.querySelector('[data-part="words"]')?.replaceChildren(...wordsOf(definition));
    note.querySelector('a')?.setAttribute('href', mark.href);
    if (!note.matches(':popover-open')) note.showPopover();
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const size = { width: note.offsetWidth, height: note.offsetHeight };
    const { left, top } = placeNote(box, size, view);
    note.style.setProperty('left', `${left + window.scrollX}px`);
    note.style.setProperty('top', `${top + window.scrollY}px`);
  }
}

/** The name and the definition of a concept, as they stand in the list. */
const wordsOf = (definition: HTMLElement): readonly Node[] => {
  const name = document.createElement('strong');
  name.textContent = definition.previousElementSibling?.textContent.trim() ?? '';
  return [name, ...[...definition.childNodes].map((node) => node.cloneNode(true))];
};

if (!customElements.get('concept-notes')) customElements.define('concept-notes', ConceptNotes);
