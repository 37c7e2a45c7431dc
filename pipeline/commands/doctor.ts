import { existsSync } from 'node:fs';
import { embeddedVersion } from '../assemble/pandoc/embedded.js';
import { findNative, oldestVersion } from '../assemble/pandoc/find.js';
import { galleyVersion, typstBindingVersion } from '../assemble/tools.js';
import { type Language, say } from '../messages/index.js';

/**
 * Says which Node, pandoc, Typst and fonts a build uses, with their versions, and what is missing, a line each.
 * Returns the exit code: 0 when a volume can be built, 2 when something is missing.
 */
export async function doctor(
  write: (line: string) => void,
  language: Language,
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  let missing = 0;
  const good = (line: string) => write(`✔ ${line}`);
  const bad = (line: string) => {
    missing++;
    write(`✘ ${line}`);
  };

  good(`Galley ${galleyVersion()}, Node ${process.versions.node}`);
  await pandocLines(env, language, good, bad, write);
  await typstLine(language, good, bad);
  await fontLines(language, good, bad);
  write(missing === 0 ? say(language, 'doctor-complete', {}) : say(language, 'doctor-missing', { count: missing }));
  return missing === 0 ? 0 : 2;
}

type Say = (line: string) => void;

async function pandocLines(env: NodeJS.ProcessEnv, language: Language, good: Say, bad: Say, plain: Say): Promise<void> {
  const { native, rejected } = await findNative(env);
  if (native) good(say(language, 'doctor-pandoc-native', { version: native.version, file: native.file }));
  else {
    const { GALLEY_PANDOC: wanted } = env;
    if (wanted && wanted !== 'embedded') {
      bad(say(language, 'pandoc-not-usable', { wanted, reason: rejected ?? '' }));
      return;
    }
    try {
      good(say(language, 'doctor-pandoc-embedded', { version: embeddedVersion() }));
    } catch {
      bad(say(language, 'doctor-package-missing', { name: 'pandoc-wasm' }));
    }
    if (rejected) plain(`  ${say(language, 'doctor-pandoc-rejected', { rejected, oldest: oldestVersion })}`);
  }
}

async function typstLine(language: Language, good: Say, bad: Say): Promise<void> {
  try {
    const { openTypst } = await import('../assemble/pdf/typst.js');
    const typst = openTypst();
    try {
      const { values } = await typst.compile({
        sources: { '/doctor.typ': '#metadata(str(sys.version)) <version>' },
        main: '/doctor.typ',
        query: '<version>',
      });
      good(say(language, 'doctor-typst', { version: String(values[0]), binding: typstBindingVersion() }));
    } finally {
      await typst.close();
    }
  } catch (fault) {
    bad(say(language, 'doctor-typst-missing', { detail: String((fault as Error).message).split('\n')[0]! }));
  }
}

async function fontLines(language: Language, good: Say, bad: Say): Promise<void> {
  try {
    const { fontFiles } = await import('../assemble/pdf/fonts.js');
    for (const { family, weight, style, file, package: name, version } of fontFiles) {
      const font = `${family} ${weight}${style === 'italic' ? ' italic' : ''}`;
      if (existsSync(file)) good(say(language, 'doctor-font', { font, name, version }));
      else bad(say(language, 'doctor-font-missing', { font, name }));
    }
  } catch (fault) {
    bad(say(language, 'doctor-package-missing', { name: missingModule(fault) }));
  }
}

function missingModule(fault: unknown): string {
  return /'((?:@[\w.-]+\/)?[\w.-]+)/.exec((fault as Error).message)?.[1] ?? (fault as Error).message;
}
