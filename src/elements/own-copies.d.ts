/** A script with copies of all that it imports: it comes as one file (scripts/lib/own-copies.ts). */
declare module '*?own';
declare module '*/search-service.ts?own=service' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- an import would make this file a module
  export const createSearchService: typeof import('./search-service.ts').createSearchService;
}
