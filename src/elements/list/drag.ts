/** What is told of a drag that ended: the row that was dragged, and the one that it was let go before. */
export type Drop = { readonly row: HTMLElement; readonly before: HTMLElement | undefined };

/** This near to an edge of the window, in pixels, the page scrolls along. */
const EDGE = 56;
const STEP = 14;

const rowsOf = (list: Element): readonly HTMLElement[] =>
  [...list.children].filter(
    (row) => row instanceof HTMLElement && row.checkVisibility(),
  ) as HTMLElement[];

const middleOf = (row: HTMLElement): number => {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
};

/**
 * Lets the reader drag rows by what is marked `data-part="grip"`, by mouse, pen or finger. The row follows the
 * pointer, the place where it would go is marked `data-drop`; Escape ends it without a change.
 */
export const enableDrag = (
  list: HTMLElement,
  onDrop: (drop: Drop) => void,
  signal: AbortSignal,
): void => {
  let ending: AbortController | undefined;

  const begin = (row: HTMLElement, startY: number): void => {
    const controller = (ending = new AbortController());
    const others = rowsOf(list).filter((one) => one !== row);
    let before: HTMLElement | undefined;
    let isMoved = false;
    row.dataset['dragged'] = '';

    const move = ({ clientY, pageY }: PointerEvent): void => {
      isMoved = true;
      before = others.find((one) => middleOf(one) > clientY);
      for (const one of others) delete one.dataset['drop'];
      const place = before ?? others.at(-1);
      if (place !== undefined) place.dataset['drop'] = before === undefined ? 'after' : 'before';
      row.style.setProperty('translate', `0 ${pageY - startY}px`);
      if (clientY < EDGE) scrollBy(0, -STEP);
      else if (clientY > innerHeight - EDGE) scrollBy(0, STEP);
    };
    const end = (isDone: boolean): void => {
      controller.abort();
      ending = undefined;
      delete row.dataset['dragged'];
      row.style.removeProperty('translate');
      for (const one of others) delete one.dataset['drop'];
      if (isDone) onDrop({ row, before });
    };
    const options = { signal: AbortSignal.any([controller.signal, signal]) };
    addEventListener('pointermove', move, options);
    // a mere press goes nowhere
    addEventListener('pointerup', () => end(isMoved), options);
    addEventListener('pointercancel', () => end(false), options);
    addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), options);
  };

  list.addEventListener(
    'pointerdown',
    (event) => {
      const grip = (event.target as Element).closest('[data-part="grip"]');
      const row = grip?.closest<HTMLElement>('li');
      if (!row || event.button !== 0 || ending !== undefined) return;
      event.preventDefault();
      begin(row, event.pageY);
    },
    { signal },
  );
};
