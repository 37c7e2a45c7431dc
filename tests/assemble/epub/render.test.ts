import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { all, type Book, byId, textOf, withClass } from './book.js';
import { openSample, type Sample } from './rendered.js';
import { sampleVolume } from './sample.js';

let sample: Sample;
let book: Book;
let epub: Uint8Array;

beforeAll(async () => {
  sample = await openSample();
  ({ book, epub } = sample);
});
afterAll(() => sample.close());

const page = (name: string) => book.pages.find(({ path }) => path.endsWith(name))!.root;
const chinesePage = () => book.pages.find(({ path }) => /\/m-[0-9a-f]+\.xhtml$/.test(path))!.root;

describe('the container', () => {
  test('begins with a stored mimetype at a fixed place', () => {
    expect(book.paths[0]).toBe('mimetype');
    expect(new TextDecoder().decode(epub.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
  });

  test('holds what the manifest lists, and nothing else', () => {
    const listed = [...book.items.values()].map(({ href }) => `EPUB/${href}`);
    expect([...listed, 'mimetype', 'META-INF/container.xml', 'EPUB/package.opf'].sort()).toEqual(
      [...book.paths].sort(),
    );
  });

  test('names every document in plain ASCII', () => {
    for (const name of book.paths) expect(name).toMatch(/^[A-Za-z0-9_./-]+$/);
  });

  test('stores a picture as it was made', async () => {
    const { documents } = await sampleVolume();
    const [asset] = documents[1]!.images;
    expect(Buffer.from(book.bytes('EPUB/images/aaaaaaaaaaaa.png')).equals(Buffer.from(asset!.bytes))).toBe(true);
  });

  test('is the same, byte by byte, a second time and in another time zone', async () => {
    const zone = process.env.TZ;
    try {
      for (const other of ['Asia/Shanghai', 'America/Los_Angeles']) {
        process.env.TZ = other;
        expect(Buffer.from((await sample.renderAgain()).epub).equals(Buffer.from(epub))).toBe(true);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('reports every manuscript once', () => {
    expect([...sample.reported].sort()).toEqual(['paper', 'preface', '论文']);
  });
});

describe('the reading order', () => {
  test('is cover, title page, contents, then the manuscripts as the volume lists them', () => {
    const titles = book.pages.map(({ root }) => textOf(all(root, 'title')[0]!));
    expect(titles).toEqual(['成书之道', '成书之道', '目录', '前言', '来稿如何成书', 'How a volume is set']);
  });

  test('keeps the text of a manuscript in its order', () => {
    const text = textOf(chinesePage());
    const order = [
      '来稿如何成书',
      '甲研究所',
      '本文说明一份来稿',
      '排版；校对；EPUB',
      '一、引言',
      '（一）方法',
      '图 1 从来稿到成书',
      '表 1 各步骤',
      '参考文献',
      '行首行尾的规定',
      '许可协议：CC-BY-4.0',
    ];
    const places = order.map((piece) => text.lastIndexOf(piece));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });
});

describe('links and identifiers', () => {
  test('every link leads to a place in the book, or to the web', () => {
    const identifiers = new Map(
      book.pages.map(({ path, root }) => [path, new Set(all(root).map(({ attributes }) => attributes.id))]),
    );
    let inside = 0;
    for (const { path: from, root } of book.pages) {
      for (const { attributes } of all(root, 'a')) {
        const href = attributes.href!;
        if (/^(https:|mailto:)/.test(href)) continue;
        inside++;
        const [file, fragment] = href.split('#');
        const target = file ? path.posix.join(path.posix.dirname(from), file) : from;
        expect(identifiers.has(target), `${from}: ${href}`).toBe(true);
        if (fragment) expect(identifiers.get(target)!.has(fragment), `${from}: ${href}`).toBe(true);
      }
    }
    expect(inside).toBeGreaterThan(20);
  });

  test('a link into another manuscript names its file, one to a manuscript its beginning', () => {
    const [first, second] = all(page('preface.xhtml'), 'a').map(({ attributes }) => attributes.href);
    expect(first).toBe('paper.xhtml');
    expect(second).toMatch(/^m-[0-9a-f]+\.xhtml#论文--方法$/);
  });

  test('no identifier stands twice in a document', () => {
    for (const { root } of book.pages) {
      const ids = all(root).flatMap(({ attributes }) => attributes.id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('notes', () => {
  test('are numbered as they are called, wherever the call stands', () => {
    expect(withClass(page('paper.xhtml'), 'noteref').map(textOf)).toEqual(['1', '2', '3']);
    expect(all(page('paper.xhtml'), 'aside').map((aside) => textOf(aside).trim())).toEqual([
      '1 A first note with x in it.',
      '2 Second.',
      '3 Third, see the site.',
    ]);
  });

  test('lead from the call to the note and back', () => {
    for (const root of [page('paper.xhtml'), chinesePage()]) {
      for (const call of withClass(root, 'noteref')) {
        const note = byId(root, call.attributes.href!.slice(1))!;
        expect(note.attributes['epub:type']).toBe('footnote');
        expect(note.attributes.role).toBe('doc-footnote');
        const [back] = withClass(note, 'backlink');
        expect(back!.attributes.href).toBe(`#${call.attributes.id}`);
        expect(back!.attributes['aria-label']).toBeTruthy();
      }
    }
  });
});

describe('formulas', () => {
  test('are MathML with their TeX, and the manifest says so', () => {
    const formulas = all(page('paper.xhtml'), 'math');
    expect(formulas.map(({ attributes }) => attributes.alttext)).toContain('\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}');
    expect(all(page('paper.xhtml'), 'annotation')).toEqual([]);
    const withMath = [...book.items.values()].filter(({ properties }) => properties === 'mathml');
    expect(withMath).toHaveLength(2);
  });

  test('carry their number', () => {
    const [equation] = withClass(page('paper.xhtml'), 'equation');
    expect(equation!.attributes.id).toBe('paper--eq');
    expect(withClass(equation!, 'equation-number').map(textOf)).toEqual(['(1)']);
  });

  test('that cannot be converted stay readable, and are a warning with their place', () => {
    expect(withClass(page('paper.xhtml'), 'tex').map(textOf)).toEqual(['\\unknowncommand{x}']);
    expect(sample.warnings).toEqual([
      {
        severity: 'warning',
        id: 'formula-not-converted',
        args: { manuscript: 'paper', formula: '\\unknowncommand{x}' },
        place: { path: 'paper.md', line: 3, column: 12 },
      },
    ]);
  });
});

describe('what those need who do not see the page', () => {
  test('every image has a description', () => {
    const images = book.pages.flatMap(({ root }) => all(root, 'img'));
    expect(images).toHaveLength(3);
    for (const { attributes } of images) expect(attributes.alt).toBeTruthy();
  });

  test('the head cells of a table say what they head', () => {
    const cells = all(byId(chinesePage(), '论文--tbl')!, 'th');
    expect(cells.map(({ attributes }) => attributes.scope)).toEqual(['col', 'col', 'col']);
  });

  test('the references are a bibliography, a list of entries', () => {
    const section = byId(chinesePage(), '论文--references')!;
    expect(section.attributes.role).toBe('doc-bibliography');
    const list = byId(section, '论文--refs')!;
    expect(list.attributes.role).toBe('list');
    expect(all(list).filter(({ attributes }) => attributes.role === 'listitem')).toHaveLength(2);
  });

  test('a passage in another language says so, twice as XHTML asks', () => {
    const [passage] = all(page('paper.xhtml'), 'div').filter(({ attributes }) => attributes.lang === 'zh');
    expect(passage!.attributes['xml:lang']).toBe('zh');
  });

  test('no stop for the keyboard stands in the code', () => {
    for (const pre of all(chinesePage(), 'pre')) expect(all(pre, 'a')).toEqual([]);
    expect(textOf(all(chinesePage(), 'pre')[0]!)).toBe(
      'def bind(manuscripts):\n    # 逐篇排版\n    return [page for m in manuscripts for page in m]',
    );
  });

  test('headings follow each other without a gap', () => {
    for (const { root } of book.pages) {
      const levels = all(root)
        .filter(({ name }) => /^h[1-6]$/.test(name))
        .map(({ name }) => Number(name[1]));
      levels.forEach((level, index) => {
        expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
      });
    }
  });
});
