import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readSource } from './load-sources.ts';

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
    expect(found(readSource(bomb, 1_000_000))).toContain('more than');
  });
});
