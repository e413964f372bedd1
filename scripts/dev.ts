import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dev } from 'astro';
import { checkContent } from './lib/check-content.ts';
import { readBuildOrder } from './lib/build-site.ts';
import { runCommand } from './lib/cli.ts';
import { readPort } from './lib/port.ts';
import { printBriefly } from './lib/print-check.ts';
import { astroEnvironment, cacheDirOf, PROJECT_DIR } from './lib/run-astro.ts';
import { readSiteAddress } from './lib/site-address.ts';

const usage = `
npm run dev -- [--content DIR] [--port N]

Shows the collection while you edit it: pages reload when an entry changes. Problems in the content are
printed and do not stop the preview.

  --content DIR  the collection's folder (else CONTENT_DIR, else content)
  --port N       the first port to try (else 4321); the next free one is taken
`;

const setEnvironment = (variables: Readonly<Record<string, string | undefined>>): void => {
  for (const [name, value] of Object.entries(variables))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
};

await runCommand({ usage, options: { port: { type: 'string' } } }, async (call) => {
  const port = readPort(call.values.port);
  const order = readBuildOrder(call.contentDir);
  const { problems, collection } = await checkContent(order.contentDir);
  // a folder without settings is no collection, and nothing that is edited in it would be seen
  if (!existsSync(join(order.contentDir, 'site.md'))) return problems;
  printBriefly(problems);
  const address = readSiteAddress({ ...order, address: collection?.site.address });
  const cacheDir = cacheDirOf(order.contentDir, 'dev');
  setEnvironment(astroEnvironment({ ...order, cacheDir, address }));
  const server = { host: '127.0.0.1', port };
  const preview = await dev({ root: PROJECT_DIR, force: true, logLevel: 'warn', server });
  console.log(`Preview at http://127.0.0.1:${preview.address.port}${address.base} (Ctrl-C ends)`);
  return [];
});
