import { boundsOf, MAP_SIZE, type Point } from '../../src/domain/map-geometry.ts';

const centred = (points: readonly Point[]): readonly Point[] => {
  const middle = {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  };
  return points.map(({ x, y }) => ({ x: x - middle.x, y: y - middle.y }));
};

/** The angle of the direction in which centred points spread most. */
const longestAngle = (points: readonly Point[]): number => {
  const sum = (of: (point: Point) => number): number =>
    points.reduce((total, point) => total + of(point), 0);
  const [xx, yy, xy] = [sum(({ x }) => x * x), sum(({ y }) => y * y), sum(({ x, y }) => x * y)];
  return Math.atan2(2 * xy, xx - yy) / 2;
};

const turn = (points: readonly Point[], angle: number): readonly Point[] => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return points.map(({ x, y }) => ({ x: x * cos - y * sin, y: x * sin + y * cos }));
};

/** Lays points on the map: the long way from left to right, in the middle, as large as fits. */
export const frameLayout = (raw: readonly Point[]): readonly Point[] => {
  const points = centred(raw);
  const turned = turn(points, -longestAngle(points));
  const { left, right, top, bottom } = boundsOf(turned) ?? { left: 0, right: 0, top: 0, bottom: 0 };
  const scale = MAP_SIZE / (Math.max(right - left, bottom - top) || 1);
  return turned.map(({ x, y }) => ({
    x: (x - (left + right) / 2) * scale + MAP_SIZE / 2,
    y: (y - (top + bottom) / 2) * scale + MAP_SIZE / 2,
  }));
};
