import { z } from 'zod';
import { ID_PATTERN, MAX_ID_LENGTH } from './ids.ts';

export { MAX_ID_LENGTH };

/** Building blocks of the entry schemas. None transforms: parsing twice changes nothing. */

const idSchema = z
  .string()
  .max(MAX_ID_LENGTH)
  .regex(ID_PATTERN, 'Expected lower-case letters and digits joined by single hyphens.');

export const paperIdSchema = idSchema.brand<'PaperId'>();
export type PaperId = z.infer<typeof paperIdSchema>;

export const topicIdSchema = idSchema.brand<'TopicId'>();
export type TopicId = z.infer<typeof topicIdSchema>;

export const conceptIdSchema = idSchema.brand<'ConceptId'>();
export type ConceptId = z.infer<typeof conceptIdSchema>;

export const authorIdSchema = idSchema
  .refine((id) => id !== 'by', 'Expected another id: the site has pages of its own there.')
  .brand<'AuthorId'>();
export type AuthorId = z.infer<typeof authorIdSchema>;

/** Line breaks, control characters, and those that turn the direction of all that follows: no line has them. */
const CONTROLS = '\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069';

/** Half a surrogate pair is no character: YAML and JSON can write it, an address or a file cannot hold it. */
const isWellFormed = (text: string): boolean => text.isWellFormed();
const HALF = 'Expected whole characters, not the half of one (\\ud800 to \\udfff).';

/** One line of text: something to read in it, no line break, no control character. */
export const lineSchema = z
  .string()
  .max(2000)
  .regex(new RegExp(`^[^${CONTROLS}]*$`), 'Expected one line without control characters.')
  .refine((text) => text.trim() !== '', 'Expected some text.')
  .refine(isWellFormed, HALF);

/** An absolute web address; other schemes (`javascript:`, `data:`) never reach a page. */
export const webUrlSchema = z
  .url({ protocol: /^https?$/, error: 'Expected an absolute http(s) address.' })
  .max(2000)
  // a further pattern would hide from editors that this is an address
  .refine(
    (url) => !new RegExp(`[${CONTROLS}]`).test(url),
    'Expected an address without control characters.',
  )
  .refine(isWellFormed, HALF);

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether `2024`, `2024-05` or `2024-05-31` names a time that the calendar has. */
const isOnCalendar = (date: string): boolean => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
};

export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Expected a day, YYYY-MM-DD.')
  .refine(isOnCalendar, 'Expected a day that the calendar has.');

export const dateSchema = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'Expected YYYY, YYYY-MM or YYYY-MM-DD.')
  .refine(isOnCalendar, 'Expected a date that the calendar has.');

/** ISO 7064 mod 11-2, the check digit of an ORCID. */
const hasOrcidCheckDigit = (orcid: string): boolean => {
  const digits = orcid.replaceAll('-', '');
  const total = [...digits.slice(0, -1)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check));
};

export const orcidSchema = z
  .string()
  .regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, 'Expected an ORCID like 0000-0002-1825-0097.')
  .refine(hasOrcidCheckDigit, 'Expected an ORCID whose check digit is right.');

export const doiSchema = z
  .string()
  .max(300)
  .regex(
    new RegExp(`^10\\.\\d{4,9}/[^\\s${CONTROLS}]+$`),
    'Expected a DOI like 10.1000/182, without https://doi.org/.',
  )
  .refine(isWellFormed, HALF);

export const arxivSchema = z
  .string()
  .regex(
    /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/,
    'Expected an arXiv id like 2403.10020, without its version.',
  );

export const languageSchema = z
  .string()
  .max(35)
  .regex(
    /^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$/,
    'Expected a language tag like en or pt-BR (BCP 47).',
  );

/** A list whose members differ. */
export const uniqueList = <T extends z.ZodType>(member: T) =>
  z
    .array(member)
    .refine((list) => new Set(list.map((one) => JSON.stringify(one))).size === list.length, {
      error: 'Expected every member once.',
    });
