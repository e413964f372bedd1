import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { CARD_HEIGHT, CARD_WIDTH, listCards, planCards, type Card } from '../../src/domain/card.ts';
import { buildCatalog, type Collection } from '../../src/domain/catalog.ts';
import { PROJECT_DIR } from './run-astro.ts';
import { writeWholeFile } from '../../src/entries/whole-files.ts';

/** A card and the file in the cache that holds it. */
export type DrawnCard = { readonly path: string; readonly file: string };

const versionOf = (name: string): string => {
  const file = join(PROJECT_DIR, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
};

const DRAWN_BY = ['satori', 'sharp', '@fontsource/source-serif-4'] as const;

/** Everything but its words that decides how a card looks: the hand that draws it. */
const readHand = (): string =>
  JSON.stringify([
    readFileSync(join(import.meta.dirname, 'card-drawing.ts'), 'utf8'),
    readFileSync(join(PROJECT_DIR, 'src/domain/map-marks.ts'), 'utf8'),
    [CARD_WIDTH, CARD_HEIGHT],
    ...DRAWN_BY.map(versionOf),
    process.platform,
    process.arch,
  ]);

const keyOf = (card: Card, hand: string): string =>
  createHash('sha256').update(hand).update(JSON.stringify(card.face)).digest('hex');

/** Hands each item to the next free one of some workers. */
const shareOut = async <T>(
  items: readonly T[],
  workers: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const queue = items.values();
  const drain = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: workers }, drain));
};

const DAY_MS = 24 * 60 * 60 * 1000;
const KEPT_DAYS = 60;

/** Notes the day on which cards were used, and removes those that no build has used for a long time. */
const forgetUnused = async (used: readonly string[], cacheDir: string): Promise<void> => {
  const now = Date.now();
  for (const file of used) await utimes(file, now / 1000, (await stat(file)).mtimeMs / 1000);
  for (const name of await readdir(cacheDir)) {
    const file = join(cacheDir, name);
    // a build beside this one may have moved its new card to its place meanwhile
    const found = await stat(file).catch(() => undefined);
    if (found && now - found.atimeMs > KEPT_DAYS * DAY_MS) await rm(file, { force: true });
  }
};

/**
 * Draws those cards that the cache does not have yet. A file of the cache is called by the hash of all that
 * decides its looks, so it is never out of date, and builds side by side may share it. What no build has used
 * for 60 days is removed.
 */
export const drawCards = async (
  cards: readonly Card[],
  cacheDir: string,
): Promise<readonly DrawnCard[]> => {
  const hand = readHand();
  const drawn = cards.map((card) => ({
    card,
    path: card.path,
    file: join(cacheDir, `${keyOf(card, hand)}.png`),
  }));
  const missing = drawn.filter(({ file }) => !existsSync(file));
  await mkdir(cacheDir, { recursive: true });
  if (missing.length > 0) {
    // the renderer takes longer to load than a build without new cards needs for all of them
    const { drawCard } = await import('./card-drawing.ts');
    await shareOut(missing, 2 * availableParallelism(), async ({ card, file }) => {
      await writeWholeFile(file, await drawCard(card.face));
    });
  }
  await forgetUnused(
    drawn.map(({ file }) => file),
    cacheDir,
  );
  return drawn;
};

/** Draws the cards of a collection. */
export const drawCollection = (
  collection: Collection,
  cacheDir: string,
): Promise<readonly DrawnCard[]> =>
  drawCards(listCards(planCards(buildCatalog(collection))), cacheDir);

/** Puts cards where the pages of a built site look for them. */
export const placeCards = async (cards: readonly DrawnCard[], siteDir: string): Promise<void> => {
  const dirs = new Set(cards.map(({ path }) => dirname(path)));
  for (const dir of dirs) await mkdir(join(siteDir, dir), { recursive: true });
  await shareOut(cards, 2 * availableParallelism(), ({ path, file }) =>
    copyFile(file, join(siteDir, path)),
  );
};
