/** What pandoc could not do. */
export const pandoc = {
  'pandoc-failed': ({ message }: { message: string }) => `Pandoc could not read this: ${message}`,
  'pandoc-timeout': ({ seconds }: { seconds: number }) =>
    `Pandoc had not finished after ${seconds} s and was stopped. Look for a long run of brackets, backticks or “<”, and put a backslash before each, or make it a code block.`,
  'pandoc-not-usable': ({ wanted, reason }: { wanted: string; reason: string }) =>
    `GALLEY_PANDOC asks for “${wanted}”, which cannot be used${reason && reason !== wanted ? ` (${reason})` : ''}. Name a pandoc of 3.2 or newer, or write embedded.`,
};
