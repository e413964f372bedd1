import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { styleText } from 'node:util';
import { quote, type Problem } from '../src/domain/problem.ts';
import { loadEntries, type LoadedEntries } from '../src/entries/entry-files.ts';
import { CONCEPTS, PAPERS, TOPICS } from '../src/entries/entry-kinds.ts';
import { failureCode } from '../src/entries/text-files.ts';
import { toNames } from '../src/search/concepts-payload.ts';
import { toPayload } from '../src/search/payload.ts';
import { PAGE_SIZE, type Hit, type Mark, type Passage } from '../src/search/protocol.ts';
import { createSession, type SearchSession } from '../src/search/search-session.ts';
import { EMPTY_STATE } from '../src/search/url-state.ts';
import { callerDir, resolvePath, runCommand, UsageError } from './lib/cli.ts';
import {
  docsToPayload,
  idToJson,
  readDocLines,
  readQueryLines,
  textOfId,
  type DocRecord,
  type QueryRecord,
  type RecordId,
} from './lib/search-input.ts';

const MOST = 100;
const SHOWN = 10;

const USAGE = `
Usage: npm run -s search -- WORDS… [--limit N] [--json] [--docs FILE] [--content DIR]
       npm run -s search -- --queries FILE [--json] [--docs FILE] [--content DIR]

Searches the papers of the collection as the site does: the same analysis, the same ranking.

  --queries FILE  answers one question a line, {"id": …, "text": …}, instead of WORDS
  --docs FILE     searches one paper a line, {"id": …, "title": …, "abstract": …}, instead of the collection
  --json          prints one line a question, {"id": …, "results": [{"id", "title", "score"}, …]}
  --limit N       prints at most N papers a question, up to ${MOST} (without --json ${SHOWN}, with it ${MOST})
  --content DIR   the folder of the collection (else CONTENT_DIR, else content)

Exit status: 0 fine, 1 a file or a line that cannot be used (the others still are), 2 wrong usage.
`;

const OPTIONS = {
  queries: { type: 'string' },
  docs: { type: 'string' },
  json: { type: 'boolean' },
  limit: { type: 'string' },
} as const;

/** What is searched: a session, and the id that each of its papers has in the outside world. */
type Target = { readonly session: SearchSession; readonly idOf: (id: string) => RecordId };
type Read<T> = { readonly value: T; readonly problems: readonly Problem[] };

const unreadable = (file: string, cause: unknown): Problem => ({
  severity: 'error',
  file,
  found: `a file that cannot be read (${failureCode(cause)})`,
  wanted: 'JSON Lines',
  hint: 'Check its name and who may read it.',
});

/** A file's text; an unreadable one has none. */
const loadFile = async (file: string): Promise<Read<string>> => {
  try {
    return { value: await readFile(resolvePath(file), 'utf8'), problems: [] };
  } catch (cause) {
    return { value: '', problems: [unreadable(file, cause)] };
  }
};

const loadDocs = async (file: string): Promise<Read<Target>> => {
  const text = await loadFile(file);
  const { records, problems } = readDocLines(text.value, file);
  const ids = new Map(records.map(({ id }: DocRecord) => [textOfId(id), id]));
  const payload = docsToPayload(records);
  const session = createSession(payload, toNames([], [], payload));
  return {
    value: { session, idOf: (id) => ids.get(id) ?? id },
    problems: [...text.problems, ...problems],
  };
};

const entriesOf = <T>({ entries }: LoadedEntries<T>): readonly T[] =>
  entries.map(({ entry }) => entry);

const loadContent = async (contentDir: string): Promise<Read<Target>> => {
  const shownAs = relative(callerDir(), contentDir) || '.';
  const folder = { path: contentDir, shownAs };
  const [papers, topics, concepts] = await Promise.all([
    loadEntries(folder, PAPERS),
    loadEntries(folder, TOPICS),
    loadEntries(folder, CONCEPTS),
  ]);
  const payload = toPayload(entriesOf(papers));
  const names = toNames(entriesOf(topics), entriesOf(concepts), payload);
  const session = createSession(payload, names);
  return {
    value: { session, idOf: (id) => id },
    problems: [papers, topics, concepts].flatMap(({ problems }) => problems),
  };
};

const loadQueries = async (file: string): Promise<Read<readonly QueryRecord[]>> => {
  const text = await loadFile(file);
  const { records, problems } = readQueryLines(text.value, file);
  return { value: records, problems: [...text.problems, ...problems] };
};

const find = ({ session }: Target, q: string, limit: number): readonly Hit[] =>
  session.query({ ...EMPTY_STATE, q, page: Math.ceil(limit / PAGE_SIZE) }).hits.slice(0, limit);

const DIGITS = 1e6;

const toJson = ({ id, text }: QueryRecord, target: Target, limit: number): string => {
  const results = text.trim() === '' ? [] : find(target, text, limit);
  const shown = results.map(
    ({ id: found, title, score }) =>
      `{"id":${idToJson(target.idOf(found))},"title":${JSON.stringify(title)},` +
      `"score":${Math.round(score * DIGITS) / DIGITS}}`,
  );
  return `{"id":${idToJson(id)},"results":[${shown.join(',')}]}`;
};

/** Sets marks in bold on a terminal, and nowhere else. */
const paint = (text: string, marks: readonly Mark[]): string => {
  let painted = '';
  let done = 0;
  for (const [start, end] of marks) {
    painted += text.slice(done, start) + styleText('bold', text.slice(start, end));
    done = end;
  }
  return painted + text.slice(done);
};

const INDENT = '    ';

const describeHit = (hit: Hit, place: number, passage: Passage | undefined): string => {
  const isTerminal = process.stdout.isTTY;
  const title = isTerminal ? paint(hit.title, hit.titleMarks) : hit.title;
  const lines = [`${String(place).padStart(2)}. ${title}`, `${INDENT}${hit.id}`];
  if (isTerminal && passage !== undefined)
    lines.push(`${INDENT}${paint(passage.text, passage.marks)}`);
  return lines.join('\n');
};

const describe = ({ text }: QueryRecord, target: Target, limit: number): string => {
  const hits = find(target, text, limit);
  if (hits.length === 0) return `No paper has anything of ${quote(text)}.`;
  const passages = target.session.passages(
    text,
    hits.map(({ id }) => id),
  );
  const passageOf = new Map(passages.map((passage) => [passage.id, passage]));
  return hits.map((hit, at) => describeHit(hit, at + 1, passageOf.get(hit.id))).join('\n');
};

const readLimit = (limit: string | undefined, usual: number): number => {
  if (limit === undefined) return usual;
  if (!/^[1-9]\d{0,2}$/.test(limit) || Number(limit) > MOST)
    throw new UsageError(`Expected --limit to be a number from 1 to ${MOST}, not ${quote(limit)}.`);
  return Number(limit);
};

await runCommand(
  { usage: USAGE, options: OPTIONS, positionals: Infinity },
  async ({ values, positionals, contentDir }) => {
    const typed = positionals.join(' ');
    if ((typed === '') === (values.queries === undefined))
      throw new UsageError('Expected either words to search or --queries FILE.');
    const limit = readLimit(values.limit, values.json ? MOST : SHOWN);
    const questions =
      values.queries === undefined
        ? { value: [{ id: typed, text: typed }], problems: [] }
        : await loadQueries(values.queries);
    const target =
      values.docs === undefined ? await loadContent(contentDir) : await loadDocs(values.docs);
    const answer = values.json ? toJson : describe;
    for (const question of questions.value) console.log(answer(question, target.value, limit));
    return [...questions.problems, ...target.problems];
  },
);
