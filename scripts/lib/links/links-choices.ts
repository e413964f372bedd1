import { UsageError } from '../cli.ts';
import { readDay } from '../read-day.ts';

export const LINKS_OPTIONS = {
  limit: { type: 'string' },
  again: { type: 'boolean' },
  between: { type: 'string' },
  'at-once': { type: 'string' },
  pause: { type: 'string' },
  timeout: { type: 'string' },
  date: { type: 'string' },
  'allow-private': { type: 'boolean' },
} as const;

type Values = {
  readonly [name in keyof typeof LINKS_OPTIONS]?:
    ((typeof LINKS_OPTIONS)[name]['type'] extends 'boolean' ? boolean : string) | undefined;
};

/** What a run was asked to do. */
export type LinksChoices = {
  readonly day: string;
  readonly limit: number;
  readonly again: boolean;
  readonly atOnce: number;
  readonly pauseMs: number;
  readonly betweenMs: number;
  readonly timeoutMs: number;
  readonly allowPrivate: boolean;
};

const readCount = (text: string | undefined, name: string, otherwise: number): number => {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,6}$/.test(text))
    throw new UsageError(`Expected ${name} as a whole number from 1 on, not "${text}".`);
  return Number(text);
};

const readMs = (text: string | undefined, name: string, seconds: number): number => {
  if (text === undefined) return seconds * 1000;
  if (!/^\d{1,6}(?:\.\d{1,3})?$/.test(text))
    throw new UsageError(`Expected ${name} as seconds, not "${text}".`);
  return Number(text) * 1000;
};

/** Reads the flags of `npm run links`; `today` is the day when none is given. */
export const readLinksChoices = (values: Values, today: string): LinksChoices => ({
  day: readDay(values.date ?? today, '--date'),
  limit: readCount(values.limit, '--limit', Infinity),
  again: values.again === true,
  atOnce: readCount(values['at-once'], '--at-once', 8),
  pauseMs: readMs(values.pause, '--pause', 1),
  betweenMs: readMs(values.between, '--between', 60),
  timeoutMs: Math.max(1, readMs(values.timeout, '--timeout', 20)),
  allowPrivate: values['allow-private'] === true,
});
