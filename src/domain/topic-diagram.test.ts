import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Neighbour } from './catalog.ts';
import { layOutNeighbours, LINE_HEIGHT, wrapName, type DiagramNode } from './topic-diagram.ts';
import type { Topic, TopicId } from './topic.ts';

const neighbour = (id: string, shared: number, name = id): Neighbour => ({
  topic: { id, name, summary: '', order: 0, introduction: '' } as unknown as Topic,
  shared,
});
const middle = 'middle' as TopicId;
const noneShared = () => 0;

describe('layOutNeighbours', () => {
  test('draws nothing for fewer than three neighbours, and six at most', () => {
    const some = (count: number) =>
      Array.from({ length: count }, (_, at) => neighbour(`t${at}`, 20 - at));
    expect(layOutNeighbours(middle, some(2), noneShared)).toBeUndefined();
    expect(layOutNeighbours(middle, some(3), noneShared)?.nodes).toHaveLength(3);
    const many = layOutNeighbours(middle, some(12), noneShared);
    expect(many?.nodes.map(({ id }) => id as string).toSorted()).toEqual(
      some(6).map(({ topic }) => topic.id),
    );
  });

  test('puts neighbours that share papers side by side', () => {
    const neighbours = ['a', 'b', 'c', 'd'].map((id) => neighbour(id, 5));
    const isPair = (a: string, b: string) => a + b === 'ac' || a + b === 'ca';
    const diagram = layOutNeighbours(middle, neighbours, (a, b) => (isPair(a, b) ? 3 : 0));
    expect(diagram?.nodes.map(({ id }) => id as string)).toEqual(['a', 'c', 'b', 'd']);
  });

  test('draws a line to each neighbour, the thicker the more is shared, and between those that share enough', () => {
    const neighbours = [neighbour('a', 8), neighbour('b', 4), neighbour('c', 1)];
    const shares: Readonly<Record<string, number>> = { ab: 4, bc: 1 };
    const sharedBy = (a: string, b: string) =>
      neighbours.find(({ topic }) => a === middle && topic.id === b)?.shared ??
      shares[[a, b].toSorted().join('')] ??
      0;
    const links = layOutNeighbours(middle, neighbours, sharedBy)?.links ?? [];
    const own = links.filter(({ isOwn }) => isOwn);
    expect(own.map(({ to, width }) => `${to.id} ${width}`)).toEqual(['a 5', 'b 3', 'c 1.5']);
    const others = links.filter(({ isOwn }) => !isOwn);
    expect(others.map(({ from, to }) => `${from.id} ${to.id}`)).toEqual(['a b']);
  });

  test('everything lies inside, and no name covers another or a disc', () => {
    const name = fc
      .array(fc.constantFrom('Hardware', '&', 'Language', 'Systems', 'Optimization', 'AI'), {
        minLength: 1,
        maxLength: 6,
      })
      .map((words) => words.join(' '));
    const all = fc
      .array(fc.tuple(name, fc.integer({ min: 1, max: 40 })), { minLength: 3, maxLength: 9 })
      .map((pairs) => pairs.map(([text, shared], at) => neighbour(`t${at}`, shared, text)));
    // a letter of the diagram's type is less than 7 wide
    const boxOf = ({ x, textY, lines }: DiagramNode) => {
      const half = Math.max(...lines.map(({ length }) => length)) * 3.4;
      return {
        left: x - half,
        right: x + half,
        top: textY - LINE_HEIGHT * 0.8,
        bottom: textY + LINE_HEIGHT * (lines.length - 1) + 2,
      };
    };
    fc.assert(
      fc.property(all, (neighbours) => {
        const diagram = layOutNeighbours(middle, neighbours, noneShared);
        if (diagram === undefined) throw new Error('three make a diagram');
        const { top, height, nodes } = diagram;
        const boxes = nodes.map(boxOf);
        for (const [at, box] of boxes.entries()) {
          expect(box.top).toBeGreaterThanOrEqual(top);
          expect(box.bottom).toBeLessThanOrEqual(top + height);
          for (const [other, node] of nodes.entries()) {
            const isOver = (a: typeof box, b: typeof box) =>
              a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
            if (other > at) expect(isOver(box, boxes[other] ?? box)).toBe(false);
            if (other === at) continue;
            const { x, y, radius } = node;
            const disc = {
              left: x - radius,
              right: x + radius,
              top: y - radius,
              bottom: y + radius,
            };
            expect(isOver(box, disc)).toBe(false);
          }
        }
      }),
    );
  });
});

test.each([
  ['Security', ['Security']],
  ['LLM Inference & Serving', ['LLM Inference', '& Serving']],
  ['Accelerators & Computer Architecture', ['Accelerators &', 'Computer', 'Architecture']],
  [
    'One Two Three Four Five Six Seven Eight Nine',
    ['One Two Three', 'Four Five Six', 'Seven Eight…'],
  ],
])('%j is wrapped', (name, lines) => {
  expect(wrapName(name)).toEqual(lines);
});
