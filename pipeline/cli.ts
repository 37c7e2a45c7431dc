#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import type { Format } from './assemble/plan.js';
import { reporters } from './check/reporters/index.js';
import type { Terminal } from './commands/build.js';
import { error, InputError } from './faults.js';
import { languageFrom, say } from './messages/index.js';
import { packageRoot } from './package-root.js';
import { endAllChildren } from './process-groups.js';
import { formatFaults } from './report.js';

const language = languageFrom(process.env);
const reporterNames = Object.keys(reporters);
const interruption = new AbortController();
const terminal: Terminal = {
  language,
  env: process.env,
  signal: interruption.signal,
  stdout: process.stdout,
  stderr: process.stderr,
};

/** Exit code of a process that SIGINT or SIGTERM ended, as shells count it. */
const interrupted = { SIGINT: 130, SIGTERM: 143 };
let interruptedBy: keyof typeof interrupted | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A second one means it: nothing that is half written is in the output folder at any time.
    if (interruptedBy) process.exit(interrupted[signal]);
    interruptedBy = signal;
    interruption.abort();
    endAllChildren();
  });
}
// A reader that closes the pipe, such as `head`, is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
});

// Whatever slips past a handler is still said in one sentence, and still ends the children.
process.on('uncaughtException', (fault) => {
  const exitCode = report(fault, process.argv.includes('--debug'));
  endAllChildren();
  process.exit(exitCode);
});

void main(process.argv).then((exitCode) => {
  process.exitCode = exitCode;
  // What is left is to take the memory apart, object by object, and the system does that sooner; all that was printed must have left first.
  if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
});

async function main(argv: string[]): Promise<number> {
  let exitCode = 0;
  const program = commands((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (fault) {
    return report(fault, argv.includes('--debug'));
  } finally {
    endAllChildren();
  }
}

function commands(done: (exitCode: number) => void): Command {
  const { version } = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  const text = (id: Parameters<typeof say>[1]) => say(language, id, {} as never);
  const program = new Command('galley')
    .description(text('program-description'))
    .version(version, '-V, --version', text('option-version'))
    .helpOption('-h, --help', text('option-help'))
    .helpCommand('help [command]', text('help-description'))
    .option('--debug', text('option-debug'))
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .configureHelp({ styleTitle: (title) => say(language, 'help-title', { title }) });

  program
    .command('build')
    .description(text('build-description'))
    .helpOption('-h, --help', text('option-help'))
    .option('--root <dir>', text('option-root'), 'manuscripts')
    .option('--output <dir>', text('option-output'), 'output')
    .addOption(new Option('--format <list>', text('option-format')).default('pdf,epub'))
    .option('--offprints', text('option-offprints'), false)
    .option('--since <ref>', text('option-offprints-since'))
    .option('--dry-run', text('option-dry-run'), false)
    .option('--json', text('option-json'), false)
    .option('--quiet', text('option-quiet'), false)
    .option('--debug', text('option-debug'))
    .action(async ({ format, ...options }) => {
      const { build } = await import('./commands/build.js');
      done(await build({ ...options, formats: formatsIn(format) }, terminal));
    });

  program
    .command('lint')
    .description(text('lint-description'))
    .helpOption('-h, --help', text('option-help'))
    .argument('[paths...]', text('option-paths'))
    .option('--root <dir>', text('option-root'), 'manuscripts')
    .option('--reporter <name>', say(language, 'option-reporter', { known: reporterNames }), 'pretty')
    .option('--locale <language>', text('option-locale'))
    .option('--since <ref>', text('option-since'))
    .option('--report-file <file>', text('option-report-file'))
    .option('--summary-file <file>', text('option-summary-file'))
    .option('--no-cache', text('option-no-cache'))
    .option('--no-advice', text('option-no-advice'))
    .option('--quiet', text('option-quiet'), false)
    .option('--debug', text('option-debug'))
    .action(async (paths, options) => {
      const { lint } = await import('./commands/lint.js');
      done(await lint({ ...options, paths }, terminal));
    });

  program
    .command('fix')
    .description(text('fix-description'))
    .helpOption('-h, --help', text('option-help'))
    .argument('[paths...]', text('option-paths'))
    .option('--root <dir>', text('option-root'), 'manuscripts')
    .option('--suggestions', text('option-suggestions'), false)
    .option('--dry-run', text('option-fix-dry-run'), false)
    .option('--quiet', text('option-quiet'), false)
    .option('--debug', text('option-debug'))
    .action(async (paths, options) => {
      const { fix } = await import('./commands/fix.js');
      done(await fix({ ...options, paths }, terminal));
    });

  program
    .command('feedback')
    .description(text('feedback-description'))
    .helpOption('-h, --help', text('option-help'))
    .requiredOption('--report <file>', text('option-feedback-report'))
    .option('--root <dir>', text('option-root'), 'manuscripts')
    .option('--debug', text('option-debug'))
    .action(async (options) => {
      const { feedback } = await import('./commands/feedback.js');
      done(await feedback(options, terminal));
    });

  program
    .command('doctor')
    .description(text('doctor-description'))
    .helpOption('-h, --help', text('option-help'))
    .option('--debug', text('option-debug'))
    .action(async () => {
      const { doctor } = await import('./commands/doctor.js');
      done(await doctor((line) => process.stdout.write(`${line}\n`), language));
    });
  return program;
}

function formatsIn(list: string): Format[] {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => name !== 'pdf' && name !== 'epub');
  if (unknown !== undefined) throw new InputError([error('unknown-format', { format: unknown })]);
  return (['pdf', 'epub'] as const).filter((format) => names.includes(format));
}

/** Says a fault in the reader's language and returns the exit code for it. */
function report(fault: unknown, debug: boolean): number {
  if (fault instanceof CommanderError && fault.exitCode === 0) return 0;
  if (interruptedBy) {
    process.stderr.write(`${say(language, 'interrupted', {})}\n`);
    return interrupted[interruptedBy];
  }
  if (fault instanceof CommanderError) process.stderr.write(`${usageFault(fault)}\n`);
  else if (fault instanceof InputError) {
    process.stderr.write(
      formatFaults(fault.faults, language, { root: fault.root ?? rootFrom(process.argv), stream: process.stderr }),
    );
  } else {
    const detail = fault instanceof Error ? fault.message : String(fault);
    process.stderr.write(`${say(language, 'own-fault', { detail: detail.split('\n')[0]! })}\n`);
  }
  if (debug && fault instanceof Error) process.stderr.write(`${fault.stack}\n`);
  return 2;
}

function rootFrom(argv: string[]): string {
  const at = argv.findIndex((argument) => argument === '--root' || argument.startsWith('--root='));
  const value = argv[at]?.startsWith('--root=') ? argv[at]!.slice('--root='.length) : argv[at + 1];
  return path.resolve(at < 0 || !value ? 'manuscripts' : value);
}

function usageFault(fault: CommanderError): string {
  const name = fault.message.match(/'([^']*)'/)?.[1] ?? '';
  if (fault.code === 'commander.unknownOption') return say(language, 'unknown-option', { name });
  if (fault.code === 'commander.unknownCommand') return say(language, 'unknown-command', { name });
  return say(language, 'bad-usage', { detail: fault.message.replace(/^error: /, '') });
}
