import { naturalness } from './junctions.js';
import { isWide } from './letters.js';
import { feature, mark } from './marks.js';
import type { Passage, Side } from './passages.js';
import { lastNotAbove, type Stream } from './stream.js';
import { fits } from './surroundings.js';
import type { Evidence } from './types.js';

/** How much each sign counts; the order in the volume decides when there is no other. */
const votes = { enumerator: 3, name: 2, start: 1, junction: 0.75, order: 0.5 };
/** How much it counts that one copy fits its manuscript better than the other does. One manuscript is about one thing throughout. */
const fitVote = 4;
/** Letters around a copy that tell what its surroundings are about. */
const around = 2500;
/** A name must stand so often in the copy and around the other one. */
const often = 2;

/** Which of the two copies is likely the one that does not belong, and what speaks for that. */
export function judge(stream: Stream, passage: Passage): { intruder: 'later' | 'earlier'; evidence: Evidence[] } {
  const { later, earlier } = passage;
  if (passage.kind === 'doubled') return { intruder: 'later', evidence: [] };
  const against = { later: signs(stream, later, earlier), earlier: signs(stream, earlier, later) };
  const sum = (evidence: Evidence[]) => evidence.reduce((total, { kind }) => total + voteOf(kind), 0);
  const fit = later.manuscript === earlier.manuscript ? undefined : fits(stream, later, earlier);
  const fitness = fit ? (fit.earlier - fit.later) * fitVote : 0;
  const joint = (naturalness(stream, earlier) - naturalness(stream, later)) * votes.junction;
  const balance = sum(against.later) - sum(against.earlier) + fitness + joint + votes.order;
  const intruder = balance >= 0 ? 'later' : 'earlier';
  return { intruder, evidence: against[intruder] };
}

function voteOf(kind: Evidence['kind']): number {
  if (kind === 'stray-enumerator') return votes.enumerator;
  return kind === 'foreign-name' ? votes.name : votes.start;
}

/** What speaks for `side` being the intruder and `other` the original. */
function signs(stream: Stream, side: Side, other: Side): Evidence[] {
  const evidence: Evidence[] = [];
  const stray = strayEnumerator(stream, side);
  if (stray && !strayEnumerator(stream, other)) evidence.push({ kind: 'stray-enumerator', marker: stray });
  const foreign = foreignName(stream, side, other);
  if (foreign) evidence.push(foreign);
  const start = oddStart(stream, side, other);
  if (start) evidence.push({ kind: start });
  return evidence;
}

/**
 * Where only one copy stands behind the end of a sentence: a whole sentence is at odds in the middle of one, and a fragment behind the end of
 * one. A capital tells which it is; scripts without capitals do not.
 */
function oddStart(
  { marks, letters }: Stream,
  side: Side,
  other: Side,
): 'starts-mid-sentence' | 'starts-as-fragment' | undefined {
  const starts = (position: number) => (marks[position]! & mark.starts) !== 0;
  if (isWide(letters[side.from]!) || starts(side.from) === starts(other.from)) return undefined;
  const sentence = (marks[side.from]! & mark.capital) !== 0;
  if (sentence) return starts(side.from) ? undefined : 'starts-mid-sentence';
  return starts(side.from) ? 'starts-as-fragment' : undefined;
}

/** The letters of an enumerator inside a stretch whose forerunner the manuscript lacks before it. */
function strayEnumerator({ traces, starts, paragraphs, letters }: Stream, side: Side): string | undefined {
  const { features } = traces[side.manuscript]!;
  const first = lastNotAbove(paragraphs, starts[side.manuscript]!);
  const opened = (index: number) => (features[index - first] ?? 0) & ~feature.stopped;
  for (let index = lastNotAbove(paragraphs, side.from); paragraphs[index]! < side.to; index++) {
    const enumerator = opened(index);
    if (paragraphs[index]! < side.from || (enumerator & 0xff) < 2) continue;
    let before = index - 1;
    while (before >= first && opened(before) !== enumerator - 1) {
      // A series that begins anew, or one that has gone further, is another one.
      if (opened(before) >> 8 === enumerator >> 8 && opened(before) !== enumerator) before = first;
      before--;
    }
    if (before >= first) continue;
    return String.fromCharCode(...letters.subarray(paragraphs[index]!, paragraphs[index]! + 2));
  }
  return undefined;
}

/** The name that stands often in the copy and around the other one, but nowhere around this one. */
function foreignName(stream: Stream, side: Side, other: Side): Extract<Evidence, { kind: 'foreign-name' }> | undefined {
  const names = namesIn(stream, side.from, Math.min(side.to, side.from + around));
  if (names.size === 0) return undefined;
  const here = surroundings(stream, side, other);
  const there = surroundings(stream, other, side);
  let best: Extract<Evidence, { kind: 'foreign-name' }> | undefined;
  for (const [name, inside] of names) {
    if (here.includes(name)) continue;
    const outside = there.split(name).length - 1;
    if (outside < often) continue;
    if (!best || inside + outside > best.inside + best.outside) best = { kind: 'foreign-name', name, inside, outside };
  }
  return best;
}

/** The letters before and behind a copy; where the other copy stands there, it is no witness. */
function surroundings({ letters, starts }: Stream, side: Side, other: Side): string {
  const start = Math.max(starts[side.manuscript]!, side.from - around);
  const end = Math.min(starts[side.manuscript + 1]! - 1, side.to + around);
  const parts = [
    [start, side.from],
    [side.to, end],
  ].flatMap(([from, to]) => [
    letters.subarray(from, Math.min(to!, Math.max(from!, other.from))),
    letters.subarray(Math.max(from!, Math.min(to!, other.to)), to),
  ]);
  return parts.map((part) => String.fromCharCode(...part)).join(' ');
}

/** Names in a stretch, with how often: words with a capital inside a sentence, and in Chinese the places and institutions known by their form. */
function namesIn({ letters, marks }: Stream, from: number, to: number): Map<string, number> {
  const names = new Map<string, number>();
  const add = (name: string) => names.set(name, (names.get(name) ?? 0) + 1);
  let text = '';
  for (let index = from; index < to; index++) {
    if (isWide(letters[index]!)) {
      text += String.fromCharCode(letters[index]!);
      continue;
    }
    text += ' ';
    if ((marks[index]! & mark.capital) === 0 || (marks[index]! & mark.starts) !== 0) continue;
    let end = index + 1;
    while (end < to && (marks[end]! & mark.gap) === 0 && !isWide(letters[end]!)) end++;
    if (end - index >= 3) add(String.fromCharCode(...letters.subarray(index, Math.min(end, index + 40))));
  }
  for (const [place] of text.matchAll(places)) add(place);
  return names;
}

const places =
  /北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|南京|杭州|合肥|苏州|宁波|广州|深圳|武汉|成都|西安|郑州|济南|青岛|大连|沈阳|长春|哈尔滨|长沙|南昌|福州|厦门|昆明|贵阳|南宁|海口|兰州|西宁|银川|拉萨|太原|石家庄|美国|英国|法国|德国|日本|韩国|俄罗斯|印度|北海道|東京|京都|大阪|名古屋|横浜|神戸|福岡|仙台|広島|沖縄|\p{Script=Katakana}{3,12}|\p{Script=Han}{2,4}(?=大学|学院|研究所|公司|集团|委员会|省委|市委)/gu;
