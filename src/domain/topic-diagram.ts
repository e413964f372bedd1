import type { Neighbour } from './catalog.ts';
import type { TopicId } from './fields.ts';

/** A topic of the diagram: a disc with its name below it. */
export type DiagramNode = {
  readonly id: TopicId;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** the name in lines that fit beside each other */
  readonly lines: readonly string[];
  /** the base line of the first of them: names stand above or below their disc, away from the middle */
  readonly textY: number;
};

/** A line between topics that share papers, the thicker the more. */
export type DiagramLink = {
  /** whether one of the two is the topic in the middle */
  readonly isOwn: boolean;
  readonly from: DiagramNode;
  readonly to: DiagramNode;
  readonly width: number;
};

export type Diagram = {
  readonly width: number;
  /** where it begins, and how high it is */
  readonly top: number;
  readonly height: number;
  readonly middle: DiagramNode;
  /** the neighbours around it */
  readonly nodes: readonly DiagramNode[];
  readonly links: readonly DiagramLink[];
};

/** How many papers two topics share. */
export type SharedCount = (a: TopicId, b: TopicId) => number;

const WIDTH = 272;
const MIDDLE = { x: WIDTH / 2, y: 0 };
const REACH = { x: 94, y: 96 };
const MAX_NODES = 6;
const MIN_NODES = 3;
export const LINE_HEIGHT = 13;
/** Letters that fit beside each other. */
const LINE_LENGTH = 14;
const MAX_LINES = 3;
/** Between a disc and its name. */
const GAP = 3;
const MARGIN = 4;
/** Papers that two neighbours share, as a part of the most that one shares with the topic, to be drawn. */
const MIN_PART = 0.25;

/** @example wrapName('LLM Inference & Serving') // ['LLM Inference', '& Serving'] */
export const wrapName = (name: string): readonly string[] => {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line === undefined || longer.length > LINE_LENGTH) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  if (lines.length <= MAX_LINES) return lines;
  return [...lines.slice(0, MAX_LINES - 1), `${lines[MAX_LINES - 1] ?? ''}…`];
};

/** Orders neighbours so that those that share most stand side by side: always next, the nearest to the last. */
const orderAround = (
  neighbours: readonly Neighbour[],
  sharedBy: SharedCount,
): readonly Neighbour[] => {
  const left = [...neighbours];
  const ordered = left.splice(0, 1);
  while (left.length > 0) {
    const last = ordered.at(-1)?.topic.id;
    const shares = left.map(({ topic }) => (last === undefined ? 0 : sharedBy(last, topic.id)));
    ordered.push(...left.splice(shares.indexOf(Math.max(...shares)), 1));
  }
  return ordered;
};

const round = (value: number): number => Math.round(value * 10) / 10;

const radiusFor = (shared: number, most: number): number => round(4 + 5 * Math.sqrt(shared / most));

/** Puts a neighbour on the oval around the middle. */
const toNode = ({ topic, shared }: Neighbour, angle: number, most: number): DiagramNode => {
  const x = round(MIDDLE.x + REACH.x * Math.cos(angle));
  const y = round(MIDDLE.y + REACH.y * Math.sin(angle));
  const radius = radiusFor(shared, most);
  const lines = wrapName(topic.name);
  const below = y + radius + GAP + LINE_HEIGHT * 0.8;
  const above = y - radius - GAP - LINE_HEIGHT * (lines.length - 0.8);
  return { id: topic.id, x, y, radius, lines, textY: round(y < MIDDLE.y ? above : below) };
};

/** The lines between topics that share enough papers. */
const linkNodes = (
  middle: DiagramNode,
  nodes: readonly DiagramNode[],
  sharedBy: SharedCount,
  most: number,
): readonly DiagramLink[] => {
  const all = [middle, ...nodes];
  return all.flatMap((from, at) =>
    all.slice(at + 1).flatMap((to) => {
      const part = sharedBy(from.id, to.id) / most;
      const isOwn = from === middle;
      const width = round(1 + (isOwn ? 4 : 1) * Math.min(1, part));
      return isOwn || part >= MIN_PART ? [{ from, to, width, isOwn }] : [];
    }),
  );
};

/**
 * Lays a topic's nearest neighbours around it, alike ones side by side. Nothing where fewer than three would
 * be shown: a list says that better.
 */
export const layOutNeighbours = (
  topicId: TopicId,
  neighbours: readonly Neighbour[],
  sharedBy: SharedCount,
): Diagram | undefined => {
  const shown = orderAround(neighbours.slice(0, MAX_NODES), sharedBy);
  if (shown.length < MIN_NODES) return undefined;
  const most = Math.max(...shown.map(({ shared }) => shared));
  const nodes = shown.map((neighbour, at) =>
    toNode(neighbour, (2 * Math.PI * at) / shown.length - Math.PI / 2, most),
  );
  const middle: DiagramNode = { id: topicId, ...MIDDLE, radius: 11, lines: [], textY: MIDDLE.y };
  const tops = nodes.map(({ y, radius, textY }) => Math.min(y - radius, textY - LINE_HEIGHT));
  const bottoms = nodes.map(({ y, radius, textY, lines }) =>
    Math.max(y + radius, textY + LINE_HEIGHT * (lines.length - 1)),
  );
  const top = Math.floor(Math.min(...tops)) - MARGIN;
  return {
    width: WIDTH,
    top,
    height: Math.ceil(Math.max(...bottoms)) + MARGIN - top,
    middle,
    nodes,
    links: linkNodes(middle, nodes, sharedBy, most),
  };
};
