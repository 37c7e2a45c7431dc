/** A finding as a person reads it, plain text without markup. */
export interface Said {
  /** What is there: one sentence without a full stop, quoting the place. */
  message: string;
  /** Why it happens, and what to do. Full sentences. */
  note: string;
}
