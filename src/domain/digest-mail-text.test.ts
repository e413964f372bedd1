import fc from 'fast-check';
import { expect, test } from 'vitest';
import { subscribeLink, unsubscribeLink } from './digest-subscribe.ts';
import { wrapText } from './digest-mail-text.ts';

const WIDTH = 72;

test('wrapped text keeps its words, and no line is longer than it must be', () => {
  const anyText = fc
    .array(fc.string({ unit: 'grapheme-ascii', maxLength: 90 }))
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(
      anyText,
      fc.constantFrom(['', ''], ['1. ', '   '], ['  * ', '    ']),
      (text, mark) => {
        const [first = '', indent = ''] = mark;
        const lines = wrapText(text, first, indent).split('\n');
        const bare = lines.map((line, at) => line.slice((at === 0 ? first : indent).length));
        expect(bare.join(' ').trim()).toBe(text.split(/\s+/).filter(Boolean).join(' '));
        for (const [at, line] of lines.entries())
          expect(line.length <= WIDTH || !bare[at]?.includes(' ')).toBe(true);
        for (const [at, line] of lines.slice(0, -1).entries()) {
          const [word = ''] = bare[at + 1]?.split(' ') ?? [];
          expect(line.length + 1 + word.length).toBeGreaterThan(WIDTH);
        }
      },
    ),
  );
});

test('messages to subscribe are addressed to one mailbox alone, whatever its name and the title', () => {
  const of = { title: 'A & B?body=x\r\nBcc: c@x.example', topic: 'Ö' };
  for (const link of [
    subscribeLink("o'brien+x&cc=me@x.example", of),
    unsubscribeLink('a?b@x.example', of),
  ]) {
    const url = new URL(link);
    expect([...url.searchParams.keys()]).toEqual(['subject']);
    expect(url.searchParams.get('subject')).toContain(of.title);
    expect(decodeURIComponent(url.pathname)).toMatch(/^[^@]+@x\.example$/);
  }
});
