import { keepInBrowser } from '../kept-store.ts';
import { LIST_KIND } from './store.ts';

/** The reading list of this browser. */
export const listStore = keepInBrowser(LIST_KIND);
