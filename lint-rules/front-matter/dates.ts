/** Names of months in the languages whose dates authors write out, lower-case, with the number of the month. */
const months = new Map<string, number>();
for (const locale of ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl']) {
  for (const month of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
    for (let index = 0; index < 12; index++) {
      months.set(
        format
          .format(Date.UTC(2001, index, 15))
          .toLowerCase()
          .replace(/\.$/, ''),
        index + 1,
      );
    }
  }
}
months.set('sept', 9);

type Parts = { year: string; month?: string; day?: string };

const patterns: [RegExp, (match: string[]) => Parts][] = [
  // 2019, 2019-10, 2019-10-11, also with / or . and with a time after it
  [
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[t\s]+\d{1,2}:\d{2}.*)?$/,
    ([, year, month, day]) => ({ year: year!, month, day }),
  ],
  // 2019年10月11日
  [
    /^(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?)?$/,
    ([, year, month, day]) => ({ year: year!, month, day }),
  ],
  // 20191011
  [/^((?:19|20)\d{2})(\d{2})(\d{2})$/, ([, year, month, day]) => ({ year: year!, month, day })],
  // 11 October 2019, 11th of October, 2019, 11. Oktober 2019, 11-Oct-2019
  [
    /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:of\s+|de\s+|d')?(\p{L}+)\.?,?[\s-]+(?:de\s+)?(\d{4})$/u,
    ([, day, month, year]) => ({ year: year!, month, day }),
  ],
  // October 11, 2019
  [/^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u, ([, month, day, year]) => ({ year: year!, month, day })],
  // October 2019
  [/^(\p{L}+)\.?,?\s+(?:de\s+)?(\d{4})$/u, ([, month, year]) => ({ year: year!, month })],
  // 2019 October 11
  [/^(\d{4}),?\s+(\p{L}+)\.?(?:\s+(\d{1,2}))?$/u, ([, year, month, day]) => ({ year: year!, month, day })],
  // 11.10.2019 has the day first everywhere; with slashes or hyphens only a number past 12 tells
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, ([, day, month, year]) => ({ year: year!, month, day })],
  [/^(1[3-9]|2\d|3[01])[-/](\d{1,2})[-/](\d{4})$/, ([, day, month, year]) => ({ year: year!, month, day })],
  [/^(\d{1,2})[-/](1[3-9]|2\d|3[01])[-/](\d{4})$/, ([, month, day, year]) => ({ year: year!, month, day })],
];

/**
 * A date as people write it, as ISO 8601 of the same precision (YYYY, YYYY-MM, YYYY-MM-DD); `undefined` when it
 * cannot be read, does not exist, or could be two different days (`10/11/2019`).
 */
export function isoDate(written: string): string | undefined {
  const text = written
    .normalize('NFKC')
    .trim()
    .replace(/^\p{L}+\.?,\s+(?=\d|\p{L})/u, (weekday) =>
      months.has(weekday.replace(/[.,\s]/g, '').toLowerCase()) ? weekday : '',
    )
    .replace(/\s+/g, ' ')
    .toLowerCase();
  for (const [pattern, partsOf] of patterns) {
    const match = text.match(pattern);
    if (match) return canonical(partsOf(match));
  }
  return undefined;
}

function canonical({ year, month, day }: Parts): string | undefined {
  if (month === undefined) return year;
  const number = /^\d+$/.test(month) ? Number(month) : months.get(month);
  if (!number || number > 12) return undefined;
  const yearAndMonth = `${year}-${String(number).padStart(2, '0')}`;
  if (day === undefined) return yearAndMonth;
  const exists = Number(day) >= 1 && Number(day) <= new Date(Date.UTC(Number(year), number, 0)).getUTCDate();
  return exists ? `${yearAndMonth}-${day.padStart(2, '0')}` : undefined;
}
