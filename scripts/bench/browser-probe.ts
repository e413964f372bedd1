/** What the probe offers in the page. */
export type Probe = {
  /**
   * Milliseconds from the key of that number (the first letter is 1) until results that came after it were painted;
   * undefined when nothing came in time.
   */
  readonly painted: (key: number, patienceMs: number) => Promise<number | undefined>;
  /** durations of the tasks over 50 ms since it was asked last */
  readonly takeLongTasks: () => readonly number[];
};

declare global {
  // the page's own
  var searchProbe: Probe;
}

/**
 * Runs in the page before its own scripts. Sees when a key goes down, when results change after it (an
 * element that `results` selects, or what is in it) and when the frame with them is painted.
 */
export const installProbe = (results: string): void => {
  let keys = 0;
  let keyAt = 0;
  let paintedAt: number | undefined;
  let onPaint: (key: number) => void = () => undefined;
  let longTasks: number[] = [];
  const isSelected = (node: Node): boolean =>
    node instanceof Element
      ? node.closest(results) !== null
      : (node.parentElement?.closest(results) ?? null) !== null;
  const isShown = (): boolean =>
    [...document.querySelectorAll(results)].some((element) => element.checkVisibility());

  addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      // letters alone: a box is cleared by other keys
      if (key.length > 1) return;
      keys += 1;
      keyAt = timeStamp;
      paintedAt = undefined;
    },
    { capture: true },
  );
  const watch = new MutationObserver((records) => {
    // looked through no further than needed: this is time that the page's own scripts do not have
    const isAnswer = ({ target, addedNodes }: MutationRecord): boolean =>
      isSelected(target) || [...addedNodes].some(isSelected);
    if (keys === 0 || paintedAt !== undefined || !records.some(isAnswer)) return;
    const key = keys;
    // a frame's callbacks run before it is painted, and the next task after that
    requestAnimationFrame(() =>
      setTimeout(() => {
        // asked now, when the layout is done anyway
        if (keys !== key || paintedAt !== undefined || !isShown()) return;
        paintedAt = performance.now();
        onPaint(key);
      }),
    );
  });
  watch.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  new PerformanceObserver((list) => {
    longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask', buffered: true });

  globalThis.searchProbe = {
    painted: (key, patienceMs) => {
      if (keys === key && paintedAt !== undefined) return Promise.resolve(paintedAt - keyAt);
      return new Promise((resolve) => {
        setTimeout(() => resolve(undefined), patienceMs);
        onPaint = (painted) => {
          if (painted === key) resolve((paintedAt ?? NaN) - keyAt);
        };
      });
    },
    takeLongTasks: () => {
      const taken = longTasks;
      longTasks = [];
      return taken;
    },
  };
};

/** Makes a page believe that its browser has no workers, so that what would run in one runs on the main thread. */
export const removeWorkers = (): void => {
  Object.defineProperty(globalThis, 'Worker', { value: undefined });
};
