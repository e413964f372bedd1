const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/**
 * The number of a month that is given by name, in full or short, or as a number.
 * @example toMonth('Sept.'), toMonth('09') // 9, 9
 */
export const toMonth = (text: string): number | undefined => {
  const plain = text.trim().toLowerCase();
  if (/^\d{1,2}$/.test(plain)) {
    const number = Number(plain);
    return number >= 1 && number <= 12 ? number : undefined;
  }
  const word = plain.replace(/\.$/, '');
  const at = word.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(word));
  return at < 0 ? undefined : at + 1;
};

const pad = (part: number): string => String(part).padStart(2, '0');

/** A date as entries have it, as far as its parts are known; a day without month says nothing. */
export const joinDate = (year: string | number, month?: number, day?: number): string => {
  const known = month === undefined ? [] : day === undefined ? [month] : [month, day];
  return [String(year), ...known.map(pad)].join('-');
};

type Form = readonly [pattern: RegExp, order: readonly ('year' | 'month' | 'day')[]];

/** The forms in which sources write dates. */
const FORMS: readonly Form[] = [
  // 2024, 2024-05, 2024-5-31, 2024/05/31, 2024/05//, 2024-05-31T10:00:00Z
  [
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d{1,2}:.*|[-/. ]*)$/,
    ['year', 'month', 'day'],
  ],
  // 31 May 2024, 31. May 2024
  [/^(\d{1,2})(?:st|nd|rd|th)?\.?[\s-]+([a-z]{3,9}\.?)[\s,-]+(\d{4})$/i, ['day', 'month', 'year']],
  // May 31, 2024
  [/^([a-z]{3,9}\.?)\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})$/i, ['month', 'day', 'year']],
  // May 2024
  [/^([a-z]{3,9}\.?)[\s,]+(\d{4})$/i, ['month', 'year']],
  // 2024 May 31
  [/^(\d{4})[\s,/-]+([a-z]{3,9}\.?)(?:[\s,/-]+(\d{1,2}))?$/i, ['year', 'month', 'day']],
  // 05/06/2024: which of both is the month nobody knows
  [/^\d{1,2}[-/.]\d{1,2}[-/.](\d{4})$/, ['year']],
  // 2024-2025, 2024 Spring: the year is sure
  [/^(\d{4})(?:\s*[-–/]\s*\d{4}|[\s/-]+(?:spring|summer|autumn|fall|winter))$/i, ['year']],
];

/**
 * A date as entries have it, from the forms in which sources write dates; text that is none of them stays as it
 * is. What is ambiguous is left out: of `05/06/2024` the year is kept.
 * @example toDate('31 May 2024'), toDate('2024/5/') // '2024-05-31', '2024-05'
 */
export const toDate = (text: string): string => {
  // a run of spaces could be shared out among the parts in as many ways as it is long
  const plain = text.replace(/\s+/g, ' ').trim();
  for (const [pattern, order] of FORMS) {
    const found = pattern.exec(plain);
    if (found === null) continue;
    const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => {
      const at = order.indexOf(part);
      return at < 0 ? undefined : found[at + 1];
    });
    if (month === undefined) return joinDate(year ?? plain);
    const known = toMonth(month);
    if (known === undefined) continue;
    return joinDate(year ?? plain, known, day === undefined ? undefined : Number(day));
  }
  return plain;
};
