import { UsageError } from './cli.ts';
import { FIRST_PORT } from './serve.ts';

/** The value of `--port`. */
export const readPort = (flag: string | undefined): number => {
  const port = Number(flag ?? FIRST_PORT);
  if (/^\d*$/.test(flag ?? '') && port >= 1 && port <= 65_535) return port;
  throw new UsageError(`--port is ${JSON.stringify(flag)}; expected a number from 1 to 65535.`);
};
