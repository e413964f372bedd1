import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bibtex } from './bibtex.ts';

const FIXTURE = join(import.meta.dirname, '../../../tests/fixtures/sources/references.bib');
const read = (text: string) => bibtex.read(text, 'a.bib');
const record = (fields: string, type = 'article') => read(`@${type}{key, ${fields}}`).records[0];
const titled = (fields: string, type?: string) => record(`title = {T}, ${fields}`, type);

describe('a file as people keep it', () => {
  const { records, problems } = read(readFileSync(FIXTURE, 'utf8'));

  test('gives its papers, each with its line', () => {
    expect(records).toMatchInlineSnapshot(`
      [
        {
          "abstract": "The dominant models are complex. We reach 28.4 BLEU, 50% more – at less than $5 a run.

      A second paragraph cites $x_{i} \\leq 3$.",
          "authors": [
            {
              "name": "Ashish Vaswani",
            },
            {
              "name": "Łukasz Kaiser",
            },
            {
              "name": "Ş. Özgür",
            },
            {
              "name": "Aäron van den Oord",
            },
            {
              "name": "Martin Luther King Jr.",
            },
            {
              "name": "NVIDIA Corporation",
            },
          ],
          "container": {
            "name": "Advances in Neural Information Processing Systems 30",
            "pages": "5998–6008",
            "publisher": "Advances in Neural Information Processing Systems Foundation",
            "type": "conference",
            "volume": "30",
          },
          "date": "2017-12",
          "doi": "https://doi.org/10.5555/3295222.3295349",
          "line": 9,
          "links": [
            {
              "kind": "other",
              "url": "https://proceedings.neurips.cc/paper/2017/hash/3f5ee243_Abstract.html",
            },
          ],
          "title": "Attention Is All You Need: BERT and Über-Models for $O(n^{2})$ Pairs",
        },
        {
          "abstract": "",
          "arxiv": "1810.04805",
          "authors": [
            {
              "name": "Jacob Devlin",
            },
            {
              "name": "Ming-Wei Chang",
            },
          ],
          "date": "2018",
          "line": 28,
          "title": "BERT: Pre-training of Deep “Bidirectional” Transformers",
        },
        {
          "abstract": "",
          "arxiv": "1412.6980",
          "authors": [
            {
              "name": "Diederik P. Kingma",
            },
            {
              "name": "Jimmy Ba",
            },
          ],
          "date": "2014",
          "line": 35,
          "title": "Adam: A Method for Stochastic Optimization",
        },
        {
          "abstract": "",
          "arxiv": "2003.00001",
          "authors": [
            {
              "name": "Ada Lovelace",
            },
          ],
          "date": "2020-05-05",
          "line": 46,
          "links": [
            {
              "kind": "code",
              "url": "https://github.com/ada/nothing",
            },
            {
              "kind": "other",
              "url": "https://example.org/a_b",
            },
          ],
          "title": "Nothing at All",
        },
        {
          "abstract": "",
          "authors": [
            {
              "name": "Ada Lovelace",
            },
          ],
          "container": {
            "issue": "7",
            "name": "University of London",
            "type": "thesis",
          },
          "date": "1843",
          "line": 58,
          "title": "Notes",
        },
        {
          "abstract": "",
          "authors": [
            {
              "name": "Grace Hopper",
            },
          ],
          "container": {
            "issue": "TR-3",
            "name": "Remington Rand",
            "type": "report",
          },
          "date": "1952-05-02",
          "line": 59,
          "title": "The Education of a Computer",
        },
        {
          "abstract": "",
          "authors": [
            {
              "name": "Donald E. Knuth",
            },
          ],
          "container": {
            "name": "Addison–Wesley",
            "type": "book",
          },
          "date": "1968",
          "line": 60,
          "title": "The Art of Computer Programming",
        },
        {
          "abstract": "",
          "authors": [
            {
              "name": "B. Author",
            },
          ],
          "container": {
            "name": "A Book",
            "pages": "1-20",
            "type": "book",
          },
          "date": "1999",
          "line": 61,
          "title": "A Chapter",
        },
        {
          "abstract": "",
          "authors": [
            {
              "name": "Crossed Author",
            },
          ],
          "container": {
            "name": "Proceedings of the Ninth Workshop on Crossing",
            "pages": "1–2",
            "publisher": "ACM",
            "type": "workshop",
          },
          "date": "2009",
          "line": 63,
          "title": "Found by Reference",
        },
        {
          "abstract": "",
          "date": "2003",
          "line": 85,
          "title": "The Last Is Taken",
        },
      ]
    `);
  });

  test('gives a problem for each entry that cannot be read, and takes the others', () => {
    expect(problems.map(({ severity, line, found }) => [severity, line, found])).toEqual([
      ['error', 75, 'the entry "@article{broken", which cannot be read'],
      ['error', 80, 'the entry "@article{open", which nothing closes'],
      ['warning', 9, '1 times “and others”'],
    ]);
  });
});

