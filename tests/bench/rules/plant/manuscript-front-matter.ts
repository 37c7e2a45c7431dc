import { oneOf, type Planter } from './planting.js';

/** Damages the header, the lines between the dashes, by one replacement. */
const header =
  (kind: string, pattern: RegExp, change: (found: string, random: () => number) => string): Planter =>
  (text, random) => {
    const whole = /^---\n[\s\S]*?\n---/.exec(text.source)?.[0];
    const match = whole && pattern.exec(whole);
    if (!match) return undefined;
    const source =
      text.source.slice(0, match.index) + change(match[0], random) + text.source.slice(match.index + match[0].length);
    // What is missing has no place of its own: anywhere in the header will do.
    const end = source.indexOf('\n---', 3) + 4;
    return { source, ranges: [{ start: 0, end: Math.max(end, 3) }], kind };
  };

/** Another last digit, so that the checksum (ISO 7064 MOD 11-2) fails. */
const wrongDigit = (orcid: string, random: () => number): string => {
  const at = [...orcid].flatMap((unit, n) => (/\d/.test(unit) ? [n] : []));
  const digits = at.slice('orcid: '.length > 0 ? 1 : 0, -1);
  const chosen = digits[Math.floor(random() * digits.length)]!;
  return (
    orcid.slice(0, chosen) + ((Number(orcid[chosen]) + 1 + Math.floor(random() * 8)) % 10) + orcid.slice(chosen + 1)
  );
};

export const plant: Planter = oneOf([
  header('no title', /\ntitle:.*/, () => ''),
  header('empty title', /\ntitle:.*/, () => '\ntitle:'),
  header('no authors', /\nauthors:(?:\n {2}.*)+/, () => ''),
  header('wrong ORCID', /orcid: [\dX-]+/, wrongDigit),
  header('ORCID too short', /orcid: [\dX-]+/, (found) => found.slice(0, -1)),
  header('affiliation that is not listed', /\n {4}affiliation: 1/, () => '\n    affiliation: 7'),
  header('unknown language', /\nlang: .*/, () => '\nlang: Klingonisch-und-mehr'),
  header('impossible date', /\ndate: .*/, () => '\ndate: 2021-13-45'),
  header('broken YAML', /\ntitle: .*/, () => '\ntitle: "Never closed'),
  header('no header', /^---\n[\s\S]*?\n---/, () => ''),
]);
