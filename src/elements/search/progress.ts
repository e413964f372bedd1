import { partOf, setText } from './parts.ts';

const TITLES_ONLY = 'Titles only so far: the abstracts are still loading.';

/** Says how much of the collection is there to be searched. */
export class Progress {
  readonly #loading: HTMLElement;
  readonly #incomplete: HTMLElement;
  readonly #lack: HTMLElement;

  constructor(root: HTMLElement) {
    this.#loading = partOf(root, 'loading', HTMLElement);
    this.#incomplete = partOf(root, 'incomplete', HTMLElement);
    this.#lack = partOf(root, 'lack', HTMLElement);
  }

  showLoading(): void {
    setText(this.#loading, 'Loading the papers…');
  }

  /** The abstracts are on their way once more. */
  showCompleting(): void {
    this.#show({ isIncomplete: false, text: TITLES_ONLY });
  }

  showIncomplete(reason: string): void {
    setText(this.#lack, reason);
    this.#show({ isIncomplete: true, text: '' });
  }

  showNothing(): void {
    this.#show({ isIncomplete: false, text: '' });
  }

  /** After a failure the page says so until the abstracts are there. */
  showHowFar({ titlesOnly = false }: { readonly titlesOnly?: boolean }): void {
    const isIncomplete = titlesOnly && !this.#incomplete.hidden;
    this.#show({ isIncomplete, text: titlesOnly && !isIncomplete ? TITLES_ONLY : '' });
  }

  #show({ isIncomplete, text }: { readonly isIncomplete: boolean; readonly text: string }): void {
    this.#incomplete.hidden = !isIncomplete;
    setText(this.#loading, text);
  }
}
