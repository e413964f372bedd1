import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeLabels, type Label } from './map-labels.ts';

const STAGE = { width: 600, height: 400 };

const anyLabel: fc.Arbitrary<Label> = fc.record({
  text: fc.constant('name'),
  at: fc.record({
    x: fc.integer({ min: -50, max: 650 }),
    y: fc.integer({ min: -50, max: 450 }),
  }),
  width: fc.integer({ min: 20, max: 200 }),
  height: fc.constant(16),
});

const label = (text: string, x: number, y: number, width = 80): Label => ({
  text,
  at: { x, y },
  width,
  height: 16,
});

const boxOf = ({ label: { width, height }, middle }: ReturnType<typeof placeLabels>[number]) => ({
  left: middle.x - width / 2,
  right: middle.x + width / 2,
  top: middle.y - height / 2,
  bottom: middle.y + height / 2,
});

describe('placeLabels', () => {
  test('leaves a label that has room where it is', () => {
    expect(placeLabels([label('a', 300, 200)], STAGE)[0]?.middle).toEqual({ x: 300, y: 200 });
  });

  test('moves a label that would cover another, and leaves out one without room', () => {
    const crowd = Array.from({ length: 40 }, (_, at) => label(String(at), 300, 200));
    const placed = placeLabels(crowd, STAGE);
    expect(placed[0]?.label.text).toBe('0');
    expect(placed.length).toBeGreaterThan(1);
    expect(placed.length).toBeLessThan(40);
  });

  test('goes out of the way of points', () => {
    const points = [
      { x: 290, y: 200 },
      { x: 310, y: 203 },
    ];
    const [placed] = placeLabels([label('a', 300, 200)], STAGE, points);
    const { left, right, top, bottom } = boxOf(placed!);
    for (const { x, y } of points)
      expect(x > left && x < right && y > top && y < bottom).toBe(false);
  });

  test('covers no more points than where a label would stand by itself', () => {
    const anyPoint = fc.record({ x: fc.nat(STAGE.width), y: fc.nat(STAGE.height) });
    fc.assert(
      fc.property(fc.array(anyPoint, { maxLength: 60 }), (points) => {
        const one = label('kilns', 300, 200);
        // points are no dots: they reach as far as this under a label
        const reach = { x: one.width / 2 + 8, y: one.height / 2 + 8 };
        const coveredAt = (middle: Label['at']): number =>
          points.filter(
            ({ x, y }) => Math.abs(x - middle.x) < reach.x && Math.abs(y - middle.y) < reach.y,
          ).length;
        const [placed] = placeLabels([one], STAGE, points);
        expect(coveredAt(placed?.middle ?? one.at)).toBeLessThanOrEqual(coveredAt(one.at));
        expect(placed).toBeDefined();
      }),
    );
  });

  test('steps half its height aside when that is enough', () => {
    const points = [{ x: 300, y: 210 }];
    const [placed] = placeLabels([label('kilns', 300, 200)], STAGE, points);
    expect(placed?.middle.x).toBe(300);
    expect(Math.abs((placed?.middle.y ?? 0) - 200)).toBeLessThanOrEqual(16);
    expect(placed?.middle.y).toBeLessThan(200);
  });

  test('covers no label with another and leaves none off the stage', () => {
    fc.assert(
      fc.property(fc.array(anyLabel, { maxLength: 25 }), (labels) => {
        const boxes = placeLabels(labels, STAGE).map(boxOf);
        boxes.forEach((box, at) => {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(STAGE.width);
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.bottom).toBeLessThanOrEqual(STAGE.height);
          for (const other of boxes.slice(at + 1))
            expect(
              box.left < other.right &&
                other.left < box.right &&
                box.top < other.bottom &&
                other.top < box.bottom,
            ).toBe(false);
        });
      }),
    );
  });

  test('never gives up a label for one of less weight', () => {
    fc.assert(
      fc.property(fc.array(anyLabel, { maxLength: 25 }), anyLabel, (labels, last) => {
        const before = placeLabels(labels, STAGE);
        expect(placeLabels([...labels, last], STAGE).slice(0, before.length)).toEqual(before);
      }),
    );
  });
});
