import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const PICTURES_DIR = join(import.meta.dirname, '../visual/pictures');

/** A picture of text needs few colours, a map more; what that changes is less than what the comparison lets pass. */
const COLOURS = 48;

/** The picture in few colours, or nothing when it is so already. */
const shrink = async (picture: Buffer): Promise<Buffer | undefined> => {
  const image = sharp(picture);
  const { isPalette } = await image.metadata();
  return isPalette
    ? undefined
    : image.png({ palette: true, colours: COLOURS, dither: 0, effort: 10 }).toBuffer();
};

/** Makes pictures small that were just taken: git keeps every one of them for good. */
const shrinkPictures = async (): Promise<void> => {
  for (const name of globSync('*.png', { cwd: PICTURES_DIR })) {
    const file = join(PICTURES_DIR, name);
    const small = await shrink(await readFile(file));
    if (small !== undefined) await writeFile(file, small);
  }
};

// Playwright insists on a default export
export default shrinkPictures;
