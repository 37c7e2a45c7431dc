import { placesIn } from '../blocks.js';
import { words } from '../compose/grammar.js';
import type { Manuscript } from '../manuscript.js';
import { between, type Random } from '../random.js';
import { isCjk, isKorean, oneOf, only, type Planted, type Planter, replaced, type Spot, spot } from './planting.js';

/** Nouns only: a doubled verb may be lawful. */
const chineseNouns =
  words(`报告 记录 纪要 意见 档案 数据 标准 办法 方案 笔记 资料 手稿 目录 日志 大纲 预算 图纸 问卷 族谱 样品 教材 信件 病历 台账 合同 影像 文书 年鉴
  气温 经费 水位 面积 人口 负担 道路 方言 价格 交通 树木 土壤 图像 航道 货币 结构 信仰 噪声 渔业 图书馆 档案馆 研究所 编辑部 出版社 博物馆 实验室 合作社 气象台 委员会 基金会 财政部门
  系统 文件 软件 服务器 网络 用户 程序 内核 磁盘 硬盘 接口 设备 版本 参数 密码 信息 工具 机器 电脑 邮件 协议 端口 防火墙 管理员 组件 脚本 数据库 地址 证书 字符 文字 段落 词典 标点 文章 作者 编辑部
  紀錄 檔案 資料 標準 辦法 計畫 筆記 手冊 預算 經費 水位 圖書館 博物館 基金會 教材 影像 人口 負擔 道路 貨幣 漁業`);
const japaneseNouns =
  words(`報告書 記録簿 議事録 古文書 データ 基準 ノート 草稿 カード 日誌 予算案 設計図 アンケート 系図 拓本 教材 契約書 写真 図書館 博物館 研究所 編集部 財源 気温 道路 方言 価格 害虫
  土壌 画像 航路 貨幣 地下水 言語 システム ファイル サーバ カーネル パッケージ ネットワーク ディスク ユーザ プログラム インターフェース コマンド 設定 管理者 証明書 アドレス`);
const doubles: Record<string, string> = {
  en: 'the|of|and|to|in|is|with|for|on|from|by|a|an|this|can|are|which|their',
  de: 'und|mit|von|auf|ist|nicht|ein|eine|für|im|aus|wurde|zum|zur|oder|auch',
  fr: 'de|et|dans|pour|une|un|avec|sur|est|des|par|du',
};
/** Words that no Korean sentence says twice; one that doubles for stress (아주 아주) may be meant. */
const koreanWords =
  /(?<=\p{Script=Hangul} )(?:그리고|또한|대한|위해|통해|따라서|관한|있는|없는|것이|것은|것을|\p{Script=Hangul}{2,6}(?:을|를|에서|으로|에는|과|와))(?= \p{Script=Hangul})/gu;
const koreanParticles = /(?<=\p{Script=Hangul})(?:을|를|은|는|의|에서)(?= \p{Script=Hangul})/gu;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Whether both copies could belong to words of their own, as in 大学学生. */
function lawful(clause: string, at: number): boolean {
  const tokens = [...segmenter.segment(clause)];
  const whole = (index: number) =>
    tokens.find((token) => token.index <= index && index < token.index + token.segment.length)!;
  const [first, second] = [whole(at), whole(at + 1)];
  return first !== second && first.segment.length > 1 && second.segment.length > 1;
}

function twice(text: Manuscript, at: Spot | undefined, doubled: string, kind: string): Planted | undefined {
  if (!at) return undefined;
  const { source, range } = replaced(text.source, at.start, at.end, doubled);
  return { source, ranges: [range], kind };
}

const noun: Planter = (text, random) => {
  const nouns = text.lang.startsWith('ja') ? japaneseNouns : chineseNouns;
  const katakana = text.lang.startsWith('ja') ? '(?<![ァ-ヺー])' : '';
  const at = spot(
    text,
    placesIn(text.source),
    new RegExp(`${katakana}(?:${nouns.join('|')})${katakana && '(?![ァ-ヺー])'}`, 'gu'),
    random,
  );
  return twice(text, at, (at?.text ?? '').repeat(2), 'word twice');
};

