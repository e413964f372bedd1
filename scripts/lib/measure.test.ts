import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { measureScript } from './measure.ts';

const HOLD_MS = 600;
const MEGABYTE = 1e6;

/** A script that does nothing but start another one, which holds 200 MB for a while. */
const CODE = `
import { spawnSync } from 'node:child_process';
if (process.argv[2] === 'hold') {
  const held = Buffer.alloc(200 * ${MEGABYTE}, 1);
  setTimeout(() => held.length, ${HOLD_MS});
} else process.exitCode = spawnSync(process.execPath, [import.meta.filename, 'hold']).status;
`;

it('measures the time and the memory of a script with the processes it starts', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'measure-'));
  const script = join(dir, 'script.mjs');
  await writeFile(script, CODE);
  const { seconds, bytes } = await measureScript(script, []);
  await rm(dir, { recursive: true });
  expect(seconds).toBeGreaterThan(HOLD_MS / 1000);
  if (process.platform === 'linux') expect(bytes).toBeGreaterThan(200 * MEGABYTE);
});
