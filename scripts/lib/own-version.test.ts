import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkGenerator, loadOwnVersion, remoteToWebUrl } from './own-version.ts';

const ADDRESS = 'https://code.example/paperlight.git';
const hasGit = spawnSync('git', ['--version']).status === 0;

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'own-version-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const git = (...args: readonly string[]): string => {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  const { stdout } = spawnSync('git', ['-C', dir, ...who, ...args], { encoding: 'utf8' });
  return stdout.trim();
};
const commit = (): string => {
  git('commit', '--quiet', '--allow-empty', '--message', 'One');
  return git('rev-parse', 'HEAD');
};
const clone = (address: string = ADDRESS): void => {
  git('init', '--quiet');
  git('remote', 'add', 'origin', address);
};

describe('remoteToWebUrl', () => {
  test.each([
    ['https://github.com/a/paperlight.git', 'https://github.com/a/paperlight.git'],
    ['https://user:secret@github.com/a/paperlight/', 'https://github.com/a/paperlight'],
    ['https://ghp_secret@github.com/a/p?token=1#x', 'https://github.com/a/p'],
    ['http://git.example:3000/a/p.git', 'http://git.example:3000/a/p.git'],
    ['git@github.com:a/p.git', 'https://github.com/a/p.git'],
    ['gitlab.com:group/sub/p.git', 'https://gitlab.com/group/sub/p.git'],
    ['ssh://git@codeberg.org:22/a/p.git', 'https://codeberg.org/a/p.git'],
    ['/srv/git/p.git', undefined],
    ['../p', undefined],
    ['file:///srv/p.git', undefined],
    ['C:\\git\\p', undefined],
    ['C:/git/p', undefined],
    ['git@github.com:/srv/p', undefined],
    ['', undefined],
  ])('of %s is %s', (remote, url) => {
    expect(remoteToWebUrl(remote)).toBe(url);
  });
});

describe.skipIf(!hasGit)('loadOwnVersion', () => {
  test('knows the commit, or the tag when there is one', () => {
    clone();
    const first = commit();
    expect(loadOwnVersion(dir)).toEqual({ repository: ADDRESS, version: first });
    git('tag', 'v1.0');
    expect(loadOwnVersion(dir)).toEqual({ repository: ADDRESS, version: 'v1.0' });
    const second = commit();
    expect(loadOwnVersion(dir)).toEqual({ repository: ADDRESS, version: second });
  });

  test('keeps silent about what it cannot know', () => {
    expect(loadOwnVersion(dir)).toEqual({});
    clone('/srv/paperlight');
    expect(loadOwnVersion(dir)).toEqual({});
    expect(loadOwnVersion(join(dir, 'missing'))).toEqual({});
  });

  test('does not take the repository around a copy for its own', () => {
    clone();
    commit();
    mkdirSync(join(dir, 'copy'));
    expect(loadOwnVersion(join(dir, 'copy'))).toEqual({});
  });
});

describe.skipIf(!hasGit)('checkGenerator', () => {
  const warn = (version: string, repository = ADDRESS) =>
    checkGenerator({ repository, version }, 'site.md', dir).map(({ found }) => found);

  test('warns when the clone is at another version than the collection names', () => {
    clone();
    const first = commit();
    git('tag', 'v1.0');
    git('branch', '--move', 'main');
    expect([first, first.slice(0, 10), 'v1.0', 'main'].flatMap((name) => warn(name))).toEqual([]);
    commit();
    expect(warn('v1.0')).toEqual(['"v1.0"']);
    expect(warn(first)).toEqual([`"${first}"`]);
    expect(warn('main')).toEqual([]);
    expect(warn('v9-of-the-future')).toEqual(['"v9-of-the-future"']);
    expect(warn('--all')).toEqual(['"--all"']);
  });

  test('takes addresses with and without ending for the same, and says nothing of others', () => {
    clone();
    commit();
    expect(warn('v9', 'https://code.example/paperlight/')).toEqual(['"v9"']);
    expect(warn('v9', 'https://code.example/another')).toEqual([]);
    expect(checkGenerator(undefined, 'site.md', dir)).toEqual([]);
  });

  test('says nothing where there is no repository', () => {
    expect(warn('v9')).toEqual([]);
  });
});
