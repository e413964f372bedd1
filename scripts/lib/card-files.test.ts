import { mkdtemp, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Card } from '../../src/domain/card.ts';
import { drawCards, placeCards } from './card-files.ts';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'card-files-'));
});
afterEach(() => rm(dir, { recursive: true }));

const toCard = (name: string, title = name): Card => ({
  path: `/cards/papers/${name}.png`,
  alt: name,
  face: { title, marks: [] },
});

const CARDS = ['one', 'two', 'three', 'four', 'five'].map((name) => toCard(name));

const build = async (cards: readonly Card[], cache: string, site: string) => {
  const drawn = await drawCards(cards, join(dir, cache));
  await placeCards(drawn, join(dir, site));
  return Promise.all(cards.map(({ path }) => readFile(join(dir, site, path), 'base64')));
};

it('puts the same bytes in place whether they are drawn or kept', async () => {
  const drawn = await build(CARDS, 'cache', 'first');
  expect(new Set(drawn).size).toBe(CARDS.length);
  expect(await build(CARDS, 'cache', 'second')).toEqual(drawn);
  expect(await build(CARDS, 'other-cache', 'third')).toEqual(drawn);
});

it('draws only what is new', async () => {
  await build(CARDS, 'cache', 'first');
  const kept = (await readdir(join(dir, 'cache'))).map((file) => join(dir, 'cache', file));
  const times = () => Promise.all(kept.map(async (file) => (await stat(file)).mtimeMs));
  const before = await times();
  await build([...CARDS, toCard('six')], 'cache', 'second');
  expect(await times()).toEqual(before);
  expect((await readdir(join(dir, 'cache'))).length).toBe(CARDS.length + 1);
});

it('keeps what some build used in these weeks, and nothing older', async () => {
  await build(CARDS, 'cache', 'first');
  const dayAgo = (days: number) => Date.now() / 1000 - days * 86_400;
  const files = (await readdir(join(dir, 'cache'))).map((file) => join(dir, 'cache', file));
  for (const [index, file] of files.entries()) await utimes(file, dayAgo(index * 25), dayAgo(200));
  const used = await drawCards(CARDS.slice(0, 1), join(dir, 'cache'));
  const expected = [...files.slice(0, 3), ...used.map(({ file }) => file)];
  const left = (await readdir(join(dir, 'cache'))).map((file) => join(dir, 'cache', file));
  expect(left.toSorted()).toEqual([...new Set(expected)].toSorted());
  await build(CARDS, 'cache', 'third');
  expect((await readdir(join(dir, 'cache'))).length).toBe(CARDS.length);
});

it('draws anew what says something else, and once what looks alike', async () => {
  const [first] = await build([toCard('one')], 'cache', 'first');
  const [second, third] = await build([toCard('one', 'other'), toCard('x', 'one')], 'cache', 'two');
  expect(second).not.toBe(first);
  expect(third).toBe(first);
  expect((await readdir(join(dir, 'cache'))).length).toBe(2);
});

it('shares a cache with a build beside it', async () => {
  const [a, b] = await Promise.all([build(CARDS, 'cache', 'a'), build(CARDS, 'cache', 'b')]);
  expect(a).toEqual(b);
});
