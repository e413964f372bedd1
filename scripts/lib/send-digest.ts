import { quote, type Problem } from '../../src/domain/problem.ts';
import type { Recipient } from './recipients.ts';
import type { SendState } from './send-state.ts';
import type { Outcome } from './smtp-send.ts';

/** A mail to a recipient, under the name that the state knows it by. */
export type Mailing = { readonly recipient: Recipient; readonly key: string };

export type SendOrder = {
  readonly mailings: readonly Mailing[];
  readonly state: Pick<SendState, 'statusOf' | 'note'>;
  /** hands a mail to the server; `onBegin` is called when the server begins to take it */
  readonly deliver: (recipient: Recipient, onBegin: () => Promise<void>) => Promise<Outcome>;
  /** waits until another mail may be sent */
  readonly takeTurn: () => Promise<void>;
  /** waits before a server whose line broke, or that put mails off, is asked again */
  readonly rest: (after: 'line' | 'putOff') => Promise<void>;
  /** how problems call the list of recipients */
  readonly file: string;
};

export type SendReport = {
  readonly sent: number;
  /** had theirs from an earlier run */
  readonly had: number;
  readonly problems: readonly Problem[];
};

/** How often a server that says “later” is asked. */
const ROUNDS = 3;

const refused = ({ line, address }: Recipient, file: string, why: string): Problem => ({
  severity: 'error',
  file,
  line,
  found: `${quote(address)}, which the mail server refused: ${quote(why.replaceAll(address, '…'))}`,
  wanted: 'an address that takes mail',
  hint: 'All others were served. Mend the line or take it out.',
});

const putOff = ({ line, address }: Recipient, file: string, why: string): Problem => ({
  severity: 'error',
  file,
  line,
  found: `${quote(address)}, put off by the mail server: ${quote(why.replaceAll(address, '…'))}`,
  wanted: 'a mail server that takes the mail',
  hint: 'Run the same command again later: who has the mail does not get it twice.',
});

const repeated = ({ line, address }: Recipient, file: string): Problem => ({
  severity: 'warning',
  file,
  line,
  found: `${quote(address)}, whose mail the server may have taken before the line broke`,
  wanted: 'an answer from the server',
  hint: 'It was sent again and may be there twice, both times with the same Message-ID.',
});

const stopped = (
  { line, address }: Recipient,
  file: string,
  why: string,
  left: number,
): Problem => ({
  severity: 'error',
  file,
  line,
  found: `a mail server that cannot be used: ${quote(why.replaceAll(address, '…'))}`,
  wanted: `one that takes the mails; ${left} wait`,
  hint: 'Check the server and the login, then run the same command again: it goes on here.',
});

type Attempt = { readonly outcome: Outcome; readonly isRepeat: boolean };

const mayHaveArrived = (outcome: Outcome): boolean =>
  outcome.is === 'lost' && outcome.mayHaveArrived;

/** Sends one mail when its turn has come, and keeps the state in step. */
const tryOnce = async ({ recipient, key }: Mailing, order: SendOrder): Promise<Attempt> => {
  const { state, deliver, takeTurn } = order;
  const wasUncertain = state.statusOf(key) === 'begun';
  await takeTurn();
  const outcome = await deliver(recipient, () => state.note(key, 'begun'));
  if (outcome.is === 'sent') await state.note(key, 'sent');
  else if (!wasUncertain && state.statusOf(key) === 'begun' && !mayHaveArrived(outcome))
    await state.note(key, 'failed');
  return { outcome, isRepeat: wasUncertain && outcome.is === 'sent' };
};

/** The same, over another line when the first breaks. */
const sendOne = async (mailing: Mailing, order: SendOrder): Promise<Attempt> => {
  const first = await tryOnce(mailing, order);
  if (first.outcome.is !== 'lost') return first;
  await order.rest('line');
  return tryOnce(mailing, order);
};

/**
 * Sends a digest to all who have not got it, one after the other. A recipient whom the server refuses is
 * reported and left out; one put off is asked again after the others. When the line breaks twice in a row, the
 * run ends, and the next one goes on there. A mail is repeated only where the server began to take it and did
 * not say whether it did.
 */
export const sendDigest = async (order: SendOrder): Promise<SendReport> => {
  const { mailings, state, file, rest } = order;
  const problems: Problem[] = [];
  let waiting = mailings.filter(({ key }) => state.statusOf(key) !== 'sent');
  const had = mailings.length - waiting.length;
  let sent = 0;
  for (let round = 1; round <= ROUNDS && waiting.length > 0; round += 1) {
    if (round > 1) await rest('putOff');
    const later: Mailing[] = [];
    for (const [at, mailing] of waiting.entries()) {
      const { recipient } = mailing;
      const { outcome, isRepeat } = await sendOne(mailing, order);
      if (isRepeat) problems.push(repeated(recipient, file));
      if (outcome.is === 'sent') sent += 1;
      else if (outcome.is !== 'refused') {
        const left = waiting.length - at + later.length;
        return { sent, had, problems: [...problems, stopped(recipient, file, outcome.why, left)] };
      } else if (outcome.isForGood) problems.push(refused(recipient, file, outcome.why));
      else if (round < ROUNDS) later.push(mailing);
      else problems.push(putOff(recipient, file, outcome.why));
    }
    waiting = later;
  }
  return { sent, had, problems };
};
