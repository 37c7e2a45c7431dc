import type { Attr, Block, Inline } from '../../reader/ast.js';
import { stringifyBlocks, transform } from '../../reader/walk.js';
import { call, callBlock, plain } from './markup.js';

/** A language as Typst takes it: ISO 639 and ISO 3166 codes. */
export interface TypstLanguage {
  lang: string;
  region?: string;
}

const regionOfScript: Record<string, string> = { hans: 'CN', hant: 'TW' };

/** `tag` (BCP 47) as Typst takes it; undefined where the tag is none. */
export function typstLanguage(tag: string): TypstLanguage | undefined {
  const match = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?(?:-|$)/i.exec(tag);
  if (!match) return undefined;
  const [, lang, script, region] = match;
  const code =
    region && /^[a-z]{2}$/i.test(region) ? region.toUpperCase() : regionOfScript[script?.toLowerCase() ?? ''];
  return { lang: lang!.toLowerCase(), ...(code && { region: code }) };
}

/** Whether text in `tag` is set with Han type: no spaces between words, paragraphs indented by two characters. */
export function isHanLanguage(tag: string): boolean {
  return /^(zh|ja|ko)\b/i.test(tag);
}

/** Languages of Spans and Divs, which pandoc's Typst writer drops or cuts short, as calls of the template. */
export function prepareLanguages(blocks: Block[]): Block[] {
  return transform(blocks, {
    inlines: (list) =>
      list.flatMap((inline): Inline[] => {
        const language = inline.t === 'Span' && languageOf(inline.c[0]);
        return language ? call('in-language', language, (inline as { c: [Attr, Inline[]] }).c[1]) : [inline];
      }),
    blocks: (list) =>
      list.flatMap((block): Block[] => {
        if (block.t !== 'Div') return [block];
        const language = languageOf(block.c[0]);
        return language ? callBlock('block-in-language', language, block.c[1]) : [block];
      }),
  });
}

function languageOf([, , pairs]: Attr): string[] | undefined {
  const tag = pairs.find(([key]) => key === 'lang')?.[1];
  const language = tag && typstLanguage(tag);
  return language ? [language.lang, ...(language.region ? [language.region] : [])] : undefined;
}

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Marks paragraphs without a Han character in a Chinese manuscript as English: an English abstract, a reference. By the rules for Chinese
 * their quotation marks would be full-width and their words never divided.
 */
export function markLatinParagraphs(blocks: Block[]): Block[] {
  return transform(blocks, {
    blocks: (list) =>
      list.map((block): Block => {
        if (block.t !== 'Para' && block.t !== 'Plain') return block;
        const text = stringifyBlocks([block]);
        const latin = !han.test(text) && (text.match(/[A-Za-z]{2,} /g)?.length ?? 0) >= 8;
        return latin ? { t: 'Div', c: [[plain[0], [], [['lang', 'en']]], [block]] } : block;
      }),
  });
}
