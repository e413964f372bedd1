import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperSchema } from '../../src/domain/paper.ts';
import { markdownToText, textToMarkdown } from '../../src/domain/text.ts';
import { formatEntry, readEntry } from '../../src/entries/front-matter.ts';
import { readIncoming, type IncomingPaper } from '../../scripts/lib/incoming.ts';
import { readSource } from '../../scripts/lib/load-sources.ts';
import { formatOf, SOURCE_FORMATS } from '../../scripts/lib/sources/formats.ts';
import type { SourceFormat } from '../../scripts/lib/sources/source-record.ts';
import { lawRuns } from '../laws/runs.ts';
import { anyMess, anyPump, anyScrap, anySpoilt, anySpoiltJson } from './hostile-texts.ts';
import { expectClear, isHarmless, textsIn, unharmed } from './promises.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/sources');

const TABLE = `title,authors,date,doi,pdf,code,abstract
"Kites, and ""knots""",Ada Lovelace; Bo Ek,2024-05-31,10.1000/182,https://a.example/x.pdf,https://github.com/a/b,"We fly kites.
They hold."
Tails that calm a kite,Cy Dee,1999,,,,Tails are long.
`;

const OBJECT =
  '{"title":"Kites at night","authors":[{"name":"Ada Lovelace","orcid":"0000-0002-1825-0097"}],' +
  '"container":{"type":"journal","name":"Kites","volume":"3"},"date":"2024-05","doi":"10.1000/182",' +
  '"links":[{"kind":"code","url":"https://github.com/a/b"}],"abstract":"We fly. They hold."}';

/** Files as they should be; the formats of which there is none in the folder have theirs here. */
const SOUND = [
  ...readdirSync(FOLDER)
    .filter((name) => name !== 'README.md')
    .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') })),
  { name: 'a table', text: TABLE },
  { name: 'a list of objects', text: `{"papers":[\n${OBJECT},\n{"title":"B"}]}\n` },
  { name: 'an object a line', text: `${OBJECT}\n{"title":"B"}\n` },
].map(({ name, text }) => {
  // dumps are long, and what is at the end of one is much like what is at its beginning
  const some = name.startsWith('dump') ? text.slice(0, 6000) : text;
  return { name, text: some, format: formatOf(some) };
});

const OTHERS = SOUND.map(({ text }) => text);

/** An entry that is written, and reads back as what it was, to the last word. */
const expectSafe = ({ fields, keys }: IncomingPaper): void => {
  const { abstract, ...front } = fields;
  const text = formatEntry(front, textToMarkdown(abstract).trim(), paperSchema);
  const { data, body, problems } = readEntry(text, 'a.md', paperSchema);
  expect({ data, abstract: markdownToText(body), problems }).toEqual({
    data: front,
    abstract,
    problems: [],
  });
  const harmful = textsIn(fields).filter((one) => !isHarmless(one));
  expect(harmful).toEqual([]);
  expect(keys.length).toBeGreaterThan(0);
  for (const url of [fields.pdf, ...(fields.links ?? []).map((link) => link.url)])
    expect(url ?? 'https:').toMatch(/^https?:/i);
};

const expectGood = (text: string, format: SourceFormat): void => {
  const { papers, problems } = unharmed(() => readIncoming(format.read(text, 'a'), 'a', 'a'));
  expectClear(problems);
  unharmed(() => papers.forEach(expectSafe));
};

test('there is a sound file of every format', () => {
  const known = new Set(SOUND.map(({ format }) => format?.name));
  expect([...known].toSorted()).toEqual(SOURCE_FORMATS.map(({ name }) => name).toSorted());
});

describe('a spoilt file gives clear problems and safe entries', () => {
  test.each(SOUND)('$name', ({ text, format }) => {
    fc.assert(
      fc.property(anySpoilt(text, OTHERS), (spoilt) => {
        if (format !== undefined) expectGood(spoilt, format);
        const guess = unharmed(() => formatOf(spoilt));
        if (guess !== undefined && guess !== format) expectGood(spoilt, guess);
      }),
      { numRuns: lawRuns(40) },
    );
  });
});

describe('JSON with other values than there should be gives clear problems and safe entries', () => {
  const isJson = (text: string): boolean => {
    try {
      return typeof JSON.parse(text) === 'object';
    } catch {
      return false;
    }
  };
  const json = SOUND.filter(({ text }) => isJson(text));
  test.each(json)('$name', ({ text, format }) => {
    fc.assert(
      fc.property(anySpoiltJson(text), (spoilt) => {
        if (format !== undefined) expectGood(spoilt, format);
      }),
      { numRuns: lawRuns(40) },
    );
  });
});

describe('text that is no file at all gives clear problems and safe entries', () => {
  const lines = fc.array(fc.oneof(anyMess, anyScrap), { maxLength: 12 });
  test.each(SOURCE_FORMATS)('read as $label', (format) => {
    fc.assert(fc.property(lines, (texts) => expectGood(texts.join('\n'), format)));
  });
});

describe('a gigantic piece of the same again and again is read in time', () => {
  const GIGANTIC = 50_000;
  const where = fc.double({ min: 0, max: 1, noNaN: true });
  test.each(SOUND)('$name', ({ text, format }) => {
    fc.assert(
      fc.property(anyPump(GIGANTIC), where, (pump, at) => {
        const offset = Math.floor(at * text.length);
        if (format !== undefined)
          expectGood(text.slice(0, offset) + pump + text.slice(offset), format);
      }),
      // each takes many times as long as any other
      { numRuns: Math.ceil(lawRuns() / 50) },
    );
  });
});

test('bytes of any kind are text of a known format, or a fault that says what they are', () => {
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .tuple(fc.constantFrom(...OTHERS), fc.uint8Array({ minLength: 1, maxLength: 4 }), fc.nat())
      .map(([text, bytes, at]) => {
        const changed = Buffer.from(text);
        changed.set(bytes, at % Math.max(1, changed.length - bytes.length));
        return changed;
      }),
    fc
      .uint8Array({ maxLength: 60 })
      .map((tail) => Buffer.concat([Buffer.from([0x1f, 0x8b, 8]), tail])),
  );
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const read = unharmed(() => readSource(Buffer.from(bytes)));
      if ('found' in read) expectClear([{ severity: 'error', file: 'a', ...read }]);
      else expectGood(read.text, read.format);
    }),
  );
});
