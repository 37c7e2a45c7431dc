import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Another linter as the bench runs it. */
export interface OtherTool {
  name: string;
  /** Arguments of `node`. */
  args: string[];
  /** Exit codes of a run that came to its end. */
  fine: number[];
}

const packages = [
  'textlint@15.8.0',
  '@textlint-rule/textlint-rule-no-unmatched-pair@2.0.4',
  'textlint-rule-no-zero-width-spaces@1.0.1',
  'textlint-rule-zh-half-and-full-width-bracket@1.1.0',
  'textlint-rule-no-kangxi-radicals@0.2.2',
  'zhlint@0.8.2',
  'autocorrect-node@2.14.0',
  'remark-cli@12.0.1',
  'remark-preset-lint-recommended@7.0.1',
  'remark-preset-lint-consistent@6.0.1',
];

/** Calls one of a package's commands by what its package.json says, since links of commands differ between systems. */
const command = (folder: string, name: string, file: string) => path.join(folder, 'node_modules', name, file);

/**
 * Fetches the other linters into a folder of their own, so that they are no part of the project. They may be missing: without a network the bench goes on
 * without them. `file` is a path relative to where they will be run, which is all that zhlint takes.
 */
export function fetchOthers(folder: string, file: string): OtherTool[] {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', ...packages], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 300_000,
    });
  } catch (error) {
    const told = String((error as { stderr?: Buffer }).stderr ?? error).trim();
    console.error(`The other linters could not be fetched and are left out: ${told.split('\n').slice(-3).join(' ')}`);
    return [];
  }
  const rules = {
    'no-zero-width-spaces': true,
    'zh-half-and-full-width-bracket': true,
    'no-kangxi-radicals': true,
    '@textlint-rule/no-unmatched-pair': true,
  };
  writeFileSync(path.join(folder, '.textlintrc.json'), JSON.stringify({ rules }));
  // By their places: by their names they are looked for beside the text.
  const presets = ['remark-preset-lint-recommended', 'remark-preset-lint-consistent'].map((name) =>
    command(folder, name, 'index.js'),
  );
  return [
    {
      name: 'textlint, four light rules',
      args: [command(folder, 'textlint', 'bin/textlint.js'), '--config', path.join(folder, '.textlintrc.json'), file],
      fine: [0, 1],
    },
    { name: 'zhlint', args: [command(folder, 'zhlint', 'bin/index.js'), file], fine: [0, 1] },
    { name: 'autocorrect-node', args: [command(folder, 'autocorrect-node', 'cli.js'), '--lint', file], fine: [0, 1] },
    {
      name: 'remark-cli, recommended and consistent',
      args: [
        command(folder, 'remark-cli', 'cli.js'),
        '--quiet',
        ...presets.flatMap((preset) => ['--use', preset]),
        file,
      ],
      fine: [0],
    },
  ];
}
