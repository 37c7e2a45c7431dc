/** What pandoc could not do. */
export const pandoc = {
  'pandoc-failed': ({ message }: { message: string }) => `Pandoc could not read this: ${message}`,
  'pandoc-timeout': ({ seconds }: { seconds: number }) =>
    `Pandoc had not finished after ${seconds} s and was stopped. Look for a long run of brackets, backticks or “<”, and put a backslash before each, or make it a code block.`,
  'pandoc-crashed': ({ detail }: { detail: string }) =>
    `Pandoc broke down over this text (${detail}). It may be too long or too deeply nested: split it, or nest lists and quotations less deeply.`,
  'pandoc-not-started': ({ detail }: { detail: string }) =>
    `The embedded pandoc cannot be started: ${detail}. Run “npm ci” in the folder where Galley is installed.`,
  'pandoc-not-usable': ({ wanted, ...found }: { wanted: string } & Found) =>
    `GALLEY_PANDOC asks for “${wanted}”, which cannot be used: ${whyNot(found)}. Name a pandoc of ${found.oldest} or newer, or write “embedded”.`,
  'package-missing': ({ name }: { name: string }) =>
    `The package ${name} is missing. Run “npm ci” in the folder where Galley is installed.`,
  'doctor-node': ({ version }: { version: string }) => `Node ${version}`,
  'doctor-node-old': ({ version, oldest }: { version: string; oldest: string }) =>
    `Node ${version} is too old; Galley needs ${oldest} or newer.`,
  'doctor-pandoc-native': ({ version, file }: { version: string; file: string }) =>
    `pandoc ${version}, native: ${file}`,
  'doctor-pandoc-embedded': ({ version }: { version: string }) => `pandoc ${version}, embedded`,
  'doctor-pandoc-passed-over': (found: Found) => `The pandoc on the PATH is passed over: ${whyNot(found)}.`,
  'doctor-typst': ({ version, binding }: { version: string; binding: string }) =>
    `Typst ${version}, in process (typst-ts-node-compiler ${binding})`,
  'doctor-typst-missing': ({ detail }: { detail: string }) => `Typst cannot be started: ${detail}`,
  'doctor-font': ({ font, name, version }: { font: string; name: string; version: string }) =>
    `${font} (${name} ${version})`,
  'doctor-font-missing': ({ font, name }: { font: string; name: string }) =>
    `The font ${font} of the package ${name} is missing. Run “npm ci” in the folder where Galley is installed.`,
  'doctor-complete': (_: Record<string, never>) => 'All that a build needs is here.',
  'doctor-missing': ({ count }: { count: number }) =>
    `${count === 1 ? 'One thing is' : `${count} things are`} missing or wrong; see ✘ above.`,
};

/** A pandoc that was looked for: without a file it was not found, without a version it did not say one. */
interface Found {
  file?: string;
  version?: string;
  oldest: string;
}

function whyNot({ file, version, oldest }: Found): string {
  if (file === undefined) return 'there is no such program';
  if (version === undefined) return `${file} does not answer as pandoc does`;
  return `${file} is version ${version}, and ${oldest} or newer is needed`;
}
