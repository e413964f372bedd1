import type { XmlElement } from '@rgrove/parse-xml';
import type { Link, LinkKind } from '../../../src/domain/paper.ts';
import { childrenNamed, textOf } from './xml-elements.ts';

/** What stands in one paper's element, besides the words of its title and abstract. */

const SITE = 'https://aclanthology.org';

/** The formulas and breaks of marked-up text; all other markup only says how its words look. */
const writeMarkup = (inner: XmlElement): string | undefined => {
  if (inner.name === 'tex-math')
    return `$${textOf(inner)
      .trim()
      .replace(/^\$+|\$+$/g, '')}$`;
  return inner.name === 'par' || inner.name === 'p' || inner.name === 'br'
    ? `\n\n${textOf(inner, writeMarkup)}`
    : undefined;
};

/** The words of the first child of a name, mathematics between dollar signs; empty when there is none. */
export const markedText = (element: XmlElement | undefined, name: string): string => {
  const child = element && childrenNamed(element, name)[0];
  return child === undefined ? '' : textOf(child, writeMarkup).trim();
};

/** The same in one line. */
export const markedLine = (element: XmlElement | undefined, name: string): string =>
  markedText(element, name).replace(/\s+/g, ' ');

export const toAclAuthors = (paper: XmlElement) =>
  childrenNamed(paper, 'author').flatMap((author) => {
    const name = `${markedLine(author, 'first')} ${markedLine(author, 'last')}`.trim();
    const { orcid } = author.attributes;
    return name === '' ? [] : [{ name, ...(orcid === undefined ? {} : { orcid }) }];
  });

/** In the old style a volume has one digit and a paper three, but two and two in these volumes. */
const hasLongVolumes = (collection: string, volume: string): boolean =>
  collection.startsWith('W') ||
  collection === 'C69' ||
  (collection === 'D19' && Number(volume) >= 5);

/**
 * The id of a paper in the Anthology.
 * @example toAclId('2023.acl', 'long', '1'), toAclId('P18', '1', '1') // '2023.acl-long.1', 'P18-1001'
 */
export const toAclId = (collection: string, volume: string, paper: string): string => {
  if (!/^[A-Z]\d\d$/.test(collection)) return `${collection}-${volume}.${paper}`;
  const digits = hasLongVolumes(collection, volume) ? 2 : 1;
  return `${collection}-${volume.padStart(digits, '0')}${paper.padStart(4 - digits, '0')}`;
};

const OWN_ADDRESS =
  /^https?:\/\/(?:www\.)?(?:aclweb\.org\/anthology|aclanthology\.(?:org|info))\/(?:papers\/)?([\w.-]+?)(?:\.pdf)?\/?$/;

/** What the Anthology calls a paper's files: its id, or an address elsewhere; old files tell the own one in full. */
const fileName = (paper: XmlElement): string => {
  const url = markedLine(paper, 'url');
  return OWN_ADDRESS.exec(url)?.[1] ?? url;
};

const ACL_ID = /^(?:[A-Z]\d\d-\d{4}|\d{4}\.[\w]+-[\w]+\.\w+)$/;

/** The id that a paper tells, or that its place in the file tells; undefined when that is none. */
export const aclIdOf = (
  paper: XmlElement,
  collection: string,
  volume: string,
): string | undefined =>
  [fileName(paper), toAclId(collection, volume, paper.attributes['id'] ?? '')].find((id) =>
    ACL_ID.test(id),
  );

/** Names of files are relative to a folder of the site; some papers are kept elsewhere, with a whole address. */
const fileUrl = (name: string, folder: string, ending = ''): string =>
  /^https?:/.test(name)
    ? name
    : `${SITE}/${folder}${name.split('/').map(encodeURIComponent).join('/')}${ending}`;

/** Where the PDF is, when the Anthology has one. */
export const toAclPdf = (paper: XmlElement, id: string | undefined): string | undefined => {
  const hasPdf = childrenNamed(paper, 'url').length + childrenNamed(paper, 'pdf').length > 0;
  const name = fileName(paper) || id;
  return hasPdf && name !== undefined ? fileUrl(name, '', '.pdf') : undefined;
};

const ATTACHMENTS: readonly (readonly [type: RegExp, kind: LinkKind])[] = [
  [/software|code/i, 'code'],
  [/dataset|data/i, 'data'],
  [/poster/i, 'poster'],
  [/presentation|slides/i, 'slides'],
  [/video/i, 'video'],
  [/website/i, 'project'],
];

const attachmentLinks = (paper: XmlElement): readonly Link[] =>
  childrenNamed(paper, 'attachment').flatMap((attachment) => {
    const name = textOf(attachment).trim();
    const type = attachment.attributes['type'] ?? '';
    const kind = ATTACHMENTS.find(([pattern]) => pattern.test(type))?.[1];
    return kind === undefined || name === '' ? [] : [{ kind, url: fileUrl(name, 'attachments/') }];
  });

const addressedLinks = (paper: XmlElement, name: string, field: string, kind: LinkKind) =>
  childrenNamed(paper, name).flatMap(({ attributes }): readonly Link[] => {
    const address = attributes[field]?.trim() ?? '';
    return address === '' ? [] : [{ kind, url: fileUrl(address, '') }];
  });

/** The page of a paper, and what it comes with. */
export const toAclLinks = (paper: XmlElement, id: string): readonly Link[] => [
  { kind: 'other', url: `${SITE}/${id}` },
  ...addressedLinks(paper, 'pwccode', 'url', 'code'),
  ...attachmentLinks(paper),
  ...addressedLinks(paper, 'video', 'href', 'video'),
];
