import { join } from 'node:path';
import { chooseLinks, LINKS_FILE, type LinkRecord } from '../src/domain/link-report.ts';
import { outgoingLinks, type OutgoingLink } from '../src/domain/outgoing-links.ts';
import { hasErrors, type Problem } from '../src/domain/problem.ts';
import { loadCollection, type ContentFolder } from '../src/entries/entry-files.ts';
import { loadLinksFile } from '../src/entries/links-file.ts';
import { runCommand, shownPath } from './lib/cli.ts';
import { describeLinks, summarizeLinks } from './lib/links/describe-links.ts';
import { clockUntil, startHostPace } from './lib/links/host-pace.ts';
import { sendRequest, type Method } from './lib/links/http-request.ts';
import { keepRecords } from './lib/links/keep-records.ts';
import { LINKS_OPTIONS, readLinksChoices, type LinksChoices } from './lib/links/links-choices.ts';
import { runLinks } from './lib/links/run-links.ts';
import { startProgress } from './lib/progress.ts';
import { claim } from './lib/run-lock.ts';

const usage = `
npm run links -- [--content DIR] [--limit N] [--again] [--at-once N] [--pause S] [--timeout S] [--between S]

Asks for every address to which the collection leads (DOIs, arXiv, PDFs, links, other versions, corrections,
licences, those of the settings and of the texts) whether it is still there, and keeps what comes back in
links.json. Pages say at a dead link since when it is dead. A link is dead when its server says twice that it is
gone (404, 410), or when twice nobody knows its host; whatever else happens proves nothing. No link makes it fail.

  --content DIR    the collection's folder (else CONTENT_DIR, else content)
  --limit N        ask for N links only, those that nobody asked for longest: a large collection in slices
  --again          also those that were asked today; else a run goes on where another was interrupted
  --between S      seconds between the two times that a link is asked before it is dead (else 60)
  --at-once N      ask so many hosts at once (else 8)
  --pause S        seconds between two requests to one host (else 1)
  --timeout S      seconds until a server that does not answer is given up (else 20)
  --date DATE      the day of the run, YYYY-MM-DD (else today, UTC)
  --allow-private  also ask this machine and private networks
`;

/** A run ends early, and keeps what it found, when somebody interrupts it. */
const interruption = (): AbortSignal => {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => {
      controller.abort();
    });
  return controller.signal;
};

const OFFLINE: Pick<Problem, 'found' | 'wanted' | 'hint'> = {
  found: 'no answer from any server',
  wanted: 'a network',
  hint: 'Nothing was written: what no server says proves nothing.',
};

const BUSY: Pick<Problem, 'found' | 'wanted' | 'hint'> = {
  found: 'another run that works on it',
  wanted: 'one run at a time',
  hint: 'Wait until it has ended.',
};

const loadRecords = async (content: ContentFolder, known: readonly OutgoingLink[]) => {
  const { links, problems } = await loadLinksFile(content);
  const before = new Map(Object.entries(links?.links ?? {}));
  const records = new Map<string, LinkRecord>();
  // what no entry leads to any more is forgotten
  for (const { url } of known) {
    const record = before.get(url);
    if (record !== undefined) records.set(url, record);
  }
  return { records, problems };
};

/** Asks, keeps what comes back, and tells it. */
const askAndKeep = async (
  content: ContentFolder,
  known: readonly OutgoingLink[],
  choices: LinksChoices,
  userAgent: string,
): Promise<readonly Problem[]> => {
  const { records, problems } = await loadRecords(content, known);
  const urls = known.map(({ url }) => url);
  const chosen = chooseLinks(urls, records, choices);
  const signal = interruption();
  const clock = clockUntil(signal);
  const send = (url: URL, method: Method) =>
    sendRequest(url, method, { ...choices, userAgent, signal });
  const pace = startHostPace(choices.pauseMs, clock);
  const keeper = keepRecords(content, records);
  const progress = startProgress('links: asked', chosen.length);
  const { asked, isOnline } = await runLinks(chosen, records, {
    ...choices,
    asker: { send, signal, pace, resting: new Set() },
    sleep: clock.sleep,
    onAnswer: (state) => {
      if (!state.isSecond) progress.step();
      if (state.isOnline) keeper.changed();
    },
  });
  progress.stop();
  const file = `${content.shownAs}/${LINKS_FILE}`;
  if (asked > 0 && !isOnline) return [...problems, { severity: 'error', file, ...OFFLINE }];
  const flaws = await keeper.save();
  for (const line of describeLinks(known, records, content.shownAs)) console.log(line);
  console.log(summarizeLinks(known, records, asked));
  return [...problems, ...flaws];
};

await runCommand({ usage, options: LINKS_OPTIONS }, async ({ contentDir, values }) => {
  const choices = readLinksChoices(values, new Date().toISOString().slice(0, 10));
  const content = { path: contentDir, shownAs: shownPath(contentDir) };
  const { collection, problems } = await loadCollection(contentDir, content.shownAs);
  if (collection === undefined || hasErrors(problems)) return problems;
  const known = outgoingLinks(collection);
  const userAgent = `Paperlight link check (+${collection.site.address ?? 'no address'})`;
  const release = await claim(join(contentDir, LINKS_FILE));
  if (release === undefined)
    return [{ severity: 'error', file: `${content.shownAs}/${LINKS_FILE}`, ...BUSY }];
  try {
    return await askAndKeep(content, known, choices, userAgent);
  } finally {
    await release();
  }
});
