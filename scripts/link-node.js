// Runs after each installation, on whatever Node is there. npm 9, which Debian brings, installs the Node of
// this platform and then removes its link again, together with the Nodes of other platforms.
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const link = join(modules, '.bin/node');
const names = [
  `node-${process.platform}-${process.arch}`,
  `node-bin-${process.platform}-${process.arch}`,
];
const name = names.find((one) => existsSync(join(modules, one, 'bin/node')));

if (name !== undefined && !existsSync(link)) {
  rmSync(link, { force: true });
  symlinkSync(`../${name}/bin/node`, link);
}
