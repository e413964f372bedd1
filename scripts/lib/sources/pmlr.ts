import { quote, type Problem } from '../../../src/domain/problem.ts';
import { lineAt, readYaml, type Yaml } from '../../../src/entries/plain-yaml.ts';
import { textIn } from './json-values.ts';
import { mendYaml } from './mend-yaml.ts';
import { postToRecord, titleOfPost } from './pmlr-post.ts';
import type { Reading, SourceFormat } from './source-record.ts';

/** One front matter, and the line on which its first field stands. */
type Post = { readonly yaml: string; readonly line: number; readonly isWhole: boolean };

const isFence = (line: string): boolean => /^---\s*$/.test(line);

/** The front matters of a text: of one post, or of several one after the other. What follows each is left alone. */
const postsOf = (text: string): readonly Post[] => {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const posts: Post[] = [];
  let start: number | undefined;
  lines.forEach((line, at) => {
    if (!isFence(line)) return;
    if (start === undefined) start = at + 1;
    else {
      posts.push({ yaml: lines.slice(start, at).join('\n'), line: start + 1, isWhole: true });
      start = undefined;
    }
  });
  if (start !== undefined)
    posts.push({ yaml: lines.slice(start).join('\n'), line: start + 1, isWhole: false });
  return posts;
};

// `\ell` and `\Phi` in double quotes: YAML takes their beginnings for characters that no text has
// eslint-disable-next-line no-control-regex -- control characters are what it finds
const SWALLOWED_TEX = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0085\u2028\u2029]/;

const isSound = ({ faults, value }: Yaml): boolean =>
  faults.length === 0 &&
  !SWALLOWED_TEX.test(`${textIn(value['title'])}${textIn(value['abstract'])}`);

/** Reads YAML as it is, else with its texts put in quotes. */
const readMended = (source: string): Yaml => {
  const yaml = readYaml(source);
  if (isSound(yaml)) return yaml;
  const mended = readYaml(mendYaml(source));
  return mended.faults.length === 0 ? mended : yaml;
};

type Flaw = Pick<Problem, 'found' | 'wanted' | 'hint'> & { readonly line: number };

const flawOf = ({ yaml: source, line, isWhole }: Post, yaml: Yaml): Flaw | undefined => {
  const [fault] = yaml.faults;
  if (!isWhole)
    return {
      line: line - 1,
      found: 'front matter without end',
      wanted: 'a line `---` behind it',
      hint: 'Fetch the file again, or end the front matter with such a line.',
    };
  if (fault !== undefined) {
    const { offset, ...finding } = fault;
    return { ...finding, line: line + lineAt(yaml.source, offset) - 1 };
  }
  if (titleOfPost(yaml.value) !== '') return undefined;
  return {
    line,
    found: `a post without title, ${quote(source.slice(0, 100))}`,
    wanted: 'a field `title`',
    hint: 'Add it; the other posts are taken.',
  };
};

const readPost = (post: Post, file: string): Reading => {
  const yaml = readMended(post.yaml);
  const flaw = flawOf(post, yaml);
  return flaw === undefined
    ? { records: [postToRecord(yaml.value, post.line)], problems: [] }
    : { records: [], problems: [{ severity: 'error', file, ...flaw }] };
};

const noPosts: Flaw = {
  line: 1,
  found: 'no front matter',
  wanted: 'fields between two lines `---`',
  hint: 'Name the files in `_posts` of a volume, or another format.',
};

const readPosts = (text: string, file: string): Reading => {
  const posts = postsOf(text);
  if (posts.length === 0)
    return { records: [], problems: [{ severity: 'error', file, ...noPosts }] };
  const readings = posts.map((post) => readPost(post, file));
  return {
    records: readings.flatMap(({ records }) => records),
    problems: readings.flatMap(({ problems }) => problems),
  };
};

// names that posts of PMLR have, and entries of a collection such as this have not
const OWN_FIELD = /^(?:bibtex_author|firstpage|tex_title|container-title|layout: inproceedings)\b/m;

const isPost = (text: string): boolean => {
  const start = text.slice(0, 50_000).replaceAll('\r', '\n');
  return /^\ufeff?---\s*\n/.test(start) && /^title:/m.test(start) && OWN_FIELD.test(start);
};

/**
 * Posts of the Proceedings of Machine Learning Research: the front matter of `_posts/*.md` in the repositories of
 * its volumes, one file a paper, or many joined in one file (`cat _posts/*.md`). YAML is read as text only,
 * without tags and aliases; texts that lack their quotes get them. Editors and supplements are left alone.
 */
export const pmlr: SourceFormat = {
  name: 'pmlr',
  label: 'posts of PMLR',
  recognizes: isPost,
  read: readPosts,
};
