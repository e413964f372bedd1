import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';

/** How to launch the browser that the tests use. */
export type Chromium = {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

const ARGS = [
  // the pages under test are our own, and neither root nor a bare container can have the sandbox
  '--no-sandbox',
  // a container or chroot may have little shared memory or none
  '--disable-dev-shm-usage',
  // nothing of the browser's own may talk to the network
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
] as const;

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'] as const;
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
] as const;

/** Some systems put a note in the browser's place that says how to install it: only one that runs counts. */
const canRun = (path: string): boolean =>
  existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;

const findInstalled = (): string | undefined => {
  const named = process.env['CHROME_PATH'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].find(canRun);
};

const NODE_MODULES = resolve(import.meta.dirname, '../../node_modules');
const CACHE_DIR = join(NODE_MODULES, '.cache/paperlight');

const fontsConf = (dir: string, more: readonly string[]): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${[`${dir}/fonts`, ...more].map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${dir}/fonts-cache</cachedir>
</fontconfig>
`;

/** Runs `action` under other environment variables. */
const withEnvironment = async <T>(
  variables: Readonly<Record<string, string>>,
  action: () => Promise<T>,
): Promise<T> => {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return await action();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
};

/** Unpacks the browser of the npm package with the libraries and fonts that a bare system lacks. */
const unpackInto = (dir: string): Promise<string> =>
  withEnvironment({ TMPDIR: dir, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }, async () => {
    const { default: bundled } = await import('@sparticuz/chromium');
    return bundled.executablePath();
  });

const versionOfBundled = async (): Promise<string> => {
  // the package does not export its manifest, so it is read as a file
  const text = await readFile(join(NODE_MODULES, '@sparticuz/chromium/package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
};

/** Unpacks once per version, beside its place first: a killed run leaves nothing half unpacked. */
const unpackBundled = async (): Promise<string> => {
  const dir = join(CACHE_DIR, `chromium-${await versionOfBundled()}`);
  if (existsSync(dir)) return dir;
  await mkdir(CACHE_DIR, { recursive: true });
  const fresh = await mkdtemp(`${dir}-`);
  await unpackInto(fresh);
  const conf = fontsConf(join(dir, 'fonts'), ['/usr/share/fonts']);
  await writeFile(join(fresh, 'fonts/fonts.conf'), conf);
  await rename(fresh, dir).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true });
    if (!existsSync(dir)) throw error;
  });
  return dir;
};

/** The one that npm brought. */
const useBundled = async (): Promise<Chromium & { readonly dir: string }> => {
  const dir = await unpackBundled();
  const env = { LD_LIBRARY_PATH: join(dir, 'al2023/lib'), FONTCONFIG_PATH: join(dir, 'fonts') };
  return { executablePath: join(dir, 'chromium'), args: ARGS, env, dir };
};

/** An installed Chrome or Chromium (`CHROME_PATH` names one), else the one that npm brought. */
export const findChromium = async (): Promise<Chromium> => {
  const installed = findInstalled();
  return installed === undefined
    ? useBundled()
    : { executablePath: installed, args: ARGS, env: {} };
};

/** The one that npm brought, and of all fonts only its own: it draws the same pictures on every machine. */
export const findSteadyChromium = async (): Promise<Chromium> => {
  const { executablePath, args, env, dir } = await useBundled();
  const fonts = join(dir, 'fonts/own.conf');
  await writeFile(fonts, fontsConf(join(dir, 'fonts'), []));
  return { executablePath, args, env: { ...env, FONTCONFIG_FILE: fonts } };
};
