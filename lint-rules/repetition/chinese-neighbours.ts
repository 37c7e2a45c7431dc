import type { Lexicon } from '../text/lexicon.js';
import { endsUnknownWords, neverDoubled, particles, verbsAtEnds } from './chinese-words.js';

/**
 * Which copy of a doubled character is one too many, told by the words that it would stand beside: 就是|是 and 手机|机的 have a word more than they need,
 * and so have 的|市|市民 and ，国|国家. The lists come from counting where each character meets itself in edited Chinese text.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
const characters = (text: string): ReadonlySet<string> => new Set(text);

/** Words behind which the word that they end in does not come again. */
const complete = words(`
  就是 也是 都是 便是 正是 总是 總是 而是 更是 才是 仍是 算是 即是 乃是 既是 具有 拥有 擁有 享有 含有 带有 帶有 持有 占有
  需要 只要 还要 還要 就要 也要 都要 又要 将要 將要 正要 加以 难以 難以 予以 足以 得以 用以
  因为 因為 成为 成為 认为 認為 极为 極為 称为 稱為 视为 視為 分为 分為 变为 變為 改为 改為 转为 轉為 较为 較為 最为 更为 以为 以為
  正在 仍在 都在 就在 也在 还在 還在 坐在 站在 放在 不会 不會 就会 就會 也会 也會 都会 都會 还会 還會 将会 將會 才会 才會
  出来 出來 起来 起來 下来 下來 上来 上來 过来 過來 之后 之後 然后 然後 以后 以後 最后 最後 随后 隨後 此后 此後 今后 今後
  得到 达到 達到 遇到 受到 回到 来到 來到 找到 感到 看到 想到
  一切 一直 一定 一致 一旦 一边 一邊 两个 兩個 每个 每個 几个 幾個 各个 各個 某个 某個
`);

/** What ends nouns and is hardly a word before a particle or a mark. */
const nouns = characters(
  '国國机機时時年条條席村军軍工院局市州馆館江山声聲灾災团團端京车車校海厂廠片东東队隊围圍厅廳站台号號室部科所城省县縣区區镇鎮乡鄉岛島',
);
const behindNouns = /^[的了是在和与與及或把被也都就不将將等为為对對从從向，。、；：！？”’」』）》…]?$/u;

/** Whether behind a sound word its last character stands once more for nothing: 成为|为, 手机|机的. */
export function isLeftOver(first: string, before: string, next: string): boolean {
  const unit = first.at(-1)!;
  if (complete.has(first)) return unit !== '到' || !/[从從由自]/.test(before);
  return (
    (nouns.has(unit) && behindNouns.test(next)) || (/[来來作]/.test(unit) && /^[，。；：、！？」』”）]?$/u.test(next))
  );
}

/** Verbs and adverbs: with the word behind them they say something, 有|有关部门. */
const acting = characters('有对對上下接收数數按加住包储超跟播游曝鼓跳展了和');
/** What foreign names are spelt with, and names end in. */
const inNames = characters('尼斯特尔巴马达纳萨莫罗拉利加卡普布姆格亚阿');
const usual = 2_000;
const rare = 10_000;
/** Verbs whose objects begin alike, 扣扣子, and cries. */
const rareAlike = characters('扣握哎哟呀啧噼噗');

/** Whether a character before a sound word that begins with it is left over, and not the end of what stands before it; `previous` is the word there. */
export function isForerunner(second: string, previous: string, atStart: boolean, words: Lexicon): boolean {
  const unit = second[0]!;
  if (!endsUnknownWords.has(unit)) return words.beginning(unit) >= rare || (words.has(second) && !rareAlike.has(unit));
  if (acting.has(unit) || !words.has(second)) return false;
  if (inNames.has(unit) && words.frequency(second) < usual) return false;
  if (atStart || (particles.has(previous) && previous !== '在')) return true;
  return inNames.has(unit) && previous.length > 1;
}

/** Characters that say where something is, or what was done, behind a word. */
const behind = /[上下里裡来來]/;

/** Whether two single characters that are the same say nothing together: 的的, 情况|下下, but 上上周. */
export function isEcho(unit: string, previous: string, following: string): boolean {
  const next = following[0] ?? '';
  if (neverDoubled.has(unit)) return true;
  if (!behind.test(unit) || previous.length < 2) return false;
  return !/^[周週个個次月策签籤任星季轮輪线線站回往]/u.test(following) && !verbsAtEnds.has(next);
}

/** What is counted with 第 or 每, and then not one by one: 第三届届, but 一届届. */
const ranked = /[个個届屆卷章次步项項方号號批代轮輪期版]/;
export const isRanked = (text: string, start: number): boolean =>
  ranked.test(text[start]!) && (text[start - 2] === '第' || /[每几幾两兩]/.test(text[start - 1]!));

/** Whether 一 is doubled before a word that counts or a word that begins with it: 一一个, 一一直. 一一 itself goes with verbs. */
export const isOneTooMany = (text: string, start: number): boolean =>
  text[start] === '一' &&
  /[个個种種样樣般直句系定切旦致件条條只位]/.test(text[start + 2] ?? '') &&
  !/[\d〇零一二三四五六七八九十百第期周週拜初唯统統同单單万萬之逐划劃专專不其任大高]/.test(text[start - 1] ?? '');

/** Two small words that belong together and are said once: 都会, 并不, 走到; but 能不能不, 是不是不. */
export const smallWords =
  /^(?:[并並也都就才又还還正已将將却卻仍便则則][是有会會能要可不在被把从從对對为為与與]|[是有会會能要可不在][会會能要可被把从從对對为為与與]|[走跑飞飛来來回开開送搬写寫谈談讲講]到)$/u;
