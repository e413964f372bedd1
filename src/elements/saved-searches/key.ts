/** The key by which this browser knows the saved searches. */
export const SEARCHES_KEY = 'paperlight-searches';
