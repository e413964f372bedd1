/** Where the reading list is kept in the browser; in a module of its own, for every page looks there. */
export const LIST_KEY = 'paperlight-list';
/** What was wished before the list was loaded. */
export const WISHES_KEY = 'paperlight-list-wishes';
