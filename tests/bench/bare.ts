/**
 * What pandoc and Typst need for the same volume with nothing of Galley around them: one warm pandoc, each manuscript to Typst and to
 * XHTML with its citations, one compile, one zip. `node bare.js <volume> <output>` prints the number of pages.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { strToU8, zipSync } from 'fflate';
import { convert } from 'pandoc-wasm';
import { fontFiles } from '../../pipeline/assemble/pdf/fonts.js';
import { readerFor } from '../../pipeline/assemble/reader/dialect.js';

const [, , volume = '', output = ''] = process.argv;
const styles = path.resolve(import.meta.dirname, '../../../pipeline/assemble/reader/styles');
const style = (name: string) => readFileSync(path.join(styles, `${name}.csl`), 'utf8');
const csl = { zh: style('numeric'), en: style('author-date') };

const compiler = NodeCompiler.create({
  workspace: volume,
  fontArgs: [{ fontPaths: [...new Set(fontFiles.map(({ file }) => file))] }],
});
const zip: Record<string, Uint8Array> = {};
const chapters: string[] = [];

for (const id of readdirSync(volume).sort()) {
  if (id === 'volume.yml') continue;
  const folder = path.join(volume, id);
  const names = readdirSync(folder);
  const source = readFileSync(path.join(folder, names.find((name) => name.endsWith('.md'))!), 'utf8');
  const [, header = '', text = source] = source.match(/^---\n([\s\S]*?)\n---\n([\s\S]*)$/) ?? [];
  // Pandoc alone would take these references for citations.
  const body = text.replace(/\[?@(?:fig|tbl|eq|sec):[\w-]+\]?/g, 'Figure 1');
  const lang = /^lang: *zh/m.test(header) ? 'zh' : 'en';
  const bibliography = names.filter((name) => name.endsWith('.bib'));
  const files = {
    'style.csl': csl[lang],
    ...Object.fromEntries(bibliography.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')])),
  };
  const common = {
    from: readerFor(lang),
    wrap: 'none',
    metadata: { lang: lang === 'zh' ? 'zh-CN' : 'en-US', 'link-citations': true },
    ...(bibliography.length > 0 && { citeproc: true, bibliography, csl: 'style.csl' }),
  };
  const typst = await convert({ ...common, to: 'typst-citations-smart' }, body, files);
  const html = await convert(
    { ...common, to: 'html5', 'html-math-method': { method: 'mathml' }, 'section-divs': true },
    body,
    files,
  );
  zip[`${id}.xhtml`] = strToU8(html.stdout);
  compiler.addSource(path.join(volume, `${id}.typ`), chapter(id, typst.stdout));
  chapters.push(`#include "${id}.typ"`);
  for (const name of names.filter((name) => /\.(png|jpe?g|svg)$/.test(name))) {
    zip[`${id}/${name}`] = readFileSync(path.join(folder, name));
  }
}

const main = path.join(volume, 'main.typ');
compiler.addSource(
  main,
  `#set document(title: "Bench", date: datetime(year: 2026, month: 1, day: 1))
#set page("a5", numbering: "1")
#set text(font: ("Libertinus Serif", "Noto Serif SC"), lang: "zh", size: 10pt)
#set par(justify: true)
${chapters.join('\n#pagebreak()\n')}`,
);
const result = compiler.compile({ mainFilePath: main });
const fault = result.takeError();
if (fault) throw new Error(JSON.stringify(compiler.fetchDiagnostics(fault).slice(0, 3)));
const pages = compiler.query(result.result!, { selector: '<pages>', field: 'value' }) as number[];
writeFileSync(path.join(output, 'bare.pdf'), compiler.pdf(result.result!));
writeFileSync(path.join(output, 'bare.epub'), zipSync(zip));
console.log(pages.length);

/** A chapter as pandoc wrote it; identifiers and images are those of its folder. */
function chapter(id: string, text: string): string {
  return `#let horizontalrule = line(length: 30%)
${text
  .replaceAll(/image\("([^"]+)"/g, (_, name) => `image("${id}/${name}"`)
  .replaceAll(/<([\p{L}\p{N}_.:-]+)>/gu, (_, label) => `<${id}--${label}>`)}
#context [#metadata(here().page()) <pages>]`;
}
