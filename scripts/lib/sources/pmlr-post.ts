import { isObject } from '../../../src/domain/is-object.ts';
import type { Author, Container, Link, LinkKind } from '../../../src/domain/paper.ts';
import { joinName, readAuthors } from './author-names.ts';
import { given } from './given.ts';
import { htmlToLine, htmlToText } from './html-text.ts';
import { textIn, type JsonObject } from './json-values.ts';
import { forumUrl } from './openreview-forum.ts';
import type { SourceRecord } from './source-record.ts';

/** What the fields of one post of PMLR say of its paper. */

const SITE = 'https://proceedings.mlr.press';

const lineOf = (post: JsonObject, name: string): string => htmlToLine(textIn(post[name]));

/** The title of a post; empty when there is none. */
export const titleOfPost = (post: JsonObject): string =>
  lineOf(post, 'title') || lineOf(post, 'tex_title');

const toAuthors = (post: JsonObject): readonly Author[] => {
  const listed = Array.isArray(post['author']) ? post['author'].filter(isObject) : [];
  const authors = listed
    .map((author) => ({
      name: joinName({
        given: lineOf(author, 'given'),
        particle: lineOf(author, 'prefix'),
        family: lineOf(author, 'family'),
        suffix: lineOf(author, 'suffix'),
      }),
    }))
    .filter(({ name }) => name !== '');
  return authors.length > 0 ? authors : readAuthors(lineOf(post, 'bibtex_author'));
};

/** First and last page stand in fields of their own, in one, or in both; zeros stand for pages not yet known. */
const pagesOf = (post: JsonObject): string => {
  const [first, last] = [lineOf(post, 'firstpage'), lineOf(post, 'lastpage')];
  const pages = lineOf(post, 'page') || (first === last ? first : `${first}-${last}`);
  return /^[0\s–-]*$/.test(pages) ? '' : pages.replace(/^-|-$/g, '');
};

const dateOf = (post: JsonObject): string => {
  const { issued } = post;
  const parts = isObject(issued) && Array.isArray(issued['date-parts']) ? issued['date-parts'] : [];
  const [year = '', ...rest] = parts.flat().map(textIn);
  const joined = [year, ...rest.map((part) => part.padStart(2, '0'))].join('-');
  return textIn(post['date']) || (year === '' ? textIn(post['year']) : joined);
};

const toContainer = (post: JsonObject): Container | undefined => {
  const name =
    lineOf(post, 'container-title') || lineOf(post, 'booktitle') || lineOf(post, 'series');
  if (name === '') return undefined;
  return {
    name,
    ...given<Container>({
      type: /\bworkshop\b/i.test(name) ? 'workshop' : 'conference',
      volume: lineOf(post, 'volume'),
      pages: pagesOf(post),
      publisher: lineOf(post, 'publisher'),
    }),
  };
};

/** The place of a post on the site; undefined when the file does not tell it. */
const placeOf = (post: JsonObject): string | undefined => {
  const [volume, id] = [lineOf(post, 'volume'), lineOf(post, 'id')];
  return /^[\w-]+$/.test(volume) && /^[\w-]+$/.test(id) ? `v${volume}/${id}` : undefined;
};

const pdfOf = (post: JsonObject): string => {
  const pdf = textIn(post['pdf']);
  const volume = lineOf(post, 'volume');
  return /^[\w-]+\.pdf$/.test(pdf) && volume !== '' ? `${SITE}/v${volume}/${pdf}` : pdf;
};

const EXTRAS: readonly (readonly [label: RegExp, kind: LinkKind])[] = [
  [/code|software/i, 'code'],
  [/video/i, 'video'],
  [/poster/i, 'poster'],
  [/slides|presentation/i, 'slides'],
  [/data/i, 'data'],
];

const extraLinks = (post: JsonObject): readonly Link[] =>
  (Array.isArray(post['extras']) ? post['extras'] : []).filter(isObject).flatMap((extra) => {
    const kind = EXTRAS.find(([label]) => label.test(lineOf(extra, 'label')))?.[1];
    const url = textIn(extra['link']);
    return kind === undefined || url === '' ? [] : [{ kind, url }];
  });

const toLinks = (post: JsonObject): readonly Link[] => {
  const place = placeOf(post);
  const forum = textIn(post['openreview']);
  const pages = [
    place === undefined ? '' : `${SITE}/${place}.html`,
    forum === '' ? '' : forumUrl(forum),
  ];
  const software = textIn(post['software']);
  return [
    ...pages.filter((url) => url !== '').map((url) => ({ kind: 'other' as const, url })),
    ...(software === '' ? [] : [{ kind: 'code' as const, url: software }]),
    ...extraLinks(post),
  ];
};

const sourceIdOf = (post: JsonObject): string | undefined => {
  const forum = textIn(post['openreview']);
  const place = placeOf(post);
  return forum === '' ? place && `pmlr:${place}` : `openreview:${forum}`;
};

/** The paper of a post that has a title. */
export const postToRecord = (post: JsonObject, line: number): SourceRecord => ({
  title: titleOfPost(post),
  abstract: htmlToText(textIn(post['abstract'])),
  line,
  ...given<SourceRecord>({
    authors: toAuthors(post),
    date: dateOf(post),
    container: toContainer(post),
    pdf: pdfOf(post),
    links: toLinks(post),
    sourceId: sourceIdOf(post),
  }),
});
