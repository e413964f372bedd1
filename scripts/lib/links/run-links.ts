import pLimit from 'p-limit';
import { judgeLink, type LinkAnswer, type LinkRecord } from '../../../src/domain/link-report.ts';
import { askLink, type Asker } from './ask-link.ts';

/** How a run goes. */
export type RunState = {
  /** how many links told something */
  readonly asked: number;
  /** whether any server answered: else it is this machine that has no network */
  readonly isOnline: boolean;
  /** whether links are asked again that seem gone */
  readonly isSecond: boolean;
};

export type LinksRun = {
  readonly asker: Asker;
  readonly day: string;
  readonly atOnce: number;
  /** between the first and the second time that a link which seems gone is asked */
  readonly betweenMs: number;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** called after each answer */
  readonly onAnswer: (state: RunState) => void;
};

const groupByHost = (urls: readonly string[]): readonly (readonly string[])[] => [
  ...Map.groupBy(urls, (url) => URL.parse(url)?.host ?? '').values(),
];

/** Asks links, those of one host one after the other, several hosts at once. */
const askAll = async (
  urls: readonly string[],
  { asker, atOnce }: LinksRun,
  tell: (url: string, answer: LinkAnswer) => void,
): Promise<void> => {
  const limit = pLimit(atOnce);
  await limit.map(groupByHost(urls), async (links) => {
    for (const url of links) {
      const answer = await askLink(url, asker);
      if (answer.type !== 'postponed') tell(url, answer);
    }
  });
};

const isFromServer = ({ type, answer }: LinkAnswer): boolean =>
  type !== 'silent' && answer !== 'unknown host';

/**
 * Asks links and keeps what they answer in `records`; those that seem gone are asked again after a while. When no
 * server answers at all, names that nobody knows prove nothing: then there is no second time.
 */
export const runLinks = async (
  urls: readonly string[],
  records: Map<string, LinkRecord>,
  run: LinksRun,
): Promise<RunState> => {
  let state: RunState = { asked: 0, isOnline: false, isSecond: false };
  const tell = (url: string, answer: LinkAnswer): void => {
    const { isSecond } = state;
    state = {
      asked: state.asked + (isSecond ? 0 : 1),
      isOnline: state.isOnline || isFromServer(answer),
      isSecond,
    };
    records.set(url, judgeLink(records.get(url), answer, { day: run.day, isSecond }));
    run.onAnswer(state);
  };
  await askAll(urls, run, tell);
  const suspects = urls.filter((url) => records.get(url)?.state === 'suspect');
  if (!state.isOnline || suspects.length === 0) return state;
  await run.sleep(run.betweenMs);
  state = { ...state, isSecond: true };
  await askAll(suspects, run, tell);
  return state;
};
