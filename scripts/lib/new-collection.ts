import { sep } from 'node:path';
import { lineSchema } from '../../src/domain/fields.ts';
import { siteSettingsSchema, SCHEMA_VERSION } from '../../src/domain/site-settings.ts';
import { cleanText, normalizeText } from '../../src/domain/text.ts';
import { writeDocument } from '../../src/domain/write-markdown.ts';
import { formatEntry } from '../../src/entries/front-matter.ts';
import { jsonSchemaFiles } from './json-schemas.ts';

/** A file of a collection that is being made, by its path in it. */
export type PlannedFile = { readonly path: string; readonly text: string };

/** The program that builds a collection, as `site.md` names it. */
export type Generator = { readonly repository: string; readonly version: string };

export type NewCollection = {
  /** name of its folder */
  readonly folder: string;
  readonly title: string;
  /** where the collection will be kept */
  readonly repository?: string | undefined;
  readonly generator?: Generator | undefined;
};

/** Texts that go into every collection, by the path that they have there. */
export type Templates = ReadonlyMap<string, string>;

/** A title as `site.md` can hold it: one line, nothing that cannot be seen; undefined when nothing is left. */
export const foldTitle = (text: string): string | undefined =>
  lineSchema.safeParse(normalizeText(cleanText(text).text).replaceAll('\n\n', ' ')).data;

/** A title made of a folder's name: `my-papers` becomes `My papers`. */
export const titleOfFolder = (name: string): string => {
  const words = foldTitle(name.replace(/[-_.]+/g, ' ')) ?? 'Papers';
  const [first = '', ...rest] = words;
  return first.toUpperCase() + rest.join('');
};

/** An argument as the shell of a system takes it, told by what separates its folders; plain words stay as they are. */
export const shellQuote = (argument: string, separator: string = sep): string => {
  const isWindows = separator === '\\';
  const plain = isWindows ? /^[\p{L}\p{N}._/\\:-]+$/u : /^[\p{L}\p{N}._/:-]+$/u;
  if (plain.test(argument)) return argument;
  return isWindows || !/["$`\\!]/.test(argument)
    ? `"${argument}"`
    : `'${argument.replaceAll("'", `'\\''`)}'`;
};

// true of every collection: nothing has to be changed before others may see it
const DESCRIPTION = 'Research papers, to browse and to search.';
const WELCOME =
  'Every paper, every search and every sentence of an abstract has an address of its own, so what you find you can pass on.';

/** Settings that are not made yet, as comments that tell what they would say. */
const unmade = ({ repository, generator }: NewCollection): string => {
  const lines = [
    '# Remove the `# ` before a line to make its setting; `.schemas/site.schema.json` describes all of them.',
    '# address: https://example.org/papers/  # where the site will stand; GitHub Pages says so itself',
    ...(repository === undefined
      ? ['# repository: https://github.com/you/papers  # where this folder is kept']
      : []),
    '# mail: you@example.org  # for questions and corrections',
    '# dataLicence: CC0-1.0  # of what is collected here',
    ...(generator === undefined
      ? [
          '# generator:  # which Paperlight builds the site on GitHub',
          '#   repository: https://example.org/paperlight.git',
          '#   version: a tag or a whole commit',
        ]
      : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
};

/** `site.md`: its front matter ends with the settings that are still to be made. */
const writeSite = (collection: NewCollection): string => {
  const { title, repository, generator } = collection;
  const fields = {
    schema: SCHEMA_VERSION,
    title,
    description: DESCRIPTION,
    ...(repository === undefined ? {} : { repository }),
    // this folder is a repository of its own, or would be
    entries: { folder: '.' },
    language: 'en',
    ...(generator === undefined ? {} : { generator }),
  } as const;
  const text = formatEntry(fields, WELCOME, siteSettingsSchema);
  return text.replace('\n---\n\n', () => `\n${unmade(collection)}---\n\n`);
};

const writeHeading = (title: string): string =>
  writeDocument({
    type: 'root',
    children: [{ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }],
  });

/** The manual for those who keep the collection. */
const writeReadme = (template: string, { title, folder, generator }: NewCollection): string => {
  const address = generator?.repository;
  const values: Readonly<Record<string, string>> = {
    paperlight: address === undefined ? 'Paperlight' : `[Paperlight](${address})`,
    repository: address ?? 'ADDRESS-OF-PAPERLIGHT',
    collection: shellQuote(`../${folder}`),
  };
  const body = template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
  return `${writeHeading(title)}\n${body}`;
};

/** The files that each schema describes. */
const DESCRIBED: Readonly<Record<string, readonly string[]>> = {
  authors: ['authors.md', 'examples/authors.md'],
  concept: ['concepts/*.md', 'examples/concept.md'],
  links: ['links.json'],
  map: ['map.json'],
  paper: ['papers/*.md', 'examples/paper.md'],
  site: ['site.md'],
  topic: ['topics/*.md', 'examples/topic.md'],
};

const SCHEMAS_DIR = '.schemas';

/** Settings of VS Code that lead from files to the schemas that describe them. */
const writeEditorSettings = (schemaNames: readonly string[]): string => {
  const described = schemaNames.flatMap((name) => {
    const fileMatch = DESCRIBED[name.replace(/\.schema\.json$/, '')];
    return fileMatch === undefined ? [] : [{ url: `./${SCHEMAS_DIR}/${name}`, fileMatch }];
  });
  const isJson = ({ fileMatch }: { fileMatch: readonly string[] }): boolean =>
    fileMatch.every((file) => file.endsWith('.json'));
  const settings = {
    'files.eol': '\n',
    'json.schemas': described.filter(isJson),
    'yaml.schemas': Object.fromEntries(
      described.filter((one) => !isJson(one)).map(({ url, fileMatch }) => [url, fileMatch]),
    ),
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
};

const README = 'README.md';

/** Every file of a new collection, its papers aside. */
export const planCollection = (
  collection: NewCollection,
  templates: Templates,
): readonly PlannedFile[] => {
  const schemas = jsonSchemaFiles();
  const made = [
    ['site.md', writeSite(collection)],
    [README, writeReadme(templates.get(README) ?? '', collection)],
    ['.vscode/settings.json', writeEditorSettings(schemas.map(({ name }) => name))],
    ...schemas.map(({ name, text }) => [`${SCHEMAS_DIR}/${name}`, text] as const),
  ] as const;
  return [...new Map([...templates, ...made])].map(([path, text]) => ({ path, text }));
};
