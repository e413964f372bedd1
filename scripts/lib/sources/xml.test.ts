import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readXml } from './xml.ts';
import { childrenNamed, elementsOf, rootNameOf, textOf } from './xml-elements.ts';

const read = (text: string) => {
  const { root, lineOf, problems } = readXml(text, 'paper', 'a.xml');
  const papers = root === undefined ? [] : childrenNamed(root, 'paper');
  return {
    papers: papers.map((paper) => [textOf(paper).trim(), lineOf(paper)]),
    problems: problems.map(({ line, found }) => [line, found]),
  };
};
const containing = (part: string): unknown => expect.stringContaining(part);

describe('lines', () => {
  test.each(['\n', '\r\n', '\r'])('are those of the file when they end with %j', (end) => {
    const lines = ['\ufeff<all>', '<paper>é 𝔸</paper>', '', '<paper>B', '</paper></all>'];
    expect(read(lines.join(end))).toEqual({
      papers: [
        ['é 𝔸', 2],
        ['B', 4],
      ],
      problems: [],
    });
  });
});

describe('a broken file', () => {
  test('gives the records that are sound, and the line of every one that is not', () => {
    const text =
      '<all>\n<paper>A</paper>\n<paper><i>B</paper>\n<paper>C</paper>\n<paper>\nx &nbsp; y</paper>\n</all>';
    expect(read(text)).toEqual({
      papers: [
        ['A', 2],
        ['C', 4],
      ],
      problems: [
        [3, containing('Missing end tag')],
        [6, containing('&nbsp;')],
      ],
    });
  });

  test('that ends too early gives the records before', () => {
    const text = '<all><part>\n</part>\n<paper><![CDATA[<A>]]></paper>\n<paper>B';
    expect(read(text)).toEqual({
      papers: [['<A>', 3]],
      problems: [[4, containing('Missing end tag')]],
    });
  });

  test('without sound records is one problem', () => {
    expect(read('<all>\n<paper>A')).toEqual({
      papers: [],
      problems: [[2, containing('Missing end tag')]],
    });
  });

  test.each(['', 'words', '<', '<all', '<all></other>', '<!-- -->', '\u0000'])(
    'such as %j is a problem',
    (text) => {
      expect(read(text).problems).toHaveLength(1);
    },
  );
});

test('characters of every plane are read, in CDATA too', () => {
  expect(read('<all><paper a="𝔸">𝔸 é</paper><paper>B</paper></all>').papers).toEqual([
    ['𝔸 é', 1],
    ['B', 1],
  ]);
  expect(read('<all><paper><![CDATA[𝔸 <i>]]></paper><paper>😀</paper></all>').papers).toEqual([
    ['𝔸 <i>', 1],
    ['😀', 1],
  ]);
});

