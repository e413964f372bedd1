/** Every command in a line, in groups, in the order in which people meet them. */
export const COMMANDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'See a site': {
    start: 'check and build the collection, serve it and print the address',
    dev: 'preview that reloads while you edit',
    build: 'check and build the collection into a folder that any host can serve',
    search: 'search the collection from the shell',
  },
  'Keep a collection': {
    new: 'make a folder for a collection of your own',
    ingest: 'take papers in from files, or bring what is there up to date',
    check: 'look for mistakes in all files',
    topics: 'suggest terms and topics for papers that have none',
    links: 'ask whether outgoing links still lead somewhere',
    rename: 'give a paper another id; the old address still leads to it',
    map: 'place the papers on the map',
    digest: 'write or send the daily mail',
    schemas: 'write JSON Schemas of the entries, for editors',
    migrate: 'bring a collection to the schemas of this version',
  },
  'Work on Paperlight': {
    test: 'everything that follows, and a sum',
    format: 'formatting of all files',
    lint: 'rules of the linter',
    types: 'types of scripts and pages',
    unit: 'tests beside the code, laws and the architecture',
    'test:build': 'build the sites that the tests look at',
    'test:site': 'tests of the built sites',
    e2e: 'tests in the browser',
    'test:visual': 'pictures of every kind of page, compared; apart from test',
    fuzz: 'readers of foreign text, tried on what nobody would write, for an hour',
    'fuzz:kill': 'ingest, killed at two hundred moments',
  },
  Measure: {
    'bench:search': 'relevance and speed of the search, beside other engines',
    'bench:browser': 'speed of the search in a browser',
    'bench:lighthouse': 'Lighthouse scores of a page of each kind',
    'bench:search-files': 'size of the search files',
    'bench:build': 'time and memory of a build, beside bare Astro',
    'bench:scale': 'what 100, 1,000 and 10,000 papers take, and how it grows',
    'bench:related': 'how often related papers share a topic',
    'bench:highlights': 'precision and recall of the highlights',
    'bench:topics': 'how well topics are proposed',
  },
  '': { help: 'this list' },
};

const WIDTH = 21;

/** The list as it is printed; every command tells more by `npm run <command> -- --help`. */
export const describeCommands = (): string =>
  Object.entries(COMMANDS)
    .map(([heading, lines]) =>
      [
        ...(heading === '' ? [] : [heading]),
        ...Object.entries(lines).map(([name, what]) => `  ${name.padEnd(WIDTH)}${what}`),
      ].join('\n'),
    )
    .join('\n\n');
