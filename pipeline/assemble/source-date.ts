import { error, InputError } from '../faults.js';
import type { Volume } from '../volume/types.js';

/** The last second of the year 9999: what four digits of a year can say. */
const latest = 253_402_300_799;

/**
 * The date that the files of a volume carry in place of the clock's: SOURCE_DATE_EPOCH, else the volume's date, else the newest date
 * of a manuscript, else the first day of 2000. A year or a month stands for its first day, a day for its midnight in UTC.
 * Throws an `InputError` when SOURCE_DATE_EPOCH is no number of seconds. https://reproducible-builds.org/specs/source-date-epoch/
 */
export function sourceDate(volume: Pick<Volume, 'date' | 'manuscripts'>, env: NodeJS.ProcessEnv): Date {
  const epoch = env.SOURCE_DATE_EPOCH;
  if (epoch) {
    if (!/^\d{1,12}$/.test(epoch) || Number(epoch) > latest) {
      throw new InputError([error('bad-source-date-epoch', { value: epoch })]);
    }
    return new Date(Number(epoch) * 1000);
  }
  const own = firstDay(volume.date);
  if (own) return own;
  const days = volume.manuscripts.map(({ date }) => firstDay(date)?.getTime() ?? Number.NEGATIVE_INFINITY);
  const newest = Math.max(...days, Number.NEGATIVE_INFINITY);
  return new Date(Number.isFinite(newest) ? newest : Date.UTC(2000, 0, 1));
}

function firstDay(iso: string | undefined): Date | undefined {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso ?? '');
  if (!match) return undefined;
  const date = new Date(`${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
