const maximumLength = 60;

/**
 * A name for files from a title: letters of any script and digits, Latin ones lower-case without accents, parts joined by hyphens; never empty,
 * never a name that Windows keeps for devices.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFKC')
    .replace(/ß/g, 'ss')
    .replace(/æ/gi, 'ae')
    .replace(/œ/gi, 'oe')
    .replace(/ø/gi, 'o')
    .replace(/ł/gi, 'l')
    .replace(/['’]/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  if (!words) return 'volume';
  const whole = words.join('-');
  const letters = [...whole];
  const cut = letters.slice(0, maximumLength).join('');
  const atWord = letters.length > maximumLength && cut.lastIndexOf('-') > maximumLength / 2;
  const slug = (atWord && letters[maximumLength] !== '-' ? cut.slice(0, cut.lastIndexOf('-')) : cut).replace(/-+$/, '');
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(slug) ? `${slug}-volume` : slug;
}
