import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeCard } from './card.ts';

const CARD = { width: 300, height: 160 };

describe('placeCard', () => {
  test('stands beside the point, on the side that has room', () => {
    const stage = { width: 900, height: 600 };
    expect(placeCard({ x: 100, y: 300 }, CARD, stage).x).toBeGreaterThan(100);
    expect(placeCard({ x: 850, y: 300 }, CARD, stage).x + CARD.width).toBeLessThan(850);
  });

  test('lies on the stage and not on its point, wherever that is', () => {
    const anyStage = fc.record({
      width: fc.integer({ min: 316, max: 1200 }),
      height: fc.integer({ min: 400, max: 900 }),
    });
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyStage, part, part, (stage, px, py) => {
        const point = { x: px * stage.width, y: py * stage.height };
        const { x, y } = placeCard(point, CARD, stage);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + CARD.width).toBeLessThanOrEqual(stage.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y + CARD.height).toBeLessThanOrEqual(stage.height);
        const isCovered =
          point.x > x && point.x < x + CARD.width && point.y > y && point.y < y + CARD.height;
        expect(isCovered).toBe(false);
      }),
    );
  });
});
