import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpServer } from './smtp-server-url.ts';

/** A message in its envelope. */
export type Envelope = {
  readonly from: string;
  readonly to: string;
  readonly message: Buffer;
};

/** What came of a message, and why in the words of the server. */
export type Outcome =
  | { readonly is: 'sent' }
  /** by the server, for this recipient: for good, or for now */
  | { readonly is: 'refused'; readonly why: string; readonly isForGood: boolean }
  /** the line broke; whether the server has the message is then unknown once it began to take it */
  | { readonly is: 'lost'; readonly why: string; readonly mayHaveArrived: boolean }
  /** nothing can be sent to anybody */
  | { readonly is: 'hopeless'; readonly why: string };

type Failure = Error & {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number | false;
};

/** Wrong for all recipients: login, encryption, the sender, what is kept of the run. */
const HOPELESS = new Set(['EAUTH', 'ENOAUTH', 'ETLS', 'ECONFIG', 'ESTREAM']);
const SERVER_CLOSES = 421;
const FOR_GOOD = 500;

const toOutcome = (failure: Failure, hasBegun: boolean): Outcome => {
  const { code = '', command = '', response, responseCode } = failure;
  const why = (response ?? failure.message).replace(/\s+/g, ' ');
  const isAnswered = typeof responseCode === 'number' && responseCode !== SERVER_CLOSES;
  const isForGood = isAnswered && responseCode >= FOR_GOOD;
  if (HOPELESS.has(code) || (isForGood && /^(?:MAIL|EHLO|HELO|CONN|STARTTLS)/.test(command)))
    return { is: 'hopeless', why };
  if (isAnswered || code === 'EENVELOPE' || code === 'EMESSAGE')
    return { is: 'refused', why, isForGood: isForGood || !isAnswered };
  // a server that says goodbye says that it did not take the message
  return { is: 'lost', why, mayHaveArrived: hasBegun && responseCode !== SERVER_CLOSES };
};

/** A message that is asked for when the server is ready to take it, and not before. */
const onDemand = (message: Buffer, onBegin: () => Promise<void>): Readable =>
  Readable.from(
    (async function* () {
      await onBegin();
      yield message;
    })(),
    { objectMode: false },
  );

const connect = (connection: SMTPConnection, { auth }: SmtpServer): Promise<void> =>
  new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.connect((failure) => {
      if (failure) reject(failure);
      else if (auth === undefined) resolve();
      else
        connection.login({ credentials: auth }, (refusal) =>
          refusal ? reject(refusal) : resolve(),
        );
    });
  });

const hand = (
  connection: SMTPConnection,
  { from, to }: Envelope,
  stream: Readable,
): Promise<void> =>
  new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.send({ from, to: [to] }, stream, (failure) =>
      failure ? reject(failure) : resolve(),
    );
  });

/**
 * Sends one message over a line of its own. `onBegin` is waited for when the server is about to take the
 * message: until then it surely has not got it.
 */
export const sendMessage = async (
  server: SmtpServer,
  envelope: Envelope,
  onBegin: () => Promise<void>,
): Promise<Outcome> => {
  const connection = new SMTPConnection({ ...server });
  // what fails after the outcome is known is no matter
  connection.on('error', () => undefined);
  let hasBegun = false;
  const stream = onDemand(envelope.message, async () => {
    await onBegin();
    hasBegun = true;
  });
  try {
    await connect(connection, server);
    await hand(connection, envelope, stream);
    connection.quit();
    return { is: 'sent' };
  } catch (failure) {
    connection.close();
    return toOutcome(failure as Failure, hasBegun);
  }
};
