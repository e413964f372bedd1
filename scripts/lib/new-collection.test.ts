import { spawnSync } from 'node:child_process';
import { Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authorsFileSchema } from '../../src/domain/authors-file.ts';
import { compileProposals } from '../../src/domain/classify.ts';
import { lineSchema } from '../../src/domain/fields.ts';
import { siteSettingsSchema } from '../../src/domain/site-settings.ts';
import { CONCEPTS, PAPERS, TOPICS } from '../../src/entries/entry-kinds.ts';
import { readEntry } from '../../src/entries/front-matter.ts';
import { loadTemplates } from './collection-templates.ts';
import { jsonSchemaFiles } from './json-schemas.ts';
import {
  foldTitle,
  planCollection,
  shellQuote,
  titleOfFolder,
  type NewCollection,
} from './new-collection.ts';

const templates = await loadTemplates();

const plan = (of: Partial<NewCollection> = {}): ReadonlyMap<string, string> =>
  new Map(
    planCollection({ folder: 'my-papers', title: 'My papers', ...of }, templates).map(
      ({ path, text }) => [path, text],
    ),
  );
const fileOf = (path: string, of: Partial<NewCollection> = {}): string => plan(of).get(path) ?? '';
const readSite = (of: Partial<NewCollection>) =>
  readEntry(fileOf('site.md', of), 'site.md', siteSettingsSchema);

const REPOSITORY = 'https://github.com/reading/group';
const GENERATOR = { repository: 'https://code.example/paperlight.git', version: 'v1.2.0' };

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('---', '"', "'", ': ', ' #', '\n', '\t', '{{title}}', '🐝', '$&', 'no'))
    .map((parts) => parts.join('')),
);
const anyTitle = anyText
  .map(foldTitle)
  .filter((title) => title !== undefined)
  .map(String);

describe('foldTitle', () => {
  test('gives what a line may hold, and changes nothing when done twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const title = foldTitle(text);
        if (title === undefined) return;
        expect(lineSchema.safeParse(title).success).toBe(true);
        expect(foldTitle(title)).toBe(title);
      }),
    );
  });

  test.each([
    ['On\nGraphs\n\nand Trees', 'On Graphs and Trees'],
    ['  a\u0000b\u2028c ', 'ab c'],
    ['', undefined],
    [' \n\u0007', undefined],
    ['x'.repeat(2001), undefined],
  ])('of %j is %j', (text, title) => {
    expect(foldTitle(text)).toBe(title);
  });
});

describe('titleOfFolder', () => {
  test.each([
    ['my-papers', 'My papers'],
    ['Lab_2026.new', 'Lab 2026 new'],
    ['été', 'Été'],
    ['論文', '論文'],
    ['---', 'Papers'],
  ])('of %s is %s', (folder, title) => {
    expect(titleOfFolder(folder)).toBe(title);
  });
});