describe('entries', () => {
  test.each([
    ['in parentheses', '@article(k, title = "A (b) {)}")'],
    ['with spaces and capitals', '@ARTICLE { k , TITLE = {A (b) )} }'],
    ['without key', '@article{title = {A (b) )}}'],
    ['with a key of words', '@article{Müller et al. 2020, title = {A (b) )}}'],
    [
      'with braces and quotes that are escaped',
      '@article{k, note = {a \\{ b \\" c}, title = {A (b) )}}',
    ],
    ['with a comment behind a field', '@article{k, % the key\n title = {A (b) )}, % the title\n}'],
    ['after an address of mail', 'mail to ada@article.org {or} b\n@article{k, title = {A (b) )}}'],
    ['with a quotation mark in braces', '@article{k, title = {A (b) )}, note = {5" wide}}'],
  ])('are read %s', (_, text) => {
    const { records, problems } = read(text);
    expect(problems).toEqual([]);
    expect(records.map(({ title }) => title)).toEqual([expect.stringMatching(/^A \(b\) \)$/)]);
  });

  test.each([
    ['are commented out', '% @article{k, title = {A}}\n'],
    [
      'are of use to others only',
      '@string{a = "b"}\n@comment{@article{k, title = {A}}}\n@preamble{"x"}\n@proceedings{p, title = {P}}',
    ],
  ])('that %s are no papers', (_, text) => {
    expect(read(text)).toEqual({ records: [], problems: [] });
  });

  test('may be of any type', () => {
    const entry = (type: string) => `@${type}{k, title = {A}, journal = {B}}`;
    for (const type of ['constructor', 'valueOf', 'patent'])
      expect(read(entry(type)).records[0]?.container).toEqual({ type: 'journal', name: 'B' });
  });

  test('without title are a problem', () => {
    expect(read('\n@misc{k, year = 2020}').problems).toMatchObject([
      { severity: 'error', line: 2, field: 'title' },
    ]);
  });

  test('that a brace too many has closed are told of', () => {
    const { records, problems } = read(
      '@article{k, title = {A}},\n  year = {2003},\n}\n@misc{l, title = {B}}',
    );
    expect(records.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(problems).toMatchObject([
      { line: 2, found: 'a field outside of any entry, "year = {2003},"' },
    ]);
  });

  test('may use strings that use strings, and a circle of them ends', () => {
    const strings = '@string{a = b # " C"}\n@string(b = "B")\n@string{x = y}@string{y = x}\n';
    expect(read(`${strings}@article{k, title = A # { D}, note = x}`).records[0]?.title).toBe(
      'B C D',
    );
  });
});

