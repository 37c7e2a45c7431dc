/** Texts that a shell, a workflow command or an expression would do something with; each makes the file that it is given. */
export const hostileTexts: [name: string, text: (mark: string) => string][] = [
  ['a command in brackets', (mark) => `$(touch ${mark})`],
  ['a command in backticks', (mark) => `\`touch ${mark}\``],
  ['the end of a string', (mark) => `x"; echo PWNED; touch ${mark}; "`],
  ['the end of another string', (mark) => `x'; echo PWNED; touch ${mark}; '`],
  ['lines', (mark) => `x\ntouch ${mark}\n::add-path::/tmp\n::set-env name=A::b\nEOF\necho PWNED\n`],
  ['an emoji and an expression', (mark) => `🦊 \${{ github.token }} && touch ${mark} | tee`],
  ['options', (mark) => `--upload-pack=touch ${mark}`],
];

/** Names of manuscripts of that kind; MARK stands for the file that they would make. */
export const manuscriptNames = [
  '$(touch MARK)',
  '`touch MARK`',
  'x"; touch MARK; "',
  "x'; touch MARK; '",
  'x\n::notice::INJECTED\ntouch MARK',
  'x\r::error::INJECTED',
  '::error::INJECTED',
  '-rf',
  '--output=MARK',
  `\${{ github.token }}`,
];

/**
 * Files that programs run, load or obey where they find them: of package managers, of remark, of git, of this project, of GitHub. Each leaves a file of its
 * own name in `marks` when it is run.
 */
export function hostileFiles(marks: string): Record<string, string> {
  const run = (name: string) => `require('node:fs').writeFileSync(${JSON.stringify(`${marks}/${name}`)}, '');\n`;
  const load = (name: string) =>
    `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(`${marks}/${name}`)}, '');\n`;
  const touch = (name: string) => `touch ${marks}/${name}`;
  const manifest = (place: string) =>
    `${JSON.stringify({
      name: 'trap',
      type: 'module',
      remarkConfig: { plugins: ['./trap.cjs'] },
      scripts: Object.fromEntries(
        ['preinstall', 'install', 'postinstall', 'prepare', 'build'].map((name) => [name, touch(`${place}${name}`)]),
      ),
    })}\n`;
  const shell = `#!/bin/sh\n${touch('script-shell')}\nexec bash "$@"\n`;
  const workflow = (name: string, on: string) =>
    `name: ${name}\non: ${on}\njobs: { job: { runs-on: ubuntu-24.04, steps: [{ run: '${touch(`workflow-${name}`)}' }] } }\n`;
  const everywhere = (folder: string, place: string): Record<string, string> => ({
    [`${folder}package.json`]: manifest(place),
    [`${folder}.remarkrc.js`]: load(`${place}remarkrc-js`),
    [`${folder}.remarkrc.cjs`]: run(`${place}remarkrc-cjs`),
    [`${folder}.remarkrc.mjs`]: load(`${place}remarkrc-mjs`),
    [`${folder}.remarkignore`]: '*.md\n',
    [`${folder}trap.cjs`]: run(`${place}plugin`),
    [`${folder}node_modules/remark-lint/package.json`]: '{"name":"remark-lint","main":"index.cjs"}\n',
    [`${folder}node_modules/remark-lint/index.cjs`]: run(`${place}remark-lint`),
    [`${folder}node_modules/.bin/node`]: `#!/bin/sh\n${touch(`${place}bin`)}\n`,
    [`${folder}.npmrc`]: `script-shell=sh ./shell.sh\nnode-options=--require=./trap.cjs\n`,
    [`${folder}.env`]: `NODE_OPTIONS=--require=./trap.cjs\n`,
  });
  return {
    ...everywhere('', ''),
    ...everywhere('manuscripts/', 'manuscripts-'),
    'shell.sh': shell,
    'tsconfig.json': '{}\n',
    'dist/pipeline/cli.js': load('cli'),
    'pipeline/cli.ts': load('source'),
    'tools/dist/pipeline/cli.js': load('tools-cli'),
    'tools/package.json': manifest('tools-'),
    '.gitattributes': '*.md filter=trap diff=trap merge=trap\n',
    '.gitconfig': `[filter "trap"]\n\tsmudge = ${touch('filter')}\n`,
    '.gitmodules': `[submodule "trap"]\n\tpath = trap\n\turl = ext::${touch('submodule')}\n`,
    '.github/workflows/feedback.yml': workflow(
      'feedback',
      '{ workflow_run: { workflows: [Manuscript lint], types: [completed] } }',
    ),
    '.github/workflows/more.yml': workflow(
      'more',
      '{ workflow_run: { workflows: [Manuscript lint], types: [completed] } }',
    ),
    '.github/actions/own/action.yml': `name: own\nruns: { using: composite, steps: [{ run: '${touch('action')}', shell: bash }] }\n`,
  };
}
