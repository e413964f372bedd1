import { UsageError } from './cli.ts';

/** A mail server and how to speak to it. */
export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  /** encrypted from the first byte */
  readonly secure: boolean;
  /** never a password or a mail unencrypted, unless nobody is between */
  readonly requireTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
};

const DEFAULT_PORT = { 'smtp:': 587, 'smtps:': 465 } as const;
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|::1)$/;

/** Whether a server is on this machine: nobody is between, and it is where things are tried out. */
export const isLoopback = ({ host }: Pick<SmtpServer, 'host'>): boolean => LOOPBACK.test(host);

const hasPort = (protocol: string): protocol is keyof typeof DEFAULT_PORT =>
  protocol in DEFAULT_PORT;

/** Reads `smtp://user:password@host:587` or `smtps://…`; what it complains about names no password. */
export const parseSmtpUrl = (text: string): SmtpServer => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.hostname === '' || !hasPort(url.protocol))
    throw new UsageError(
      'Expected the mail server as smtp://user:password@host:587 or smtps://user:password@host:465, with signs such as @ and : in the password as %40 and %3A.',
    );
  const host = decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '');
  const secure = url.protocol === 'smtps:';
  const port = url.port === '' ? DEFAULT_PORT[url.protocol] : Number(url.port);
  const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
  return {
    host,
    port,
    secure,
    requireTLS: !secure && user !== '' && !isLoopback({ host }),
    ...(user !== '' && { auth: { user, pass } }),
  };
};