describe('entities', () => {
  const BOMB = `<?xml version="1.0"?>
<!DOCTYPE all [
  <!ENTITY lol "lol">
  ${Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at} "${'&lol;'.repeat(10)}">`).join('\n')}
]>
<all><paper>&lol8;</paper></all>`;

  test.each([
    ['a bomb', BOMB],
    ['a file of the machine', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['none at all', '<!DOCTYPE all SYSTEM "all.dtd">\n<all><paper>A</paper></all>'],
  ])('that a file defines are refused: %s', (_, text) => {
    expect(read(text)).toEqual({ papers: [], problems: [[1, containing('<!DOCTYPE')]] });
  });

  test('that a file does not define are an error, those of XML are read', () => {
    expect(read('<all><paper>a &lt; b &amp;amp; &#233;&#x1d538;</paper></all>').papers).toEqual([
      ['a < b &amp; é𝔸', 1],
    ]);
    expect(read('<all>\n<paper>&eacute;</paper></all>').problems).toEqual([
      [2, containing('&eacute;')],
    ]);
  });

  test('of a document type that a paper quotes refuse nothing', () => {
    const text = '<all><paper><![CDATA[<!DOCTYPE html>]]></paper><paper>&x;</paper></all>';
    expect(read(text).papers).toEqual([['<!DOCTYPE html>', 1]]);
  });
});

describe('nesting', () => {
  const nested = (depth: number) => `${'<i>'.repeat(depth)}x${'</i>'.repeat(depth)}`;

  test.each([150, 3000, 200_000])('%i deep is a problem of its record alone', (depth) => {
    const text = `<all>\n<paper>A</paper>\n<paper>${nested(depth)}</paper>\n</all>`;
    expect(read(text)).toEqual({
      papers: [['A', 2]],
      problems: [[3, containing('nested')]],
    });
  });

  test('as papers have it is read', () => {
    expect(read(`<all><paper>${nested(20)}</paper></all>`).papers).toEqual([['x', 1]]);
  });
});

describe('names', () => {
  const titles = (text: string) =>
    childrenNamed(readXml(text, 'paper', 'a.xml').root!, 'title', ['http://a.example/', '']).map(
      (title) => textOf(title),
    );

  test.each([
    '<x:all xmlns:x="http://a.example/"><x:title>A</x:title><title xmlns="b">B</title></x:all>',
    '<all xmlns="http://a.example/" xmlns:m="http://m.example/"><title>A</title><m:title>B</m:title></all>',
    '<all><title>A</title><m:title>B</m:title></all>',
  ])('stand in namespaces: %s', (text) => {
    expect(titles(text)).toEqual(['A']);
  });

  test.each([
    ['<?xml version="1.0"?>\n<!-- a > b --><!-- c -->\n<feed xmlns="a">', 'feed'],
    ['\ufeff<atom:feed>', 'feed'],
    ['<!DOCTYPE feed [<!ENTITY a "b">]>\n<feed/>', 'feed'],
    ['<collection\nid="x">', 'collection'],
    ['<!-- <feed>', undefined],
    ['{"a": "<feed>"}', undefined],
    ['', undefined],
  ])('of the outermost element are seen in %j', (text, name) => {
    expect(rootNameOf(text)).toBe(name);
  });
});

describe('laws', () => {
  const part = fc.oneof(
    fc.constantFrom('<paper>', '</paper>', '<all>', '</all>', '<!--', '-->', '<![CDATA[', ']]>'),
    fc.constantFrom('&amp;', '&x;', '<a b="c"/>', '<?', '?>', '<!DOCTYPE a [', '\u0000', '\ud800'),
    fc.string({ unit: 'binary' }),
  );

  test('whatever comes is read without failing', () => {
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const { root, problems } = readXml(parts.join(''), 'paper', 'a.xml');
        expect(root !== undefined || problems.length > 0).toBe(true);
        if (root !== undefined) elementsOf(root).forEach((element) => textOf(element));
      }),
    );
  });

  test('what is escaped is what is read', () => {
    const words = fc.stringMatching(/^[ -~é𝔸]*$/u);
    const escape = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (texts) => {
        const papers = texts.map((text) => `<paper>${escape(text)}</paper>`).join('\n');
        expect(read(`<all>${papers}</all>`)).toEqual({
          papers: texts.map((text, at) => [text.trim(), at + 1]),
          problems: [],
        });
      }),
    );
  });

  test.each([
    ['start tags', `<all>${'<paper>'.repeat(300_000)}`],
    ['records cut off', `<all>${'<paper>x</paper>'.repeat(20_000)}<paper`],
    ['comments', `<all>${'<!--'.repeat(500_000)}`],
    ['a name', `<all><paper>x</paper><${'a'.repeat(3_000_000)}`],
    ['carriage returns', `<all><paper>${'\r'.repeat(3_000_000)}</paper></all>`],
    ['references', `<all><paper>${'&amp;'.repeat(1_000_000)}</paper></all>`],
    ['brackets', '<'.repeat(3_000_000)],
  ])('megabytes of %s are read in time', (_, text) => {
    const readPart = (size: number) => readXml(text.slice(0, size), 'paper', 'a.xml');
    expect(readPart).toTakeTimeInProportion(text.length);
  });
});
