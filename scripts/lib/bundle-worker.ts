import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { WORKER_FILE } from '../../src/domain/offline-files.ts';
import { PROJECT_DIR } from './run-astro.ts';

const CONFIG: InlineConfig = {
  configFile: false,
  envDir: false,
  root: PROJECT_DIR,
  mode: 'production',
  logLevel: 'error',
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    write: false,
    modulePreload: false,
    rollupOptions: {
      input: join(PROJECT_DIR, 'src/worker/service-worker.ts'),
      // one classic script: some browsers know no modules in service workers
      output: { format: 'iife', entryFileNames: WORKER_FILE },
    },
  },
};

/** The service worker as one script, still without the site that it is for. */
export const bundleWorker = async (): Promise<string> => {
  const [bundle] = [await build(CONFIG)].flat();
  const isOne = bundle !== undefined && 'output' in bundle && bundle.output.length === 1;
  if (!isOne) throw new Error('The service worker was not bundled into one script.');
  return bundle.output[0].code;
};
