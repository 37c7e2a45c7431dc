const { setFlagsFromString } = process.getBuiltinModule('node:v8');

/**
 * V8 expects programs that run for hours. Here a pattern is compiled at once to what runs fastest, not first to something slower; functions are optimised
 * when they have run long enough for it to pay within a second, not when it would within an hour; and the room for new objects grows in larger steps.
 */
const flags = ['--no-regexp-tier-up', '--interrupt-budget=300000', '--semi-space-growth-factor=8'];

/** Tunes V8 for a run of seconds. Only those versions that are known to have these flags: others would complain. */
export function tuneForShortRun(): void {
  if (/^1[1-3]\./.test(process.versions.v8)) for (const flag of flags) setFlagsFromString(flag);
}
