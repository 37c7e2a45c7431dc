import { describe, expect, it } from 'vitest';
import { sourceDate } from '../../pipeline/assemble/source-date.js';
import { InputError } from '../../pipeline/faults.js';
import type { Manuscript } from '../../pipeline/volume/types.js';

const dated = (date?: string, ...manuscripts: (string | undefined)[]) => ({
  date,
  manuscripts: manuscripts.map((date) => ({ date }) as Manuscript),
});

describe('the date of a volume', () => {
  it.each([
    ['the day it was given', dated('2026-11-23', '2027-01-01'), '2026-11-23'],
    ['the first day of its month', dated('2026-11'), '2026-11-01'],
    ['the first day of its year', dated('2026'), '2026-01-01'],
    ['a leap day', dated('2024-02-29'), '2024-02-29'],
    [
      'the newest day of a manuscript',
      dated(undefined, '2025-05', undefined, '2025-05-02', '2024-12-31'),
      '2025-05-02',
    ],
    ['the first day of 2000 when nothing has a date', dated(undefined, undefined), '2000-01-01'],
    ['the first day of 2000 when there are no manuscripts', dated(), '2000-01-01'],
    ['not one that the calendar lacks', dated('2026-13-45', '2025'), '2025-01-01'],
  ])('is %s', (_, volume, expected) => {
    expect(sourceDate(volume, {}).toISOString()).toBe(`${expected}T00:00:00.000Z`);
  });

  it('is SOURCE_DATE_EPOCH before all others', () => {
    expect(sourceDate(dated('2026'), { SOURCE_DATE_EPOCH: '1700000000' }).getTime()).toBe(1_700_000_000_000);
    expect(sourceDate(dated('2026'), { SOURCE_DATE_EPOCH: '0' }).getTime()).toBe(0);
    expect(sourceDate(dated('2026'), { SOURCE_DATE_EPOCH: '253402300799' }).getUTCFullYear()).toBe(9999);
  });

  it('is as if SOURCE_DATE_EPOCH were not there when that is empty', () => {
    expect(sourceDate(dated('2026'), { SOURCE_DATE_EPOCH: '' }).getUTCFullYear()).toBe(2026);
  });

  it.each(['yesterday', '-1', '1.5', ' 12', '1e9', '0x10', '253402300800', '2026-11-23'])(
    'is an error when SOURCE_DATE_EPOCH is %j',
    (value) => {
      const faults = [{ severity: 'error', id: 'bad-source-date-epoch', args: { value } }];
      expect(() => sourceDate(dated('2026'), { SOURCE_DATE_EPOCH: value })).toThrow(
        expect.objectContaining({ faults }),
      );
      expect(() => sourceDate(dated('2026'), { SOURCE_DATE_EPOCH: value })).toThrow(InputError);
    },
  );
});
