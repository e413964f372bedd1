import { gzipSync } from 'node:zlib';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadAllSources, loadNamedSources, readSource } from './load-sources.ts';
import { SOURCE_FORMATS } from './sources/formats.ts';
import { json } from './sources/json.ts';

const LINE = '{"title":"A"}\n';
const found = (read: ReturnType<typeof readSource>): string => ('found' in read ? read.found : '');

test('reads text as it is, and text that is packed, whatever the name of the file', () => {
  for (const bytes of [Buffer.from(LINE), gzipSync(LINE)])
    expect(readSource(bytes)).toMatchObject({ text: LINE, format: { name: 'json-lines' } });
});

test('bears a stray control character in a text', () => {
  const text = `{"title":"A"}\n{"title":"${'long '.repeat(40)}\u0000"}\n`;
  expect(readSource(Buffer.from(text))).toMatchObject({ text });
});

describe('cannot use', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'an empty file'],
    ['white space', Buffer.from('\ufeff \r\n\n'), 'an empty file'],
    ['nothing, packed', gzipSync(''), 'an empty file'],
    ['bytes', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), 'bytes that are not text'],
    ['zeros', Buffer.alloc(1000), 'bytes that are not text'],
    ['text in UTF-16', Buffer.from(LINE, 'utf16le'), 'bytes that are not text'],
    [
      'text in Latin-1',
      Buffer.from('{"title":"Schrödinger"}', 'latin1'),
      'bytes that are not text',
    ],
    ['half a gzip file', gzipSync(LINE).subarray(0, 20), 'cannot be unpacked'],
    ['an unknown format', Buffer.from('hello'), 'an unknown format that begins with "hello"'],
  ])('%s', (_, bytes, expected) => {
    expect(found(readSource(bytes))).toContain(expected);
  });

  test('a small file that unpacks to more than memory should hold', () => {
    const bomb = gzipSync(Buffer.alloc(2_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    expect(found(readSource(bomb, undefined, 1_000_000))).toContain('more than');
  });
});

test('of an unknown format are told all that are known', () => {
  const read = readSource(Buffer.from('hello'));
  for (const { name, label } of SOURCE_FORMATS) {
    expect(read).toMatchObject({ wanted: expect.stringContaining(label) as string });
    expect(read).toMatchObject({ hint: expect.stringContaining(name) as string });
  }
});

describe('a format that is told', () => {
  // shows as CSL-JSON
  const ITEM = '[{"id":"a","type":"article-journal","title":"A","DOI":"10.1000/1","venue":"V"}]';
  let dir = '';
  const at = (name: string): string => join(dir, name);
  const named = (name: string, told?: typeof json) =>
    loadNamedSources(at('sources'), [{ path: at(name), typed: name }], told);
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'load-'));
    mkdirSync(at('sources'));
  });
  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  test('holds, and goes into the name of the copy, by which it is read again', async () => {
    writeFileSync(at('a.txt'), ITEM);
    const { sources, problems } = await named('a.txt', json);
    expect(problems).toEqual([]);
    expect(sources).toMatchObject([{ name: 'a.as-json.txt', format: json }]);
    writeFileSync(at('sources/a.as-json.txt'), sources[0]?.bytes ?? '');
    const again = await loadAllSources(at('sources'), 'sources');
    expect(again.sources).toMatchObject([{ name: 'a.as-json.txt', format: json }]);
    const twice = await named('a.txt', json);
    expect(twice.sources).toMatchObject([{ name: 'a.as-json.txt' }]);
    expect(twice.sources[0]).not.toHaveProperty('bytes');
  });

  test('stays out of the name where the content shows it', async () => {
    writeFileSync(at('a.txt'), '[{"title":"A"}]');
    expect((await named('a.txt', json)).sources).toMatchObject([{ name: 'a.txt', format: json }]);
    writeFileSync(at('b.txt'), ITEM);
    expect((await named('b.txt')).sources).toMatchObject([
      { name: 'b.txt', format: { name: 'csl-json' } },
    ]);
  });

  test('is asked for again for a file of the folder whose name does not tell it', async () => {
    writeFileSync(at('sources/a.txt'), ITEM);
    const { sources, problems } = await named('sources/a.txt', json);
    expect(sources).toMatchObject([{ name: 'a.txt', format: json }]);
    expect(problems).toMatchObject([
      { severity: 'warning', wanted: expect.stringContaining('a.as-json.txt') as string },
    ]);
  });
});

test.each(['a\nb.jsonl', '\u202etxt.jsonl', '\u001b[31m.jsonl'])(
  'takes no file of the name %j, which the ledger could not tell',
  async (name) => {
    const dir = mkdtempSync(join(tmpdir(), 'names-'));
    try {
      writeFileSync(join(dir, name), LINE);
      const all = await loadAllSources(dir, 'sources');
      const named = await loadNamedSources('sources', [{ path: join(dir, name), typed: 'a' }]);
      for (const { sources, problems } of [all, named]) {
        expect(sources).toEqual([]);
        expect(problems[0]?.found).toContain('a file name with');
      }
    } finally {
      rmSync(dir, { recursive: true });
    }
  },
);
