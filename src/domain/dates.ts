const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/**
 * A date as readers see it, to the precision that is known.
 * @example dateToText('2024-05-31'), dateToText('2024-05'), dateToText('2024') // '31 May 2024', 'May 2024', '2024'
 */
export const dateToText = (date: string): string => {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year]
    .filter((part) => part !== undefined)
    .join(' ');
};
