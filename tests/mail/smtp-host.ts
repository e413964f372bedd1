import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What the host does with a mail to somebody. */
export type Reaction =
  | 'takes'
  | 'refuses the recipient'
  | 'puts the recipient off'
  | 'refuses the mail'
  | 'hangs up before the mail'
  | 'hangs up in the mail'
  | 'hangs up after the mail'
  | 'says nothing after the mail'
  | 'goes away';

export type Taken = { readonly to: string; readonly raw: string };

export type SmtpHost = {
  readonly url: string;
  readonly port: number;
  /** mails that the host has, whether it could say so or not, in order */
  readonly taken: Taken[];
  /** every attempt to name a recipient */
  readonly asked: string[];
  readonly close: () => Promise<void>;
};

/** How the host reacts when it is asked for a recipient for the first, second … time. */
export type Reactions = (to: string, attempt: number) => Reaction;

const failure = (message: string, responseCode: number): Error =>
  Object.assign(new Error(message), { responseCode });

const toOf = ({ envelope }: SMTPServerSession): string => envelope.rcptTo[0]?.address ?? 'nobody';

type Connection = { readonly id: string; readonly _socket: Socket };

/** A mail server on this machine that reacts as it is told. */
export const startHost = async (react: Reactions = () => 'takes'): Promise<SmtpHost> => {
  const taken: Taken[] = [];
  const asked: string[] = [];
  const planned = new Map<string, Reaction>();
  const hangUp = ({ id }: SMTPServerSession): void => {
    for (const connection of server.connections as Set<Connection>)
      if (connection.id === id) connection._socket.destroy();
  };
  const server: SMTPServer = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, session, answer) => {
      asked.push(address);
      const reaction = react(address, asked.filter((one) => one === address).length);
      planned.set(session.id, reaction);
      if (reaction === 'refuses the recipient') answer(failure('No such mailbox', 550));
      else if (reaction === 'puts the recipient off') answer(failure('Try later', 451));
      else if (reaction === 'goes away') answer(failure('Closing', 421));
      else if (reaction === 'hangs up before the mail') hangUp(session);
      else answer();
    },
    onData: (stream, session, answer) => {
      const reaction = planned.get(session.id);
      if (reaction === 'hangs up in the mail') {
        stream.once('data', () => hangUp(session));
        return;
      }
      void text(stream).then((raw) => {
        if (reaction === 'refuses the mail') return answer(failure('Not wanted', 554));
        taken.push({ to: toOf(session), raw });
        if (reaction === 'hangs up after the mail') return hangUp(session);
        if (reaction !== 'says nothing after the mail') answer();
      });
    },
  });
  // whoever hangs up has nothing to complain about
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    taken,
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
