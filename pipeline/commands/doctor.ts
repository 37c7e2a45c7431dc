import { existsSync } from 'node:fs';
import { describePandoc, isNewEnough, oldestVersion } from '../assemble/pandoc/find.js';
import { openPandoc } from '../assemble/pandoc.js';
import { oldestNode, typstBindingVersion } from '../assemble/tools.js';
import { InputError } from '../faults.js';
import { type Language, say, sayFault } from '../messages/index.js';
import { galleyVersion } from '../version.js';

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

  good(`Galley ${galleyVersion()}`);
  const node = { version: process.versions.node, oldest: oldestNode() };
  if (isNewEnough(node.version, node.oldest)) good(say(language, 'doctor-node', node));
  else bad(say(language, 'doctor-node-old', node));
  await pandocLines(env, language, good, bad, write);
  await typstLine(language, good, bad);
  await fontLines(language, good, bad);
  write(missing === 0 ? say(language, 'doctor-complete', {}) : say(language, 'doctor-missing', { count: missing }));
  return missing === 0 ? 0 : 2;
}

type Say = (line: string) => void;

async function pandocLines(env: NodeJS.ProcessEnv, language: Language, good: Say, bad: Say, plain: Say): Promise<void> {
  const choice = await describePandoc(env);
  try {
    // Not by its version alone: a small job shows that it works.
    const pandoc = await openPandoc({ env });
    try {
      await pandoc.run({ label: 'doctor', defaults: { from: 'markdown', to: 'typst' }, input: '*x*' });
    } finally {
      await pandoc.close();
    }
    if (choice.kind === 'native') good(say(language, 'doctor-pandoc-native', choice));
    if (choice.kind === 'embedded') good(say(language, 'doctor-pandoc-embedded', choice));
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault;
    for (const each of fault.faults) bad(sayFault(language, each));
  }
  if (choice.kind === 'embedded' && choice.passedOver) {
    plain(`  ${say(language, 'doctor-pandoc-passed-over', { ...choice.passedOver, oldest: oldestVersion })}`);
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
    bad(say(language, 'package-missing', { name: missingModule(fault) }));
  }
}

function missingModule(fault: unknown): string {
  return /'((?:@[\w.-]+\/)?[\w.-]+)/.exec((fault as Error).message)?.[1] ?? (fault as Error).message;
}
