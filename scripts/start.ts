import { buildSite, describeBuild, readBuildOrder } from './lib/build-site.ts';
import { runCommand } from './lib/cli.ts';
import { readPort } from './lib/port.ts';
import { printBriefly } from './lib/print-check.ts';
import { serveSite } from './lib/serve.ts';

const usage = `
npm start -- [--content DIR] [--port N]

Checks the content, builds the site and serves it on this machine until Ctrl-C.

  --content DIR  the collection's folder (else CONTENT_DIR, else content)
  --port N       the first port to try (else 4321); the next free one is taken

OUT_DIR, SITE_URL and BASE_PATH mean what they mean to \`npm run build\`.
`;

await runCommand(
  { usage, options: { port: { type: 'string' } } },
  async (call) => {
    const port = readPort(call.values.port);
    const order = readBuildOrder(call.contentDir);
    const { problems, site } = await buildSite(order);
    printBriefly(problems);
    if (site === undefined) return problems;
    const { url } = await serveSite({ dir: order.outDir, base: site.address.base, port });
    console.log(`${describeBuild(site.pages, order.outDir)}\nServing at ${url} (Ctrl-C ends)`);
    return problems;
  },
  // told above: the address is what the caller looks for, and comes last
  () => undefined,
);