const character: Planter = (text, random) => {
  const at = spot(text, placesIn(text.source), new RegExp(chineseNouns.join('|'), 'gu'), random);
  if (!at) return undefined;
  const index = between(random, 0, at.text.length - 1);
  // 委员会会 may go on as a sentence about what the committee will do.
  if (/[会會]/.test(at.text[index]!)) return undefined;
  const doubled = at.text.slice(0, index + 1) + at.text.slice(index);
  const before = text.source.slice(Math.max(at.place.start, at.start - 4), at.start);
  const clause = before + doubled + text.source.slice(at.end, Math.min(at.place.end, at.end + 4));
  if (lawful(clause, before.length + index)) return undefined;
  // A character that its neighbour already repeats would make three.
  if (/(\p{Script=Han})\1\1/u.test(clause)) return undefined;
  return twice(text, at, doubled, 'character twice');
};

/** Words of grammar that are nouns and verbs nowhere: 的的, 和和. */
const particle: Planter = (text, random) => {
  const pattern = text.lang.startsWith('ja')
    ? /(?<=[\p{Script=Han}ァ-ヺー])[をの](?=[\p{Script=Han}ァ-ヺー])/gu
    : /(?<=\p{Script=Han}{2})[的和与是在把對對于於](?=\p{Script=Han}{2})/gu;
  const at = spot(text, placesIn(text.source), pattern, random, ({ start, text: one }) => {
    if (text.lang.startsWith('ja')) return true;
    if (!/^[的和与是在把]$/.test(one)) return false;
    // Only where it is a word of its own, not part of 和平 or 现在.
    const from = Math.max(0, start - 8);
    const clause = text.source.slice(from, start + 9);
    const token = [...segmenter.segment(clause)].find(({ index }) => index === start - from);
    return token?.segment === one && !/的确|是非/.test(clause);
  });
  return twice(text, at, (at?.text ?? '').repeat(2), 'particle twice');
};

const latin: Planter = (text, random) => {
  const list = doubles[text.lang.split('-')[0]!];
  if (!list) return undefined;
  const anyNoun = text.lang.startsWith('de') ? String.raw`\p{Lu}\p{Ll}{3,20}` : String.raw`\p{Ll}{5,20}`;
  const pattern = random() < 0.75 ? `(?<=\\p{Ll},? )(?:${list})(?= \\p{L})` : `(?<=\\p{Ll} )${anyNoun}(?= \\p{Ll})`;
  const at = spot(
    text,
    placesIn(text.source),
    new RegExp(pattern, 'gu'),
    random,
    ({ text: one }) => !/^(?:sehr|very|weiter|nous|vous)$/.test(one),
  );
  if (!at) return undefined;
  return twice(text, at, `${at.text}${breakOrSpace(at, random)}${at.text}`, 'word twice');
};

/** The line ended between the two in one of four. */
const breakOrSpace = ({ place }: Spot, random: Random): string =>
  place.within === 'flow' && place.kind === 'paragraph' && random() < 0.25 ? '\n' : ' ';

const korean: Planter = (text, random) => {
  const at = spot(text, placesIn(text.source), koreanWords, random);
  return at && twice(text, at, `${at.text}${breakOrSpace(at, random)}${at.text}`, 'word twice');
};

const koreanParticle: Planter = (text, random) => {
  const at = spot(text, placesIn(text.source), koreanParticles, random);
  return twice(text, at, (at?.text ?? '').repeat(2), 'particle twice');
};

export const plant: Planter = (text, random) =>
  isCjk(text)
    ? oneOf([noun, noun, particle, only(/^zh/, character)])(text, random)
    : isKorean(text)
      ? oneOf([korean, korean, koreanParticle])(text, random)
      : latin(text, random);
