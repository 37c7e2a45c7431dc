/** A finding as a person reads it, plain text without markup. */
export interface Said {
  /** What is there: one sentence without a full stop, quoting the place. */
  message: string;
  /** Why it happens, and what to do. Full sentences. */
  note: string;
}

type Sentences = Record<string, (args: never) => string>;

/**
 * Findings from texts that are kept as one: the first sentence is what is there, the rest what to do; `otherwise` where there is no rest.
 */
export function asFindings<Texts extends Sentences>(
  texts: Texts,
  otherwise: string,
): { [Kind in keyof Texts]: (args: Parameters<Texts[Kind]>[0]) => Said } {
  const findings = Object.entries(texts).map(([kind, text]) => [
    kind,
    (args: never): Said => {
      const whole = text(args);
      const end = /[.?](?= \p{Lu}|$)|[。？]/u.exec(whole);
      const first = end ? whole.slice(0, end.index) : whole;
      return { message: first, note: whole.slice(first.length + 1).trim() || otherwise };
    },
  ]);
  return Object.fromEntries(findings);
}
