import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clampView,
  MAX_ZOOM,
  panView,
  projectionOf,
  showPoint,
  wholeView,
  zoomView,
  type Ground,
} from './map-projection.ts';

const frame = { left: 500, top: 1000, right: 9500, bottom: 8000 };

const anyGround: fc.Arbitrary<Ground> = fc.record({
  frame: fc.constant(frame),
  stage: fc.record({
    width: fc.integer({ min: 200, max: 2000 }),
    height: fc.integer({ min: 200, max: 1200 }),
  }),
});
const anyPlace = fc.record({
  x: fc.integer({ min: 500, max: 9500 }),
  y: fc.integer({ min: 1000, max: 8000 }),
});
const anyView = fc
  .tuple(anyPlace, fc.double({ min: 1.01, max: MAX_ZOOM, noNaN: true }))
  .map(([{ x, y }, zoom]) => ({ x, y, zoom }));
/** A place of the stage, as parts of its size. */
const anyPart = fc.record({
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('projectionOf', () => {
  test('goes to the stage and back', () => {
    fc.assert(
      fc.property(anyGround, anyView, anyPlace, (ground, view, place) => {
        const { toStage, toMap } = projectionOf(ground, view);
        const back = toMap(toStage(place));
        expect(back.x).toBeCloseTo(place.x, 4);
        expect(back.y).toBeCloseTo(place.y, 4);
      }),
    );
  });

  test('shows all of the frame in the whole view', () => {
    fc.assert(
      fc.property(anyGround, anyPlace, (ground, place) => {
        const { x, y } = projectionOf(ground, wholeView(frame)).toStage(place);
        expect(x).toBeGreaterThanOrEqual(-1e-6);
        expect(x).toBeLessThanOrEqual(ground.stage.width + 1e-6);
        expect(y).toBeGreaterThanOrEqual(-1e-6);
        expect(y).toBeLessThanOrEqual(ground.stage.height + 1e-6);
      }),
    );
  });

  test('has a scale also for a stage without size', () => {
    const ground = { frame, stage: { width: 0, height: 0 } };
    expect(projectionOf(ground, wholeView(frame)).scale).toBe(1);
  });
});

describe('zoomView', () => {
  test('keeps what lies under the pointer, unless it meets an edge', () => {
    fc.assert(
      fc.property(
        anyGround,
        anyView,
        anyPart,
        fc.double({ min: 1, max: 3, noNaN: true }),
        (ground, view, part, factor) => {
          const at = { x: part.x * ground.stage.width, y: part.y * ground.stage.height };
          const zoomed = zoomView(view, factor, at, ground);
          const { left, right, top, bottom } = frame;
          fc.pre(zoomed.x > left && zoomed.x < right && zoomed.y > top && zoomed.y < bottom);
          const before = projectionOf(ground, view).toMap(at);
          const after = projectionOf(ground, zoomed).toMap(at);
          expect(after.x).toBeCloseTo(before.x, 4);
          expect(after.y).toBeCloseTo(before.y, 4);
        },
      ),
    );
  });

  test('ends at the whole map and at the largest magnification', () => {
    const ground = { frame, stage: { width: 800, height: 600 } };
    const middle = { x: 400, y: 300 };
    const view = { x: 2000, y: 2000, zoom: 4 };
    expect(zoomView(view, 1e-9, middle, ground)).toEqual(wholeView(frame));
    expect(zoomView(view, 1e9, middle, ground).zoom).toBe(MAX_ZOOM);
  });
});

describe('clampView', () => {
  test('changes nothing when done twice', () => {
    const anyNumber = fc.double({ min: -1e5, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(anyNumber, anyNumber, anyNumber, (x, y, zoom) => {
        const once = clampView({ x, y, zoom }, frame);
        expect(clampView(once, frame)).toEqual(once);
      }),
    );
  });
});

describe('panView', () => {
  test('moves what is under the pointer along', () => {
    const ground = { frame, stage: { width: 900, height: 700 } };
    const view = { x: 5000, y: 5000, zoom: 5 };
    const before = projectionOf(ground, view).toStage({ x: 5000, y: 5000 });
    const after = projectionOf(ground, panView(view, { x: 30, y: -20 }, ground)).toStage({
      x: 5000,
      y: 5000,
    });
    expect(after.x - before.x).toBeCloseTo(30);
    expect(after.y - before.y).toBeCloseTo(-20);
  });
});

describe('showPoint', () => {
  test('brings any point of the map onto the stage', () => {
    fc.assert(
      fc.property(anyGround, anyView, anyPlace, (ground, view, place) => {
        const shown = showPoint(view, place, ground);
        const { x, y } = projectionOf(ground, shown).toStage(place);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(ground.stage.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(ground.stage.height);
      }),
    );
  });

  test('leaves a view alone that shows the point', () => {
    const ground = { frame, stage: { width: 900, height: 700 } };
    const view = { x: 5000, y: 5000, zoom: 5 };
    expect(showPoint(view, { x: 5010, y: 4990 }, ground)).toBe(view);
  });
});
