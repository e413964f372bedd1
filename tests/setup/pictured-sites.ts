import buildTestSites from './built-sites.ts';
import { buildExtremes } from '../visual/sites.ts';

const setUp = async (): Promise<void> => {
  await buildTestSites();
  await buildExtremes();
};

// Playwright insists on a default export
export default setUp;
