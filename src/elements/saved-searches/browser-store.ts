import { keepInBrowser } from '../list/browser-store.ts';
import { SEARCHES_KIND } from './kind.ts';

/** The saved searches of this browser. */
export const searchStore = keepInBrowser(SEARCHES_KIND);
