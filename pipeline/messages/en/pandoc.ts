/** What pandoc could not do. */
export const pandoc = {
  'pandoc-failed': ({ message }: { message: string }) => `Pandoc could not read this: ${message}`,
  'pandoc-timeout': ({ seconds }: { seconds: number }) =>
    `Pandoc had not finished after ${seconds} s and was stopped. Look for a long run of brackets, backticks or “<”, and put a backslash before each, or make it a code block.`,
  'pandoc-not-usable': ({ wanted, reason }: { wanted: string; reason: string }) =>
    `GALLEY_PANDOC asks for “${wanted}”, which cannot be used${reason && reason !== wanted ? ` (${reason})` : ''}. Name a pandoc of 3.2 or newer, or write embedded.`,
  'doctor-pandoc-native': ({ version, file }: { version: string; file: string }) =>
    `pandoc ${version}, native: ${file}`,
  'doctor-pandoc-embedded': ({ version }: { version: string }) => `pandoc ${version}, embedded`,
  'doctor-pandoc-rejected': ({ rejected, oldest }: { rejected: string; oldest: string }) =>
    `The pandoc on the PATH is passed over, since ${oldest} or newer is needed: ${rejected}`,
  'doctor-typst': ({ version, binding }: { version: string; binding: string }) =>
    `Typst ${version}, in process (typst-ts-node-compiler ${binding})`,
  'doctor-typst-missing': ({ detail }: { detail: string }) => `Typst cannot be started: ${detail}`,
  'doctor-font': ({ font, name, version }: { font: string; name: string; version: string }) =>
    `${font} (${name} ${version})`,
  'doctor-font-missing': ({ font, name }: { font: string; name: string }) =>
    `The font ${font} of the package ${name} is missing.`,
  'doctor-package-missing': ({ name }: { name: string }) => `The package ${name} is missing.`,
  'doctor-complete': (_: Record<string, never>) => 'All that a build needs is here.',
  'doctor-missing': ({ count }: { count: number }) =>
    `${count === 1 ? 'One thing is' : `${count} things are`} missing. Run “npm ci” in the folder where Galley is installed.`,
};