describe('shellQuote', () => {
  test('gives an argument that a shell reads as it was', () => {
    const special = fc.constantFrom(...'~$`"\'\\! *?(){}[]<>|&;#\na');
    const anyArgument = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: special, minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(anyArgument, { minLength: 1, maxLength: 40 }), (words) => {
        const script = `printf '%s\\0' ${words.map((word) => shellQuote(word, '/')).join(' ')}`;
        const { stdout } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
        expect(stdout).toBe(words.map((word) => `${word}\0`).join(''));
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ['../my-papers', '/', '../my-papers'],
    ['../my papers', '/', '"../my papers"'],
    ['../$1', '/', "'../$1'"],
    ['..\\論文', '\\', '..\\論文'],
    ['..\\my papers', '\\', '"..\\my papers"'],
  ])('of %s on a system with %s is %s', (argument, separator, quoted) => {
    expect(shellQuote(argument, separator)).toBe(quoted);
  });
});

describe('site.md', () => {
  test('says every title as it is', () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        const { data, problems } = readSite({ title });
        expect(problems).toEqual([]);
        expect(data?.title).toBe(title);
      }),
    );
  });

  test('names where the collection is kept, and what builds it', () => {
    expect(readSite({ repository: REPOSITORY, generator: GENERATOR }).data).toMatchObject({
      repository: REPOSITORY,
      entries: { folder: '.', branch: 'main' },
      generator: GENERATOR,
    });
  });

  test('offers in comments what is not known, and no more', () => {
    const offered = (of: Partial<NewCollection>) =>
      fileOf('site.md', of).match(/^# (?:repository|generator|address)(?=:)/gm);
    expect(offered({})).toEqual(['# address', '# repository', '# generator']);
    expect(offered({ repository: REPOSITORY, generator: GENERATOR })).toEqual(['# address']);
  });

  test('still reads when every comment that makes a setting is uncommented', () => {
    const text = fileOf('site.md').replace(/^# ((?: {2})?[a-zA-Z]+:.*)$/gm, '$1');
    const { data, problems } = readEntry(text, 'site.md', siteSettingsSchema);
    expect(problems).toEqual([]);
    expect(data).toMatchObject({
      address: expect.stringContaining('https://') as string,
      mail: 'you@example.org',
      dataLicence: 'CC0-1.0',
      generator: { version: expect.any(String) as string },
    });
  });
});

describe('README.md', () => {
  test('has the title as its heading, whatever is in it', () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        const heading = new Parser().parse(fileOf('README.md', { title })).firstChild!;
        const walker = heading.walker();
        let text = '';
        for (let step = walker.next(); step !== null; step = walker.next())
          if (step.entering) text += step.node.literal ?? '';
        expect([heading.type, heading.level, text]).toEqual(['heading', 1, title]);
      }),
    );
  });

  test('has the commands with the folder, as a shell takes it', () => {
    const text = fileOf('README.md', { folder: 'my papers', generator: GENERATOR });
    expect(text).toContain('npm start -- --content "../my papers"');
    expect(text).toContain(`git clone ${GENERATOR.repository} paperlight`);
    expect(text).not.toContain('{{');
  });
});

describe('examples', () => {
  test.each([
    ['paper', PAPERS],
    ['topic', TOPICS],
    ['concept', CONCEPTS],
    ['authors', { schema: authorsFileSchema }],
  ] as const)('of %s are sound', (name, { schema }) => {
    const file = `examples/${name}.md`;
    const { body, problems } = readEntry(fileOf(file), file, schema);
    expect(problems).toEqual([]);
    expect(body).not.toBe('');
  });

  test('of a topic are what ingest can propose', () => {
    const { data } = readEntry(fileOf('examples/topic.md'), 'topic.md', TOPICS.schema);
    const topic = TOPICS.toEntry(TOPICS.readId('compression')!, data!, '');
    const { topics } = compileProposals([topic])({ title: 'Pruning Experts', abstract: '' });
    expect(topics).toEqual(['compression']);
  });
});

test('each schema is written, and leads to the files that it describes', () => {
  const settings = JSON.parse(fileOf('.vscode/settings.json')) as {
    readonly 'yaml.schemas': Readonly<Record<string, readonly string[]>>;
    readonly 'json.schemas': readonly { readonly url: string; readonly fileMatch: string[] }[];
  };
  const described = new Map([
    ...Object.entries(settings['yaml.schemas']),
    ...settings['json.schemas'].map(({ url, fileMatch }) => [url, fileMatch] as const),
  ]);
  // what `check` prints is no file of the collection
  const names = jsonSchemaFiles().map(({ name }) => name);
  expect([...described.keys(), './.schemas/check.schema.json'].toSorted()).toEqual(
    names.map((name) => `./.schemas/${name}`),
  );
  for (const { name, text } of jsonSchemaFiles()) expect(fileOf(`.schemas/${name}`)).toBe(text);
});
