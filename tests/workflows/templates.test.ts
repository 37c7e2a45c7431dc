import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../pipeline/package-root.js';
import type { Values } from './read.js';

const text = (file: string) => readFileSync(path.join(packageRoot, file), 'utf8');
const forms = readdirSync(path.join(packageRoot, '.github/ISSUE_TEMPLATE')).filter((file) => file !== 'config.yml');

interface Element {
  type: string;
  id?: string;
  attributes: Values;
  validations?: Values;
}

/** What each element of a form takes: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
const takes: Record<string, string[]> = {
  markdown: ['value'],
  input: ['label', 'description', 'placeholder', 'value'],
  textarea: ['label', 'description', 'placeholder', 'value', 'render'],
  dropdown: ['label', 'description', 'options', 'multiple', 'default'],
  checkboxes: ['label', 'description', 'options'],
};

test.each(forms)('%s is a form that GitHub takes, in Chinese and English', (file) => {
  const form = parse(text(`.github/ISSUE_TEMPLATE/${file}`)) as Values & { body: Element[] };
  const { name, description, body, ...rest } = form;
  expect([name, description]).toEqual([
    expect.stringMatching(/\p{sc=Han}.*[a-z]/u),
    expect.stringMatching(/\p{sc=Han}.*[a-z]/u),
  ]);
  expect(['assignees', 'labels', 'projects', 'title', 'type']).toEqual(expect.arrayContaining(Object.keys(rest)));
  const ids = body.flatMap(({ id }) => (id === undefined ? [] : [id]));
  expect(new Set(ids).size).toBe(ids.length);
  for (const { type, attributes } of body) {
    expect(takes[type]).toEqual(expect.arrayContaining(Object.keys(attributes)));
    expect(attributes[type === 'markdown' ? 'value' : 'label']).toEqual(expect.any(String));
  }
  expect(body.some(({ validations }) => validations?.required === true)).toBe(true);
});

const guides = ['README.md', 'CONTRIBUTING.md', 'CONTRIBUTING.zh.md'];

test.each(guides)('every file that %s links to is there', (guide) => {
  const links = [
    ...text(guide)
      .replace(/`[^`\n]*`/g, '')
      .matchAll(/\]\((?!https?:|#|\.\.\/)([^)#\s]+)(?:#[^)\s]+)?\)/g),
  ].map(([, file]) => file!);
  expect(links).not.toEqual([]);
  expect(links.filter((file) => !existsSync(path.join(packageRoot, file)))).toEqual([]);
});

test('both guides for contributors have the same parts and name the same buttons', () => {
  const [english, chinese] = ['CONTRIBUTING.md', 'CONTRIBUTING.zh.md'].map(text);
  const shape = (guide: string) => guide.match(/^(?:#+|\d\.|\|)/gm);
  expect(shape(chinese!)).toEqual(shape(english!));
  const buttons = (guide: string) => {
    const bold = [...guide.matchAll(/\*\*([A-Za-z/ ·]+?)\*\*/g)].map(([, name]) => name!);
    return new Set(
      bold.filter((name) =>
        /^(?:Fork|Create|Add|Upload files|Propose|Contribute$|Open|Commit|Edit|Files|Checks|Summary|Artifacts|preview|galley)/.test(
          name,
        ),
      ),
    );
  };
  expect([...buttons(chinese!)].sort()).toEqual([...buttons(english!)].sort());
});

test('dependabot looks at the packages and the actions, and takes in nothing that is younger than a week', () => {
  const { updates } = parse(text('.github/dependabot.yml')) as { updates: Values[] };
  expect(updates.map((update) => update['package-ecosystem'])).toEqual(['github-actions', 'npm']);
  for (const { cooldown } of updates) expect(cooldown).toEqual({ 'default-days': 7 });
});

test('whatever is run has an owner', () => {
  const rules = text('.github/CODEOWNERS')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(/\s+/));
  expect(rules[0]).toEqual(['*', '@OWNER/editors']);
  const without = rules.filter(([, owner]) => !owner).map(([pattern]) => pattern);
  expect(without).toEqual(['/manuscripts/']);
  expect(rules.at(-1)).toEqual(['/manuscripts/volume.yml', '@OWNER/editors']);
});
