/** Identifiers as their registries define them. Each function returns the canonical form, or `undefined` for what is none. */

/**
 * ORCID iD, bare or as an address, to `0000-0000-0000-000X`. Check digit by ISO 7064 MOD 11-2
 * (support.orcid.org, “Structure of the ORCID Identifier”); a wrong one gives `check-digit`, anything else `shape`.
 */
export function orcid(text: string): { id: string } | { problem: 'shape' | 'check-digit' } {
  const bare = text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i, '')
    .replace(/\/$/, '')
    .replace(/^orcid:\s*/i, '');
  const digits = bare.replace(/[-\s‐-―]/g, '').toUpperCase();
  if (!/^\d{15}[\dX]$/.test(digits)) return { problem: 'shape' };
  let total = 0;
  for (const digit of digits.slice(0, 15)) total = (total + Number(digit)) * 2;
  const expected = (12 - (total % 11)) % 11;
  if (digits[15] !== (expected === 10 ? 'X' : String(expected))) return { problem: 'check-digit' };
  return { id: digits.replace(/(.{4})(?=.)/g, '$1-') };
}

/** ISBN-10 or ISBN-13 (ISO 2108), hyphens kept as written: only the publisher's range tells where they belong. */
export function isbn(text: string): string | undefined {
  const written = text
    .trim()
    .replace(/^(?:urn:)?isbn(?:-1[03])?[:\s]*/i, '')
    .replace(/[\s‐-―]+/g, '-');
  const digits = written.replaceAll('-', '').toUpperCase();
  const sum = (weight: (index: number) => number) =>
    [...digits].reduce((total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * weight(index), 0);
  if (/^97[89]\d{10}$/.test(digits)) return sum((index) => (index % 2 ? 3 : 1)) % 10 === 0 ? written : undefined;
  if (/^\d{9}[\dX]$/.test(digits)) return sum((index) => 10 - index) % 11 === 0 ? written.toUpperCase() : undefined;
  return undefined;
}

/** ISSN (ISO 3297) as `NNNN-NNNC`. */
export function issn(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(/^e?issn[:\s]*/i, '')
    .replace(/[-\s‐-―]/g, '')
    .toUpperCase();
  if (!/^\d{7}[\dX]$/.test(digits)) return undefined;
  const total = [...digits].reduce((sum, digit, index) => sum + (digit === 'X' ? 10 : Number(digit)) * (8 - index), 0);
  return total % 11 === 0 ? `${digits.slice(0, 4)}-${digits.slice(4)}` : undefined;
}

/** DOI without its resolver, in the form that Crossref registers. */
export function doi(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i, '')
    .replace(/^doi:\s*/i, '');
  return /^10\.\d{4,9}\/[^\s<>"{}|\\^`]+$/.test(bare) ? bare : undefined;
}

/** ROR identifier as an address (ror.readme.io, “ROR Identifier Pattern”). */
export function ror(text: string): string | undefined {
  const id = text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?ror\.org\//i, '')
    .toLowerCase();
  return /^0[a-hj-km-np-tv-z0-9]{6}\d{2}$/.test(id) ? `https://ror.org/${id}` : undefined;
}

/** Mail address: something, an at sign, a domain with a dot. Whether mail arrives there only mail can tell. */
export function email(text: string): string | undefined {
  const address = text
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/^mailto:/i, '');
  return address.length <= 254 && /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:"\\.]+$/.test(address)
    ? address
    : undefined;
}
