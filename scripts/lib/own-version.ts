import { spawnSync } from 'node:child_process';
import { webUrlSchema } from '../../src/domain/fields.ts';
import { quote, type Problem } from '../../src/domain/problem.ts';
import type { Generator } from './new-collection.ts';
import { PROJECT_DIR } from './run-astro.ts';

/** What git says, or nothing when it is missing, refuses, or knows no answer. */
const askGit = (dir: string, ...args: readonly string[]): string | undefined => {
  const { status, stdout } = spawnSync('git', ['-C', dir, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const answer = status === 0 ? stdout.trim() : '';
  return answer === '' ? undefined : answer;
};

const SSH = /^ssh:\/\/(?:[^@/]+@)?([^:/]+)(?::\d+)?\/(.+)$/;
// `git@host:path`; what has no dot before the colon is the letter of a drive
const SCP = /^(?:[^@/:]+@)?([^@/:]+\.[^@/:]+):([^/].*)$/;

/** The web address of a remote repository, without what is secret in it; none when it is no place on the web. */
export const remoteToWebUrl = (remote: string): string | undefined => {
  const [, host, path] = SSH.exec(remote) ?? SCP.exec(remote) ?? [];
  const address = host === undefined || path === undefined ? remote : `https://${host}/${path}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  for (const part of ['username', 'password', 'search', 'hash'] as const) url[part] = '';
  return webUrlSchema.safeParse(url.href.replace(/\/+$/, '')).data;
};

/** Whether a folder is the root of a repository, and not a folder that somebody put into another one. */
const isRepository = (dir: string): boolean =>
  askGit(dir, 'rev-parse', '--is-inside-work-tree') === 'true' &&
  askGit(dir, 'rev-parse', '--show-prefix') === undefined;

/** Where a clone of Paperlight comes from and which one it is: its tag, else its commit. */
export const loadOwnVersion = (dir: string = PROJECT_DIR): Partial<Generator> => {
  if (!isRepository(dir)) return {};
  // as it is written down, not as this machine's settings rewrite it
  const remote = askGit(dir, 'config', '--get', 'remote.origin.url');
  const version =
    askGit(dir, 'describe', '--tags', '--exact-match', 'HEAD') ?? askGit(dir, 'rev-parse', 'HEAD');
  const repository = remote === undefined ? undefined : remoteToWebUrl(remote);
  return { ...(repository && { repository }), ...(version && { version }) };
};

const commitOf = (dir: string, name: string): string | undefined =>
  askGit(dir, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`);

const withoutEnding = (url: string): string => url.replace(/(?:\.git)?\/*$/, '').toLowerCase();

/** Warns when a collection names another version of this program than the one that runs. */
export const checkGenerator = (
  named: Generator | undefined,
  file: string,
  dir: string = PROJECT_DIR,
): readonly Problem[] => {
  if (named === undefined) return [];
  const { repository, version } = loadOwnVersion(dir);
  if (repository === undefined || version === undefined) return [];
  // another program, or a copy of this one somewhere else: nothing is known of its versions
  if (withoutEnding(repository) !== withoutEnding(named.repository)) return [];
  if (commitOf(dir, named.version) === commitOf(dir, 'HEAD')) return [];
  return [
    {
      severity: 'warning',
      file,
      field: 'generator.version',
      found: quote(named.version),
      wanted: `the version that runs here, ${quote(version)}`,
      hint: 'The published site may look different from this one: write the version that runs here, or check out the other.',
    },
  ];
};