describe('text', () => {
  test.each([
    ['{BERT}: {A} {{Double}} Thing', 'BERT: A Double Thing'],
    [
      '{\\"U}ber \\"{o} \\\'e \\`{a} \\^{\\i} \\c{c} \\v{s} \\H{o} \\ss{} {\\o} {\\aa} {\\AA}ngstr{\\"o}m {\\L}',
      'Über ö é à î ç š ő ß ø å Ångström Ł',
    ],
    ['50\\% \\& more \\#1 \\_ \\$5 a~b', '50% & more #1 _ $5 a b'],
    ["a--b --- ``c'' {`}d'", "a–b — “c” `d'"],
    ['\\emph{very} {\\it slow} \\textbf{x} \\textsc{y} {\\em z}', 'very slow x y z'],
    ['$O(n^{2})$ and \\(\\ell_1\\) and $ x_1 $', '$O(n^{2})$ and $\\ell_1$ and $x_1$'],
    ['Saving $5 and $10 now', 'Saving $5 and $10 now'],
    ['Saving $5 now', 'Saving $5 now'],
    ['10\\textsuperscript{3} CO\\textsubscript{2} x\\textsuperscript{q}', '10³ CO₂ xq'],
    ['\\unknown{kept} \\LaTeX{} in \\mbox{a box}', 'kept LaTeX in a box'],
    ['Science \\&amp; <i>E. coli</i> &amp; a < b', 'Science & E. coli & a < b'],
    ['\\href{https://example.org/}{a page}', 'a page (https://example.org/)'],
    ['\\textless{}b\\textgreater{} \\textbackslash{} \\textasciitilde{}', '<b> \\ ~'],
  ])('%j is %j', (tex, text) => {
    expect(record(`title = {${tex}}`)?.title).toBe(text);
  });

  test('keeps the paragraphs of an abstract', () => {
    expect(titled('abstract = {One\n line.\n\n  Two.}')?.abstract).toBe('One line.\n\nTwo.');
  });
});

describe('authors', () => {
  test.each([
    ['Lovelace, Ada and Alan Turing', ['Ada Lovelace', 'Alan Turing']],
    [
      "Ludwig van Beethoven AND de la Cruz, Mar{\\'\\i}a",
      ['Ludwig van Beethoven', 'María de la Cruz'],
    ],
    ['King, Jr., Martin Luther', ['Martin Luther King Jr.']],
    [
      '{{NVIDIA Corporation}} and {Barnes and Noble, Inc.}',
      ['NVIDIA Corporation', 'Barnes and Noble, Inc.'],
    ],
    ['Jean-Luc Picard and {\\relax Ch}ristos P.', ['Jean-Luc Picard', 'Christos P.']],
    ['Ada Lovelace and others', ['Ada Lovelace']],
    ['Ada $x Lovelace and A. Turing', ['Ada $x Lovelace', 'A. Turing']],
  ])('%j are %j', (tex, names) => {
    expect(titled(`author = {${tex}}`)?.authors?.map(({ name }) => name)).toEqual(names);
  });
});

describe('dates', () => {
  test.each([
    ['year = 2020', '2020'],
    ['year = {2020}, month = jan', '2020-01'],
    ['year = {2020}, month = {January}', '2020-01'],
    ['year = {2020}, month = jan # "~5"', '2020-01-05'],
    ['year = {2020}, month = {5 Sept.}', '2020-09-05'],
    ['year = {2020}, month = {May--June}', '2020-05'],
    ['year = {2020}, month = {11}, day = {3}', '2020-11-03'],
    ['year = {2020}, month = {Spring}', '2020'],
    ['year = {(2020)}', '2020'],
    ['date = {2020-05-31/2020-06-02}', '2020-05-31'],
    ['year = {to appear}', 'to appear'],
  ])('%s is %j', (fields, date) => {
    expect(titled(fields)?.date).toBe(date);
  });
});

describe('identifiers and addresses', () => {
  test.each<[string, object]>([
    ['eprint = {2403.10020v2}, archivePrefix = {arXiv}', { arxiv: '2403.10020' }],
    ['eprint = {cs/0112017}, eprinttype = {arxiv}', { arxiv: 'cs/0112017' }],
    ['eprint = {arXiv:2403.10020}', { arxiv: '2403.10020' }],
    ['journal = {arXiv preprint arXiv:2403.10020}', { arxiv: '2403.10020' }],
    ['journal = {CoRR}, volume = {abs/2403.10020}', { arxiv: '2403.10020' }],
    ['url = {https://arxiv.org/abs/2403.10020v1}', { arxiv: '2403.10020' }],
    ['eprint = {12345}, eprinttype = {pubmed}', {}],
    ['url = {https://doi.org/10.1000/a_b}', { doi: '10.1000/a_b' }],
    ['doi = {10.1000/a\\_b}', { doi: '10.1000/a_b' }],
    ['url = {https://example.org/a.pdf}', { pdf: 'https://example.org/a.pdf' }],
    [
      'howpublished = {\\url{https://example.org/a%20b}}',
      { links: [{ kind: 'other', url: 'https://example.org/a%20b' }] },
    ],
    [
      'github = {https://github.com/a/b}, pdf = {https://example.org/b}',
      { links: [{ kind: 'code', url: 'https://github.com/a/b' }], pdf: 'https://example.org/b' },
    ],
    ['howpublished = {Personal communication}', {}],
  ])('%s', (fields, told) => {
    expect(titled(fields)).toEqual({ title: 'T', abstract: '', line: 1, ...told });
  });
});

