import type { Heading } from 'mdast';
import type { Block } from '../text/prose.js';

/** Headings of sections that many manuscripts share word for word. */
const sharedSection =
  /^[\s\d.、一二三四五六七八九十]{0,8}(?:参考文献|引用文献|参考资料|致\s?谢|谢\s?辞|基金|作者简介|作者贡献|利益冲突|数据可用性|版权|许可|声明|参考文献一覧|謝辞|著者|ライセンス|references\b|bibliography|works cited|further reading|literatur|quellen|danksagung|bibliographie|remerciements|acknowledge?ments?\b|funding|licen[cs]e|copyright|about the authors?|authors?['’]? contributions?|conflicts? of interest|competing interests|data availability|ethics|disclaimer|contributing|code of conduct)/i;

/** How a paragraph opens that every manuscript of a volume may have. */
const sharedParagraph =
  /^\s{0,3}(?:[［[]\d{1,3}[\]］]|[(（【［[]?(?:基金项目|资助项目|作者简介|作者单位|收稿日期|通讯作者|通信作者|版权|转载|本文(?:系|为)[^。]{0,40}(?:项目|基金)|©|copyright\b|all rights reserved|this work (?:is|was) (?:supported|funded|licensed)|this (?:research|project|study|material) (?:is|was) (?:supported|funded|based upon)|licensed under|the authors? (?:declare|acknowledge|thank)|we (?:thank|acknowledge)|permission is hereby))/i;

/** Whether a block is running text of the author's own. */
export function isOwnText(block: Block): boolean {
  const { kind, context, text } = block;
  return (
    kind === 'paragraph' &&
    (context === 'flow' || context === 'list' || context === 'other') &&
    !isLink(block) &&
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
