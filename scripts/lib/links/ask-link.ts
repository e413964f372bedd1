import type { LinkAnswer } from '../../../src/domain/link-report.ts';
import { failureCode } from '../../../src/entries/text-files.ts';
import type { HostPace } from './host-pace.ts';
import type { Method, Reply } from './http-request.ts';
import { PrivateAddressError } from './private-address.ts';

/** What asks servers. */
export type Asker = {
  readonly send: (url: URL, method: Method) => Promise<Reply>;
  readonly pace: HostPace;
  /** ends a run early */
  readonly signal: AbortSignal;
  /** hosts that want to be left alone for longer than a run waits */
  readonly resting: Set<string>;
};

/** Besides what was found: a link that could not be asked in this run, about which nothing new is known. */
export type AskedAnswer = LinkAnswer | { readonly type: 'postponed' };

const MAX_REDIRECTS = 10;
// servers write what they like there
const LONGEST_SCHEME = 40;
/** A server that wants a longer rest is left alone until the next run. */
const LONGEST_REST_MS = 60_000;

const POSTPONED = { type: 'postponed' } as const;
const unsure = (answer: string): LinkAnswer => ({ type: 'unsure', answer });

/** @example readRetryAfter('120', 0) // 120000 */
export const readRetryAfter = (header: string | undefined, nowMs: number): number | undefined => {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
};

const isBusy = ({ status }: Reply): boolean => status === 429 || status === 503;

/** Asks in its turn, and once more when the server says when to come back, unless that is too late. */
const askPolitely = async (url: URL, method: Method, asker: Asker): Promise<Reply> => {
  await asker.pace.turn(url.host);
  const reply = await asker.send(url, method);
  const rest = isBusy(reply) ? readRetryAfter(reply.retryAfter, Date.now()) : undefined;
  if (rest === undefined) return reply;
  if (rest > LONGEST_REST_MS) {
    asker.resting.add(url.host);
    return reply;
  }
  asker.pace.rest(url.host, rest);
  await asker.pace.turn(url.host);
  return asker.send(url, method);
};

const isGood = ({ status }: Reply): boolean => status >= 200 && status < 400;

/** HEAD is asked first; what it refuses is asked once more by GET, for some servers know no HEAD. */
const ask = async (url: URL, asker: Asker): Promise<Reply> => {
  const reply = await askPolitely(url, 'HEAD', asker);
  return isGood(reply) || isBusy(reply) ? reply : askPolitely(url, 'GET', asker);
};

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);
// a server may have no first byte to give
const ALIVE_TOO = 416;

const judge = ({ status }: Reply, movedTo: URL | undefined): LinkAnswer => {
  const answer = String(status);
  if ((status >= 200 && status < 300) || status === ALIVE_TOO)
    return { type: 'alive', answer, to: movedTo?.href };
  return { type: status === 404 || status === 410 ? 'gone' : 'unsure', answer };
};

/** Follows redirects to the end; as far as all of them are permanent, the link has moved. */
const follow = async (start: URL, asker: Asker): Promise<AskedAnswer> => {
  let url = start;
  let movedTo: URL | undefined;
  let isMoving = true;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    if (asker.resting.has(url.host) || asker.signal.aborted) return POSTPONED;
    const reply = await ask(url, asker);
    if (!REDIRECTS.has(reply.status)) return judge(reply, movedTo);
    const next = URL.parse(reply.location ?? '', url);
    if (next === null || reply.location === undefined) return unsure('a redirect to nowhere');
    if (!/^https?:$/.test(next.protocol))
      return unsure(`a redirect to ${next.protocol.slice(0, LONGEST_SCHEME)}`);
    isMoving &&= PERMANENT.has(reply.status);
    if (isMoving) movedTo = next;
    url = next;
  }
  return unsure('too many redirects');
};

const describeFailure = (cause: unknown): LinkAnswer => {
  if (cause instanceof PrivateAddressError)
    return { type: 'silent', answer: 'an address of a private network, not asked' };
  const code = failureCode(cause);
  if (code === 'ENOTFOUND') return { type: 'gone', answer: 'unknown host' };
  const isLate = cause instanceof Error && /^(?:Abort|Timeout)Error$/.test(cause.name);
  return { type: 'silent', answer: isLate ? 'no answer in time' : `no answer (${code})` };
};

/** Asks for a link, whatever comes of it. */
export const askLink = async (link: string, asker: Asker): Promise<AskedAnswer> => {
  const url = URL.parse(link);
  if (url === null) return { type: 'silent', answer: 'no address' };
  try {
    return await follow(url, asker);
  } catch (cause) {
    return asker.signal.aborted ? POSTPONED : describeFailure(cause);
  }
};
