import type { Mark } from '../../search/protocol.ts';

export type Segment = { readonly text: string; readonly marked: boolean };

/**
 * Cuts a text into marked and unmarked pieces that, joined, are the text again. Ranges may come in any order,
 * overlap, or reach beyond the text.
 */
export const toSegments = (text: string, marks: readonly Mark[]): readonly Segment[] => {
  const segments: Segment[] = [];
  let at = 0;
  const push = (end: number, marked: boolean): void => {
    if (end <= at) return;
    segments.push({ text: text.slice(at, end), marked });
    at = end;
  };
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    push(Math.min(start, text.length), false);
    push(Math.min(end, text.length), true);
  }
  push(text.length, false);
  return segments;
};

const segmentToNode = ({ text, marked }: Segment): Node | string => {
  if (!marked) return text;
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
};

/** A text as nodes with its marks: never parsed as markup. */
export const markedNodes = (text: string, marks: readonly Mark[]): readonly (Node | string)[] =>
  toSegments(text, marks).map(segmentToNode);

/** What elements show by now: what stays the same is not laid out anew. */
const shown = new WeakMap<Element, string>();

/** Shows a text with its marks. */
export const showMarked = (element: Element, text: string, marks: readonly Mark[]): void => {
  const key = JSON.stringify([text, marks]);
  if (shown.get(element) === key) return;
  shown.set(element, key);
  element.replaceChildren(...markedNodes(text, marks));
};
