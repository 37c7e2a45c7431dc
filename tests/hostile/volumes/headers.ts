import {
  front,
  frontLine,
  type HostileVolume,
  paper,
  type Surroundings,
  volumeFile,
  write,
} from '../hostile-volume.js';

const built: HostileVolume['expect'] = { exit: 0, textContains: ['Text that stays'] };
const refused = { exit: 2, file: 'paper.md', line: frontLine } as const;

/** A manuscript whose header would be pandoc's. */
function key(name: string, lines: Parameters<typeof front>[1], expect: HostileVolume['expect'] = built): HostileVolume {
  return {
    ...front(name, lines, expect),
    make: (folder, surroundings) => write(folder, { 'paper.md': paper('Text that stays.', lines(surroundings)) }),
  };
}

/** Keys of a header that pandoc would obey. */
export const headerVolumes: HostileVolume[] = [
  key('header-includes', ({ outside }) => `header-includes: '\\input{${outside}/secret.tex}'`),
  key(
    'header-includes as raw Typst',
    ({ outside }) => `header-includes: |\n  \`\`\`{=typst}\n  #read("${outside}/secret.txt")\n  \`\`\``,
  ),
  key(
    'include-before, include-after and template',
    ({ outside }) =>
      `include-before: ${outside}/secret.txt\ninclude-after: ${outside}/secret.txt\ntemplate: ${outside}/secret.txt`,
  ),
  key(
    'a style sheet and a cover image out of the volume',
    ({ outside }) =>
      `css: ${outside}/secret.txt\ncover-image: ${outside}/secret.png\nepub-cover-image: ${outside}/secret.png`,
  ),
  key('a citation style out of the volume', ({ outside }) => `csl: ${outside}/secret.csl`),
  key('a citation style from the network', ({ server }) => `csl: ${server}/style.csl`),
  key(
    'filters and output file',
    ({ outside }) => `filters: [${outside}/secret.txt]\noutput-file: ${outside}/made.txt\npdf-engine: /bin/false`,
  ),
  front('a bibliography by its absolute path', ({ outside }) => `bibliography: ${outside}/secret.bib`, refused),
  front('a bibliography one folder up', ({ relative }) => `bibliography: ${relative}/secret.bib`, refused),
  front('a bibliography one folder up, in a list', ({ relative }) => `bibliography: [${relative}/secret.bib]`, refused),
  front('a bibliography from the network', ({ server }) => `bibliography: ${server}/refs.bib`, refused),
  key(
    'code in a title',
    () =>
      `subtitle: '#panic("P") [x]{typst:text:fill=''red)#panic("Q")''} \`#panic("R")\`{=typst} <script>alert(1)</script> \\input{/etc/passwd}'`,
    {
      exit: 0,
      textContains: ['Text that stays', '#panic("P")'],
      textLacks: ['#panic("R")'],
      epubLacks: ['<script'],
    },
  ),
  key(
    'code in an abstract',
    ({ outside }) =>
      `abstract: |\n  Short #panic("P") and ![x](${outside}/secret.png).\n\n  \`\`\`{=typst}\n  #panic("Q")\n  \`\`\``,
    {
      exit: 0,
      textContains: ['Short #panic("P") and', 'Text that stays'],
      textLacks: ['panic("Q")'],
    },
  ),
  key(
    'code in names and keywords',
    () => `affiliations:\n  - name: '#panic("A") <b>x</b>'\nkeywords: ['#panic("K")', '</title><script>']`,
    {
      exit: 0,
      textContains: ['#panic("K")', 'Text that stays'],
      epubLacks: ['<script'],
    },
  ),
  {
    name: 'code in a bibliography',
    make: (folder) =>
      write(folder, {
        'paper.md': paper('Text that stays [@secret].', 'bibliography: refs.bib'),
        'refs.bib':
          '@book{secret, title = {{A #panic("T") <script>alert(1)</script> \\input{/etc/passwd}}}, author = {{An Institute}}, year = 2020,\n  url = {javascript:alert(1)} }\n',
      }),
    expect: {
      exit: 0,
      textContains: ['Text that stays', '#panic("T")'],
      textLacks: ['root:x'],
      epubLacks: ['<script', 'href="javascript'],
    },
  },
  key('code in a licence', () => `license: '"]#panic("L")</dc:rights><script>'`, {
    exit: 0,
    textContains: ['Text that stays'],
    epubLacks: ['<script'],
  }),
  ...(
    [
      ['a language', `lang: 'zh")]#panic("P")'`, 2],
      ['a date', `date: '2020")#panic("P")'`, 0],
      ['a digital object identifier', `doi: 'javascript:alert(1)'`, 0],
      ['an e-mail address', `authors: [{name: An Institute, email: 'a"><script>@x', corresponding: true}]`, 0],
      ['an ORCID', `authors: [{name: An Institute, orcid: 'javascript:alert(1)//0000-0002-1825-0097'}]`, 2],
      ['an institution’s address', `affiliations: [{name: An Institute, ror: 'javascript:alert(1)'}]`, 0],
    ] as const
  ).map(
    ([what, line, exit]): HostileVolume => ({
      name: `code in ${what}`,
      make: (folder) => write(folder, { 'paper.md': `---\ntitle: A paper\n${line}\n---\nText that stays.\n` }),
      expect:
        exit === 2
          ? { exit, file: 'paper.md', line: 3 }
          : {
              exit,
              textContains: ['Text that stays.'],
              says: [/paper\.md:3:\d+ {2}warning/],
              epubLacks: ['javascript:', '<script'],
            },
    }),
  ),
  ...(
    [
      ['terms out of the volume', ({ outside }) => `terms: ${outside}/secret.txt`],
      ['terms one folder up', ({ relative }) => `terms: ${relative}/secret.txt`],
      ['contents out of the volume', ({ relative }) => `contents:\n  - manuscript: ${relative}/paper`],
      ['contents by an absolute path', ({ outside }) => `contents: [${outside}/paper.md]`],
    ] as [string, (s: Surroundings) => string][]
  ).map(
    ([name, lines]): HostileVolume => ({
      name,
      make: (folder, surroundings) =>
        write(folder, { 'volume.yml': `${volumeFile}${lines(surroundings)}\n`, 'paper.md': paper('Text that stays.') }),
      expect: { exit: 2, file: 'volume.yml' },
    }),
  ),
  {
    name: 'code in the volume’s own words',
    make: (folder) =>
      write(folder, {
        'volume.yml': `title: '#panic("T") <script>'\nsubtitle: '\`#panic("U")\`{=typst}'\nlang: en\npublisher: '"]#panic("V")'\neditors: ['#panic("E")']\nevent: {name: '\\input{/etc/passwd}', place: '<script>x</script>'}\ncontents:\n  - section: '#panic("S") <script>'\n    manuscripts: [paper]\n`,
        'paper.md': paper('Text that stays.'),
      }),
    expect: {
      exit: 0,
      textContains: ['Text that stays', '#panic("T")', '#panic("E")', '#panic("S")'],
      epubLacks: ['<script'],
    },
  },
];
