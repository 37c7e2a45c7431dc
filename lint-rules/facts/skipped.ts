import type { Heading } from 'mdast';
import type { Block } from '../text/prose.js';

/** Names of sections that many manuscripts share word for word, and what may stand behind them: a section on copyright is the author's own. */
const sharedNames = {
  wide: '参考文献(?:一覧)?|引用文献|(?:主要|次要|原始|一手|二手)文献|参考资料|參考資料|参考書目|致\\s?[谢謝]|[谢謝]\\s?[辞辭]|基金(?:项目|項目|资助|資助)?|作者(?:简介|簡介|贡献|貢獻|单位|單位)|利益冲突|利益衝突|利益相反|数据可用性|[数數][据據]可得性|版[权權](?:声明|聲明|说明|說明|信息|頁|页)?|著作[权權](?:声明|聲明)?|许可(?:协议|声明|证)?|許可(?:協議|聲明)?|[声聲]明|著者(?:紹介|略歴)?|執筆者紹介|ライセンス',
  spaced:
    "references|bibliography|works cited|further reading|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|danksagung(?:en)?|bibliographie|remerciements|r[ée]f[ée]rences|acknowledge?ments?|funding|licen[cs]e|copyright|about the authors?|authors?['’]? contributions?|conflicts? of interests?|competing interests|data availability|ethics|disclaimer|contributing|code of conduct",
};
const sharedSection = new RegExp(
  String.raw`^[\s\d.、一二三四五六七八九十]{0,8}(?:(?:${sharedNames.wide})(?:[与與和及、・].{1,10})?|(?:${sharedNames.spaced})(?:[,/]?\s(?:and|und|et|&)\s.{1,40}|\s(?:statement|notice|information|list|agreement)s?)?)[\s:：.\uFFFC]*$`,
  'iu',
);

/** How a paragraph opens that every manuscript of a volume may have. */
const sharedParagraph =
  /^\s{0,3}(?:[［[]\d{1,3}[\]］]|[(（【［[]?(?:基金项目|资助项目|作者简介|作者单位|收稿日期|通讯作者|通信作者|版权|转载|本文(?:系|为)[^。]{0,40}(?:项目|基金)|©|copyright\b|all rights reserved|this work (?:is|was) (?:supported|funded|licensed)|this (?:research|project|study|material) (?:is|was) (?:supported|funded|based upon)|licensed under|the authors? (?:declare|acknowledge|thank)|we (?:thank|acknowledge)|permission is hereby))/i;

/** A work in a list of works: who wrote it and when, and where it came out. Two papers of one volume name the same book. */
const work =
  /^(?:[–—―-]{1,3},?\s|\p{Lu}[\p{L}’'-]{1,24},\s\p{Lu}[\p{L}.]{0,20}[,.\s(])(?=.{0,160}\b1[5-9]\d\d|.{0,160}\b20\d\d)(?=.*(?:\beds?\.|\bpp?\.\s?\d|\bPress\b|\bvol\.|\bdoi\b|[:,]\s?\d{1,4}\s?[–-]\s?\d|\p{Lu}[\p{L}, ]{2,24}:\s\p{Lu}))/u;
const longestWork = 600;
const isWork = (text: string): boolean => text.length <= longestWork && !text.includes('\n') && work.test(text);

/** Whether a block is running text of the author's own. */
export function isOwnText(block: Block): boolean {
  const { kind, context, text } = block;
  return (
    kind === 'paragraph' &&
    (context === 'flow' || context === 'list' || context === 'other') &&
    !isLink(block) &&
    !isWork(text) &&
    !sharedParagraph.test(text)
  );
}

/** Whether a paragraph is nothing but a link or a picture. */
export function isLink({ node }: Block): boolean {
  const children = 'children' in node ? node.children : [];
  return children.length === 1 && /^(?:link|linkReference|image|imageReference)$/.test(children[0]!.type);
}

/** Follows a manuscript's headings and says what lies in a section that is shared by right. */
export class SkippedSections {
  #depth = 0;

  /** Whether a block is to be left out. To be asked for every block, in order. */
  passes({ kind, node, text }: Block): boolean {
    if (kind === 'heading') {
      const { depth } = node as Heading;
      if (this.#depth === 0 || depth <= this.#depth) this.#depth = sharedSection.test(text) ? depth : 0;
    }
    return this.#depth > 0;
  }
}
