/** What was counted for a rule in one language: defects planted and found, findings that were right and wrong. */
export interface Counts {
  planted: number;
  found: number;
  right: number;
  wrong: number;
}

/** The figures that were recorded last, as the bench writes them. */
export interface Figures {
  /** By rule, and there by language; `all` is their sum. */
  rules: Record<string, Record<string, Counts>>;
  /** False alarms on text without planted defects, by origin and language: “clean zh”. */
  clean: Record<string, { characters: number; gate: number; real: number; advice: number }>;
}

/** Reads the recorded figures. */
export function figuresOf(json: string): Figures {
  return (JSON.parse(json) as { full: Figures }).full;
}

/** A share in percent with one digit, or a dash where there was nothing. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

/** The counts of several rules or languages taken together. */
export function sum(counts: readonly Counts[]): Counts {
  const total: Counts = { planted: 0, found: 0, right: 0, wrong: 0 };
  for (const one of counts) for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += one[key];
  return total;
}