describe('laws', () => {
  test('an entry that is damaged costs no other', () => {
    const good = '@article{g%, title = {Good %}, year = {2020}}\n';
    const damage = fc.constantFrom(
      '@article{b, title = {Bad,\n year = 1,\n}\n',
      '@misc{b, title {Bad}}\n',
      '@misc{b, title = Bad}, x\n',
      '@article(b, title = "Bad}\n)\n',
    );
    fc.assert(
      fc.property(fc.array(fc.option(damage)), (parts) => {
        const text = parts.map((bad, at) => bad ?? good.replaceAll('%', String(at))).join('');
        const wanted = parts.flatMap((bad, at) => (bad === null ? [`Good ${at}`] : []));
        expect(
          read(text)
            .records.map(({ title }) => title)
            .filter((title) => title.startsWith('Good')),
        ).toEqual(wanted);
      }),
    );
  });

  test('whatever stands there is read without failing', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '@article{',
        '@string{',
        'a,',
        'title',
        '=',
        '{',
        '}',
        '"',
        '#',
        '\\',
        '$',
        '%',
        '\n',
        ' and ',
        'author',
        "\\'",
        '\\textit',
        '(',
        ')',
        '\u0000',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.boolean(), (pieces, inEntry) => {
        const text = pieces.join('');
        const { records } = read(
          inEntry ? `@article{k, title = {${text}}, author = {${text}}}` : text,
        );
        for (const { title } of records) expect(title.trim()).not.toBe('');
        expect(() => bibtex.recognizes(text)).not.toThrow();
      }),
    );
  });

  test.each([
    ['one line', 'a'.repeat(10_000_000)],
    ['at signs', '@'.repeat(5_000_000)],
    ['open entries', '@article{k,\n'.repeat(200_000)],
    ['open entries in one line', '@article{k,'.repeat(200_000)],
    ['entries in one line', '@misc{k,title={A}}'.repeat(20_000)],
    ['braces', `@article{k, title = {${'{'.repeat(1_000_000)}`],
    ['braces in braces', `@article{k, title = {${'{'.repeat(200_000)}${'}'.repeat(200_000)}}}`],
    ['dollar signs', `@article{k, title = {${'$'.repeat(1_000_001)}}}`],
    ['backslashes', `@article{k, title = {${'\\('.repeat(500_000)}}}`],
    ['percent signs', `${'%'.repeat(1_000_000)}@article{k, title = {A}}`],
    ['commands', `@article{k, title = {${'\\foo{\\em '.repeat(100_000)}${'}'.repeat(100_000)}}}`],
    ['one title', `@article{k, title = {${'word '.repeat(2_000_000)}}}`],
    [
      'spaces before a sign',
      `@article{k}${' '.repeat(1_000_000)}=}@article{${' '.repeat(1_000_000)}=}`,
    ],
    ['authors', `@article{k, title = {A}, author = {${'A. B and '.repeat(100_000)}C. D}}`],
  ])('megabytes of %s are read in time', (_, text) => {
    // from both ends, so that what is closed stays closed
    const partOf = (size: number) => text.slice(0, size / 2) + text.slice(text.length - size / 2);
    const readPart = (size: number) => [bibtex.recognizes(partOf(size)), read(partOf(size))];
    expect(readPart).toTakeTimeInProportion(text.length);
  });
});

test('abbreviations that grow without end are spelled out in no entry', () => {
  const links = Array.from({ length: 40 }, (_, at) => {
    const uses = Array.from({ length: 8 }, () => `a${at}`).join(' # ');
    return `@string{a${at + 1} = ${uses}}`;
  });
  const { records, problems } = read(
    ['@string{a0 = "x"}', ...links, '@misc{b, title = a40}', '@misc{g, title = a2}'].join('\n'),
  );
  expect(records.map(({ title }) => title)).toEqual(['x'.repeat(64)]);
  expect(problems.map(({ line, found }) => [line, found])).toEqual([
    [42, 'the entry "@misc{b", which cannot be read'],
  ]);
});
