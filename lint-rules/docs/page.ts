import type { PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Documentation, Example } from '../documentation.js';
import type { Severity } from '../ids.js';
import { sayUpstream, summarizeUpstream } from '../messages/index.js';
import type { UpstreamRuleId } from '../upstream.js';

const severities: Record<Severity, string> = {
  error: 'error · 错误',
  warning: 'warning · 警告',
  advice: 'advice · 建议',
};

/** What a rule's page is made of. */
export interface RulePage {
  id: string;
  severity: Severity;
  documentation: Documentation;
  /** The options with the values that they have by default. */
  defaults: object;
}

/** A rule's page in English and Chinese, with its examples, as a tree. */
export function rulePage({ id, severity, documentation, defaults }: RulePage): Root {
  const { summary, details, examples, options } = documentation;
  const found = examples.filter(({ finds }) => finds.length > 0);
  const lawful = examples.filter(({ finds }) => finds.length === 0);
  return {
    type: 'root',
    children: [
      heading(1, code(id)),
      paragraph(text(`${summary.en} · ${summary.zh}`)),
      paragraph(text(severities[severity])),
      heading(2, text('English')),
      ...parsed(details.en),
      heading(2, text('中文')),
      ...parsed(details.zh),
      heading(2, text('What it finds · 会指出的')),
      ...found.flatMap(exampleParts),
      ...(lawful.length > 0
        ? [heading(2, text('What it leaves alone · 不会指出的')), ...lawful.flatMap(exampleParts)]
        : []),
      ...(options && Object.keys(options).length > 0 ? optionParts(options, defaults) : []),
      ...waiverParts(id),
    ],
  };
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });
const heading = (depth: 1 | 2, ...children: PhrasingContent[]): RootContent => ({ type: 'heading', depth, children });
const paragraph = (...children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children });
const block = (value: string, lang: string): RootContent => ({ type: 'code', lang, value });

const parsed = (markdown: string): RootContent[] => unified().use(remarkParse).parse(markdown).children;

/** Characters that a reader would not see on the page, written out. */
const invisible =
  /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\u00a0\u115f\u1160\u3000\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}]/gu;

function visible(value: string): string {
  return value.replace(invisible, (character) =>
    character === '\n' ? character : `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}

function exampleParts({ text: manuscript, finds, fixed, suggested, beside }: Example): RootContent[] {
  const stretches = finds.flatMap((stretch, index) => [
    ...(index > 0 ? [text(', ')] : []),
    code(visible(stretch).replace(/\n+/g, '¶') || '∅'),
  ]);
  return [
    block(visible(manuscript).trimEnd(), 'markdown'),
    ...Object.entries(beside ?? {}).flatMap(([path, other]) => [
      paragraph(text('Beside it · 同卷另有 '), code(path)),
      block(visible(other).trimEnd(), 'markdown'),
    ]),
    ...(finds.length > 0 ? [paragraph(text('Found · 指出：'), ...stretches)] : []),
    ...after('galley fix', fixed),
    ...after('galley fix --suggestions', suggested),
  ];
}

function after(command: string, result: string | undefined): RootContent[] {
  if (result === undefined) return [];
  return [paragraph(text('After · 之后 '), code(command)), block(visible(result).trimEnd(), 'markdown')];
}

function optionParts(options: NonNullable<Documentation['options']>, defaults: object): RootContent[] {
  const row = (...cells: PhrasingContent[]): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [cell] })),
  });
  const value = (name: string) => JSON.stringify((defaults as Record<string, unknown>)[name]);
  return [
    heading(2, text('Options · 选项')),
    {
      type: 'table',
      children: [
        row(text('Option · 选项'), text('Default · 默认'), text('English'), text('中文')),
        ...Object.entries(options).map(([name, words]) =>
          row(code(name), code(value(name)), text(words.en), text(words.zh)),
        ),
      ],
    },
  ];
}

function waiverParts(id: string): RootContent[] {
  return [
    heading(2, text('To waive it · 如何豁免')),
    paragraph(
      text(
        'Write this comment on a line of its own before the paragraph, with an empty line after it · 在那一段之前单独一行写上这个注释，其后空一行：',
      ),
    ),
    block(`<!-- lint ignore ${id} -->`, 'markdown'),
    paragraph(text('For the whole volume, in volume.yml · 若要整卷停用，写进 volume.yml：')),
    block(`lint:\n  ${id}: off`, 'yaml'),
  ];
}

/** The page of a rule that remark-lint brings: what it says, in both languages, and where it is documented. */
export function upstreamPage(id: UpstreamRuleId, severity: Severity): Root {
  const en = sayUpstream('en', id, { text: '…' });
  const zh = sayUpstream('zh', id, { text: '…' });
  const url = `https://github.com/remarkjs/remark-lint/tree/main/packages/remark-lint-${id}`;
  return {
    type: 'root',
    children: [
      heading(1, code(id)),
      paragraph(text(`${summarizeUpstream('en', id)} · ${summarizeUpstream('zh', id)}`)),
      paragraph(text(severities[severity])),
      heading(2, text('English')),
      paragraph(text(en.note)),
      heading(2, text('中文')),
      paragraph(text(zh.note)),
      paragraph(text('This rule comes with remark-lint · 这条规则来自 remark-lint：'), {
        type: 'link',
        url,
        children: [code(`remark-lint-${id}`)],
      }),
      ...waiverParts(id),
    ],
  };
}

/** The page on comments that waive nothing. They are no rule's business, since one must know what every rule found. */
export function waiverPage(): Root {
  return {
    type: 'root',
    children: [
      heading(1, code('no-unused-waiver')),
      paragraph(text('A comment that waives nothing · 没有起作用的豁免注释')),
      paragraph(text(severities.warning)),
      heading(2, text('English')),
      ...parsed(
        'A comment such as `<!-- lint ignore no-split-paragraph -->` says that a finding is known and right as it is. When the text was mended since, or the name of the rule is misspelt, the comment waives nothing, and would one day hide something that nobody looked at. Delete it, or correct the name.',
      ),
      heading(2, text('中文')),
      ...parsed(
        '`<!-- lint ignore no-split-paragraph -->` 这样的注释表示：这里的问题已经看过，就该这样写。如果文字后来改好了，或者规则名写错了，注释就不起作用，将来还可能遮住没人看过的问题。请删去注释，或改正规则名。',
      ),
    ],
  };
}
