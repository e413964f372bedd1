import { HtmlRenderer, Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, markdownToText, normalizeText, textToMarkdown } from './text.ts';

/** Pieces that Markdown, HTML, YAML or TeX would eat, to be mixed with arbitrary Unicode. */
const TRICKY = [
  ...'*_`<>[]()#+-=|~!\\&$^{}:;.,"\'@/%',
  ...[
    '**b**',
    '_a_',
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '1. ',
    '2) ',
    '    ',
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '--',
    '---',
    '...',
    '===',
    '```',
    '~~~',
    '&amp;',
    '&#42;',
    '&nbsp;',
  ],
  ...[
    'www.x.org',
    'https://x.org/a_b',
    '<https://x.org>',
    '< ROI < 1',
    '![i](u)',
    '[^1]: n',
    '[a]: u',
  ],
  ...[
    'e.g. ',
    'It ends. ',
    'O(n^2)',
    '$a_b$',
    '\\%',
    '\\\\',
    '👩‍🔬',
    'مرحبا',
    '漢字。',
    'é',
    'e\u0301',
    '\u00a0',
    '\u200f',
  ],
];
const anyText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...TRICKY) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
      { weight: 2, arbitrary: fc.constantFrom('word', 'A', ' ', ' is ') },
    ),
    { maxLength: 30 },
  )
  .map((pieces) => cleanText(pieces.join('')).text);

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What another CommonMark implementation shows for a Markdown text. */
const shownByOthers = (markdown: string): string => {
  const html = new HtmlRenderer().render(new Parser().parse(markdown));
  const text = html.replace(/<\/p>\n<p>/g, '\n\n').replace(/<[^>]*>/g, '');
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '');
};

describe('textToMarkdown', () => {
  test('writes text that reads back as it was, up to white space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(markdownToText(textToMarkdown(text))).toBe(normalizeText(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('writes text that another Markdown reader shows as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(words(shownByOthers(textToMarkdown(text)))).toBe(words(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('changes nothing when text is written, read and written again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = textToMarkdown(text);
        expect(textToMarkdown(markdownToText(once))).toBe(once);
      }),
    );
  });

  test('puts every sentence on a line of its own', () => {
    expect(textToMarkdown('One is here. Two follows, e.g. this.\n\nThree.')).toBe(
      'One is here.\nTwo follows, e.g. this.\n\nThree.\n',
    );
  });
});

describe('markdownToText', () => {
  test.each([
    ['plain words', 'plain words'],
    ['*emphasis* and **strength**', 'emphasis and strength'],
    ['[words](https://x.org) stay', 'words stay'],
    ['# A heading\n\nand text', 'A heading\n\nand text'],
    ['- one\n- two', 'one\n\ntwo'],
    ['<b>tags</b> stay as typed', '<b>tags</b> stay as typed'],
    ['`code` stays', 'code stays'],
    ['a hard\\\nbreak', 'a hard break'],
    ['&lt;x&gt; &copy;', '<x> ©'],
    ['escaped \\*stars\\* and \\\\ and C:\\temp', 'escaped *stars* and \\ and C:\\temp'],
    ['', ''],
  ])('reads %j', (markdown, text) => {
    expect(markdownToText(markdown)).toBe(text);
  });

  test('agrees with another Markdown reader on the plain forms that skip the parser', () => {
    const anyPlain = fc
      .array(fc.constantFrom('a', 'B', ' ', '\n', '\\', '*', '.', '1', '-', '=', '!', '"', 'é'), {
        maxLength: 20,
      })
      .map((parts) => parts.join(''))
      .filter((text) => !/[*]|^\s*(?:[-+=]|\d+[.)])|^ {4}|\\\n/m.test(text));
    fc.assert(
      fc.property(anyPlain, (markdown) => {
        expect(words(markdownToText(markdown))).toBe(words(shownByOthers(markdown)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('cleanText', () => {
  test('takes out NUL, control characters, lone surrogates and noncharacters, and says so', () => {
    const { text, removed } = cleanText('a\u0000b\u0007c\ud800d\ufffee\ufefff');
    expect(text).toBe('abcdef');
    expect(removed).toEqual([
      { what: 'NUL', count: 1 },
      { what: 'control character', count: 1 },
      { what: 'lone surrogate', count: 1 },
      { what: 'noncharacter', count: 2 },
    ]);
  });

  test('takes out what turns the direction of all that follows', () => {
    expect(cleanText('a\u202egpj.\u202cexe \u2067b\u2069')).toEqual({
      text: 'agpj.exe b',
      removed: [{ what: 'control of direction', count: 4 }],
    });
  });

  test('leaves tabs, line breaks, emoji and every direction of writing alone', () => {
    const text = 'a\tb\r\nc 👩‍🔬 שלום \u200fمرحبا e\u0301';
    expect(cleanText(text)).toEqual({ text, removed: [] });
  });
});
