import { body, bodyLine, type HostileVolume } from '../hostile-volume.js';

const stays = 'Text that stays.';
const line = bodyLine + 2;
const refused = { exit: 2, file: 'paper.md', line } as const;

/** A text between two paragraphs that must survive it. */
const between = (name: string, text: Parameters<typeof body>[1], more: object = {}): HostileVolume =>
  body(name, (s) => `${stays}\n\n${typeof text === 'string' ? text : text(s)}\n\nAlso this.`, {
    exit: 0,
    textContains: [stays, 'Also this.'],
    ...more,
  });

/** A text on which pandoc's reader would hang. */
const bomb = (name: string, text: string, at = line): HostileVolume => ({
  ...body(name, `${stays}\n\n${text}`, { ...refused, line: at }),
  seconds: 15,
});

/** Markup that would be obeyed by one backend or the other. */
export const markupVolumes: HostileVolume[] = [
  between('a raw block of LaTeX', ({ outside }) => `\`\`\`{=latex}\n\\input{${outside}/secret.tex}\n\`\`\``, {
    textLacks: ['secret.tex'],
  }),
  between(
    'TeX that reads a file',
    ({ outside }) =>
      `Before \\input{${outside}/secret.tex} after.\n\n\\include{${outside}/secret}\n\n\\verbatiminput{/etc/passwd}`,
    {
      textContains: [stays, 'Before', 'after.', 'Also this.'],
      textLacks: ['root:x'],
    },
  ),
  between(
    'TeX in a formula that reads a file',
    ({ outside }) => `Here $\\text{\\input{${outside}/secret.tex}}$ and there.`,
  ),
  between(
    'TeX that writes and runs',
    ({ outside }) => `\\immediate\\write18{touch ${outside}/made.txt} \\openout1=${outside}/made.txt`,
  ),
  between('a formula without an end', () => 'Here $\\loop\\iftrue\\repeat$ and there.'),
  body(
    'a macro that refers to itself in a formula',
    `${stays}\n\n\\newcommand{\\again}{\\again}\n\nHere $\\again$ and there.`,
    { exit: 2, file: 'paper.md' },
  ),
  between(
    'a raw block of HTML',
    ({ outside }) =>
      `\`\`\`{=html}\n<script src="${outside}/secret.txt"></script>\n\`\`\`\n\n\`<b onclick="x()">b</b>\`{=html}`,
    {
      epubLacks: ['<script', 'onclick', 'secret.txt'],
    },
  ),
  between(
    'HTML that runs code and loads files',
    ({ server, outside }) =>
      `<script>alert(1)</script>\n\n<iframe src="${server}/frame"></iframe>\n\n<object data="${outside}/secret.txt"></object>\n\n<link rel="stylesheet" href="${server}/x.css">\n\n<style>@import "${server}/y.css";</style>\n\n<p onclick="alert(1)" style="background:url(${server}/z.png)">A paragraph</p>\n\n<svg><script>alert(1)</script></svg>\n\n<video src="${server}/v.mp4" autoplay></video>\n\n<form action="${server}"><input name="x"></form>`,
    {
      epubLacks: ['<script', '<iframe', '<object', '@import "http', 'onclick', '127.0.0.1', '<video', '<form'],
    },
  ),
  between(
    'attributes that run code',
    () =>
      '[x]{onclick="alert(1)" style="position:fixed" srcdoc="<b>" formaction="javascript:1"}\n\n## Heading {#h onmouseover=alert(1) epub:type=cover role=banner}\n\n``` {.python onclick=alert(1)}\ncode\n```\n\n::: {onclick=alert(1) http-equiv=refresh}\ndiv\n:::',
    {
      epubLacks: ['alert(1)', 'srcdoc', 'formaction', 'position:fixed', 'http-equiv="refresh"', 'role="banner"'],
    },
  ),
  between(
    'addresses that run code',
    () =>
      '[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,<script>alert(1)</script>) [d](vbscript:x) [e](file:///etc/passwd) [f](&#106;avascript:alert(1)) <javascript:alert(1)>',
    {
      epubLacks: [/href="\s*(javascript|data|vbscript|file):/i],
    },
  ),
  between(
    'a raw block of Typst',
    ({ outside }) =>
      `\`\`\`{=typst}\n#read("${outside}/secret.txt")\n#panic("P")\n\`\`\`\n\nInline \`#panic("Q")\`{=typst} here.`,
    {
      textLacks: ['panic("P")', 'panic("Q")'],
    },
  ),
  between(
    'Typst in the text',
    () => 'A #panic("P") and $x$ #read("/etc/passwd") *b* _e_ `r` @label <label> // comment',
    {
      textContains: [stays, '#panic("P")', '#read("/etc/passwd")', '// comment', 'Also this.'],
    },
  ),
  between(
    'Typst in an attribute',
    () =>
      `[x]{typst:text:fill='red)#panic("P")'} [y]{typst:no-such='#read("/etc/passwd")'}\n\n::: {typst:text:size='1pt)#panic("Q")'}\ndiv\n:::\n\n| a |\n|---|\n| b |\n\n: Caption {typst:fill='red)#panic("R")'}`,
    {
      textLacks: ['root:x'],
      epubLacks: ['typst:'],
    },
  ),
  between(
    'Typst in a code block’s class',
    () => '``` {.`#panic("P")` .python}\ncode\n```\n\n~~~ {.a#panic("Q")}\ncode\n~~~',
  ),
  between(
    'Typst in a formula',
    () =>
      '$\\text{#panic("P")}$ and $\\text{"; #panic("Q")}$ and $x_{#panic}$ and $$\\mathrm{\\#read("/etc/passwd")}$$',
    { textLacks: ['root:x'] },
  ),
  between(
    'Typst in a definition’s term and a link',
    () =>
      'term #panic("P")\nmore\n:   definition\n\n[x](#x){.uri} <https://example.org/#panic("Q")> [y](https://example.org/")#panic("R")',
  ),
  between('Typst packages', () => '`#import "@preview/example:0.1.0"`{=typst} #import "@preview/example:0.1.0": *'),
  between(
    'a determinant',
    () => '$$\\begin{vmatrix} a & b \\\\ c & d \\end{vmatrix} + \\begin{Vmatrix} a & b \\\\ c & d \\end{Vmatrix}$$',
  ),
  between('a comment between two slashes', () => 'One a/<!-- -->/b then the rest. Two c-<!-- -->-d, e/<!-- -->*f.', {
    textContains: [stays, 'a//b then the rest.', 'Also this.'],
  }),
  between('a comment that never ends', () => 'Open <!-- and on.', { textContains: [stays] }),
  between('names that would forge a marker', () => '<!--galley:other--> // @line 3\n\n`<!--galley:x-->`{=html}'),
  between('marks that turn the direction of text', () => 'Right \u202eto left\u202c and \u2066isolated\u2069.', {
    textContains: [stays, 'Also this.'],
  }),
  bomb('18 open brackets', '['.repeat(18)),
  bomb('brackets nested eight deep', '[[[[[[[[x]]]]]]]]'),
  bomb('a thousand brackets nested four deep', 'x[[[[y]]]] '.repeat(1000)),
  bomb('500 links that do not close', '[a](b'.repeat(500)),
  bomb('3,000 images that do not close', '![a'.repeat(3000)),
  bomb('3,000 less-than signs', '<'.repeat(3000)),
  bomb('3,000 ampersands', '&'.repeat(3000)),
  bomb('3,000 backticks', `x ${'`'.repeat(3000)}`),
  between('2,000 backticks that pair', '`a'.repeat(2000)),
  bomb('60 nested quotations', `${'> '.repeat(60)}deep`),
  bomb('60 nested lists', `${'- '.repeat(60)}deep`),
  bomb(
    '60 nested lists by indentation',
    Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- deep`).join('\n'),
    line + 12,
  ),
  bomb('40 TeX environments that do not end', '\\begin{a}'.repeat(40)),
  {
    ...between('100,000 Han characters without a space', `${'汉字排版没有空格'.repeat(12_500)}`, {
      textContains: [stays, '汉字排版没有空格汉字排版', 'Also this.'],
    }),
    seconds: 60,
  },
  {
    ...between('a word of 100,000 letters', 'abcdefghij'.repeat(10_000), { textContains: [stays, 'Also this.'] }),
    seconds: 60,
  },
  between('an emoji', 'A face: 😀.', { textContains: [stays, '😀', 'Also this.'] }),
  body('a character that no font has: U+2EBF9', `${stays}\n\nAn unusual 𮯹.`, { ...refused, says: [/U\+2EBF9/] }),
  body('a character for private use: U+E000', `${stays}\n\nPrivate \ue000.`, { ...refused, says: [/U\+E000/] }),
  body('a control character: U+0001', `${stays}\n\nControl \u0001.`, { ...refused, says: [/U\+0001/] }),
  body('a zero byte', `${stays}\n\nZero \u0000.`, { ...refused }),
];
