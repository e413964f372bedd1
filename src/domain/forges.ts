/** What runs a repository on the web: each has addresses of its own. */
export const FORGES = ['github', 'gitlab', 'forgejo', 'bitbucket', 'sourcehut'] as const;
export type Forge = (typeof FORGES)[number];

/** Where the entries of a collection are kept. */
export type Keeping = {
  /** address of the repository */
  readonly repository: string;
  /** when its host does not tell */
  readonly forge?: Forge | undefined;
  readonly branch?: string | undefined;
  /** the content folder in the repository; `.` when it is the repository */
  readonly folder?: string | undefined;
};

type Host = readonly [name: RegExp, forge: Forge];

/** Hosts that everybody knows, and names that such hosts are commonly given. */
const HOSTS: readonly Host[] = [
  [/^(?:www\.)?github\.com$|^github\./, 'github'],
  [/^gitlab\./, 'gitlab'],
  [/^codeberg\.org$|^gitea\.com$|^(?:forgejo|gitea)\./, 'forgejo'],
  [/^bitbucket\.org$/, 'bitbucket'],
  [/^git\.sr\.ht$/, 'sourcehut'],
];

const hostOf = (url: string): string =>
  /^https?:\/\/(?:[^/?#]*@)?([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';

export const forgeOf = ({ repository, forge }: Keeping): Forge | undefined =>
  forge ?? HOSTS.find(([name]) => name.test(hostOf(repository)))?.[1];

/** A repository's address is its owner and its name; on GitLab there may be groups between. */
const ROOT: Readonly<Record<Forge, RegExp>> = {
  github: /^https?:\/\/[^/]+(?:\/[^/]+){2}/i,
  gitlab: /^https?:\/\/[^/]+(?:\/(?!-\/)[^/]+){2,}/i,
  forgejo: /^https?:\/\/[^/]+(?:\/[^/]+){2,}/i,
  bitbucket: /^https?:\/\/[^/]+(?:\/[^/]+){2}/i,
  sourcehut: /^https?:\/\/[^/]+(?:\/[^/]+){2}/i,
};

/** The address of the repository itself, whichever of its pages was given; none when it names no repository. */
const rootOf = ({ repository }: Keeping, forge: Forge): string | undefined =>
  ROOT[forge].exec(repository.replace(/[?#].*$/s, ''))?.[0].replace(/\.git$/, '');

const encodePath = (path: string): string =>
  path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/');

/** Where a file is edited, or, on hosts that offer no editor by address, shown. */
const FILE_PATH: Readonly<Record<Forge, (branch: string, path: string) => string>> = {
  github: (branch, path) => `/edit/${branch}/${path}`,
  gitlab: (branch, path) => `/-/edit/${branch}/${path}`,
  forgejo: (branch, path) => `/_edit/${branch}/${path}`,
  bitbucket: (branch, path) => `/src/${branch}/${path}`,
  sourcehut: (branch, path) => `/tree/${branch}/item/${path}`,
};

/** The address of a file of the content folder; none on a host that nobody knows. */
export const fileUrl = (keeping: Keeping, file: string): string | undefined => {
  const forge = forgeOf(keeping);
  const root = forge && rootOf(keeping, forge);
  if (forge === undefined || root === undefined) return undefined;
  const { branch = 'main', folder = 'content' } = keeping;
  return root + FILE_PATH[forge](encodePath(branch), encodePath(`${folder}/${file}`));
};

const ISSUE_PATH: Partial<Readonly<Record<Forge, string>>> = {
  github: '/issues/new',
  gitlab: '/-/issues/new',
  forgejo: '/issues/new',
};

/** The address of a form for a new issue, without what it is filled with; none where there is no such form. */
export const issueUrl = (keeping: Keeping): string | undefined => {
  const forge = forgeOf(keeping);
  const root = forge && rootOf(keeping, forge);
  const path = forge && ISSUE_PATH[forge];
  return root === undefined || path === undefined ? undefined : root + path;
};
