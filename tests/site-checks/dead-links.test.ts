import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deadLinksOf, LINKS_FILE, linksFileSchema } from '../../src/domain/link-report.ts';
import { TEST_SITES } from '../setup/test-sites.ts';
import { pagesOf } from './pages.ts';

const ARCHIVE = 'https://web.archive.org/web/';

/** By the page's file: the text of each note with the link that stands before it. */
const notesOf = () =>
  new Map(
    pagesOf('fixture').flatMap(({ file, $ }) => {
      const notes = $(`small:has(a[href^="${ARCHIVE}"])`)
        .toArray()
        .map((note) => ({
          link: $(note).prevAll('a').first().attr('href'),
          text: $(note).text().replace(/\s+/g, ' ').trim(),
          copy: $(note).find('a').attr('href'),
        }));
      return notes.length === 0 ? [] : [[file, notes] as const];
    }),
  );

describe('dead links of the site fixture', () => {
  it('carry a note, wherever on a page they stand, and no other link does', () => {
    const cracks = {
      code: 'https://code.example/night-cracks',
      version: 'https://doi.org/10.5555/anw.2016.2',
    };
    const notice = 'https://notices.example/stc.2009.140';
    expect(notesOf()).toEqual(
      new Map([
        [
          'papers/cracks-heard-at-night/index.html',
          [
            {
              link: cracks.code,
              text: 'not reachable since October 2026; archived copy',
              copy: `${ARCHIVE}20261003/${cracks.code}`,
            },
            {
              link: cracks.version,
              text: 'not reachable since September 2026; archived copy',
              copy: `${ARCHIVE}20260930/${cracks.version}`,
            },
          ],
        ],
        [
          'papers/do-bees-keep-time-by-the-church-bell/index.html',
          [
            {
              link: notice,
              text: 'not reachable since November 2026; archived copy',
              copy: `${ARCHIVE}20261113/${notice}`,
            },
          ],
        ],
      ]),
    );
  });

  it('are all that the report calls dead', () => {
    const text = readFileSync(join(TEST_SITES.fixture.contentDir, LINKS_FILE), 'utf8');
    const dead = deadLinksOf(linksFileSchema.parse(JSON.parse(text)));
    const noted = [...notesOf().values()].flat().map(({ link }) => link);
    expect(noted.toSorted()).toEqual([...dead.keys()].toSorted());
  });
});
