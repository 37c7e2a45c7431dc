import { lexicon } from '../text/lexicon.js';
import { bytesIn, decoded, type Encoding, hanAt } from './encodings.js';
import type { Misreading, Sign } from './misreadings.js';

/** The syllables that Korean text is mostly made of: of a chance reading few are among them. */
const frequent = new Set(
  '이다는에을의가고하로은지를한기어사리서자나도수있대아일인정과스것시들해라으니만그보전제상주구부장여적되할했게모성었년면조공원비습와된같러경동생신요유오계내연관무문세방실위우안국물분소당간용금식화학발중회선거음말단마진저개바명않없또때등더두행미데호치력결속체재반감번트르드크프타파던려며였겠까터운통업본외점교설양품표야특히법론권불민초남북강산입출작준련각열길예현질총최종토투판편평포피필합항험형확환활후념디버깅심볼값퍼컴넌렌더링메코객배키테텍케플랫폼웹페클릭젝벤핸들턴래쓰껴차례견찾께써쓴큰집글책',
);

/** Bytes of the Korean character set taken for those of a Chinese one: Han in a row, spaces left in place, where Korean has none or few. */
function fromKorean(run: string): Misreading | undefined {
  for (const encoding of ['gbk', 'big5'] satisfies Encoding[]) {
    const bytes = bytesIn(encoding, run);
    const expected = bytes && decoded('euc-kr', bytes);
    if (!expected || !/^[\uac00-\ud7a3 ]+$/.test(expected)) continue;
    const syllables = [...expected].filter((one) => one !== ' ');
    const known = syllables.filter((one) => frequent.has(one)).length;
    if (syllables.length > 2 && known * (syllables.length > 5 ? 10 : 9) >= syllables.length * 5)
      return { kind: 'misread', expected };
  }
  return undefined;
}

/** By how many nats a character the text must be easier to read than what stands there. */
const gain = 3;

/** Bytes of GBK taken for Big5. The first characters of the damage may be common ones, so that nothing is suggested. */
function fromGbk(run: string): Misreading | undefined {
  const words = lexicon();
  // 砥砺 and the like, and 笑眯眯, long before any table is made.
  if (/^(.)\1+$/u.test(run) || words.words(run).every((word) => word.length > 1)) return undefined;
  const bytes = bytesIn('big5', run);
  const expected = bytes && decoded('gbk', bytes);
  if (!expected || !/^[\p{Script=Han}，。、；：！？“”（）《》]+$/u.test(expected)) return undefined;
  return words.score(expected) - words.score(run) > gain * run.length ? { kind: 'garbled' } : undefined;
}

/**
 * What the second half of Big5 holds, which is seldom written, as far as the common characters of GBK are read so. Some of it is common all the same
 * where characters are simplified, such as 机 and 党. Made for the first text that is looked at.
 */
let rare: { characters: string; units: Uint8Array; inARow?: RegExp } | undefined;

function rareInBig5(): NonNullable<typeof rare> {
  if (rare) return rare;
  const units = new Uint8Array(0x10000);
  // ㄛ ﹝ ﹜ ㄩ are what ， 。 、 and ： of GBK are read as.
  const all = `${hanAt('big5', [0xc9, 0xd7], [0xa1, 0xfe])}ㄛ﹝﹜ㄩ`;
  const common = hanAt('gbk', [0xb0, 0xd7], [0xa1, 0xfe]);
  for (let index = 0; index < all.length; index++) units[all.charCodeAt(index)] = 1;
  for (let index = 0; index < common.length; index++) units[common.charCodeAt(index)] = 0;
  let characters = '';
  for (let index = 0; index < all.length; index++) if (units[all.charCodeAt(index)]) characters += all[index];
  rare = { characters, units };
  return rare;
}

/** Characters between two rare ones, at most. */
const between = 4;

/** Whether two such characters stand next to each other anywhere: told by number, since a pattern of so many characters is slow to look for. */
function hasRare(text: string): boolean {
  const { units } = rareInBig5();
  let last = -between - 2;
  for (let index = 0; index < text.length; index++) {
    if (units[text.charCodeAt(index)] === 0) continue;
    if (index - last <= between + 1) return true;
    last = index;
  }
  return false;
}

/** Text of one character set for Han or Hangul that was read with another one for Han. */
export const hanSigns: readonly Sign[] = [
  {
    pattern: /[\u4e00-\u9fff](?:[\u4e00-\u9fff ]{0,200}[\u4e00-\u9fff])/gu,
    needs: /[\u4e00-\u9fff]{2}/,
    lang: /^ko\b/i,
    judge: fromKorean,
  },
  {
    get pattern() {
      const known = rareInBig5();
      const { characters } = known;
      known.inARow ??= new RegExp(`[${characters}](?:[^\\0-\\u00ff]{0,${between}}[${characters}]){1,100}`, 'g');
      return known.inARow;
    },
    anyOf: () => rareInBig5().characters,
    needs: { test: hasRare },
    lang: /^zh\b/i,
    judge: fromGbk,
  },
];
