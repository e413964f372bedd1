import { isObject } from '../../../src/domain/is-object.ts';
import type { Link } from '../../../src/domain/paper.ts';
import { readAuthors } from './author-names.ts';
import { given } from './given.ts';
import { arxivIn } from './identifiers.ts';
import { jsonFormat } from './json-format.ts';
import { textIn, type JsonObject } from './json-values.ts';
import type { SourceRecord } from './source-record.ts';

/** The paper of an entry of the daily list; what the API says of a single paper is one itself. */
const paperOf = (value: JsonObject): JsonObject =>
  isObject(value['paper']) ? value['paper'] : value;

/** Authors ask for their names to be hidden. */
const isShown = (author: unknown): boolean => !isObject(author) || author['hidden'] !== true;

const toLinks = (paper: JsonObject): readonly Link[] => {
  const code = textIn(paper['githubRepo']);
  const project = textIn(paper['projectPage']);
  return [
    ...(code === '' ? [] : [{ kind: 'code' as const, url: code }]),
    ...(project === '' ? [] : [{ kind: 'project' as const, url: project }]),
  ];
};

const toRecord = (value: JsonObject, line: number): SourceRecord => {
  const paper = paperOf(value);
  const authors = Array.isArray(paper['authors']) ? paper['authors'] : [];
  return {
    title: (textIn(paper['title']) || textIn(value['title'])).replace(/\s+/g, ' '),
    abstract: textIn(paper['summary']) || textIn(value['summary']),
    line,
    ...given<SourceRecord>({
      authors: readAuthors(authors.filter(isShown)),
      // the day on arXiv; the entry around it tells the day on which the list had it
      date: textIn(paper['publishedAt']),
      arxiv: arxivIn(`arxiv:${textIn(paper['id'])}`),
      links: toLinks(paper),
    }),
  };
};

/**
 * The daily papers of Hugging Face as its API gives them, and single papers of it. Authors who are hidden are not
 * listed. The abstract is arXiv's (`summary`), not the one by a machine (`ai_summary`); upvotes, comments and
 * media are left alone.
 */
export const hfDailyPapers = jsonFormat({
  name: 'hugging-face',
  label: 'daily papers of Hugging Face',
  isRecord: (value) => {
    const paper = paperOf(value);
    const isKnown = Object.hasOwn(paper, 'summary') && Array.isArray(paper['authors']);
    return isKnown && ['upvotes', 'publishedAt'].some((name) => Object.hasOwn(paper, name));
  },
  toRecord,
});
