/**
 * The ordinary character for one that only looks like it, or `undefined`. Radicals go by Unicode's Equivalent_Unified_Ideograph
 * (https://www.unicode.org/reports/tr44/#Equivalent_Unified_Ideograph), since compatibility normalisation knows almost none of the supplement;
 * compatibility ideographs by their canonical decomposition; forms that belong to fonts by their compatibility one.
 */
export function ordinaryFor(character: string): string | undefined {
  const code = character.codePointAt(0)!;
  if (isUpright(code)) return upright(character);
  if (code >= 0x2e80 && code <= 0x2ef3) return known(supplement()[code - 0x2e80]);
  if (code >= 0x2f00 && code <= 0x2fd5) return known(kangxi()[code - 0x2f00]);
  const isIdeograph = (code >= 0xf900 && code <= 0xfaff) || (code >= 0x2f800 && code <= 0x2fa1f);
  const plain = character.normalize(isIdeograph ? 'NFC' : 'NFKC');
  return plain === character ? undefined : plain;
}

/** Marks turned for vertical lines: ︑ ﹁ ︵. Which of a text's lines run downwards is for the layout to say. */
const isUpright = (code: number): boolean => (code >= 0xfe10 && code <= 0xfe19) || (code >= 0xfe35 && code <= 0xfe48);

/** The same mark for lines of any direction, as wide as a Han character. */
function upright(mark: string): string {
  const plain = mark === '︙' ? '…' : mark.normalize('NFKC');
  return /^[!-~]$/.test(plain) ? String.fromCharCode(plain.charCodeAt(0) + 0xfee0) : plain;
}

/** Letters that are written in pieces, as file systems do: か and a mark for が, ᄒ ᅡ ᆫ for 한, e and an accent for é. */
const pieces =
  /(?:[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\u3046-\u30fd][\u3099\u309a]|[A-Za-z\u00c0-\u04ff][\u0300-\u0345]{1,3})/u;
/** A text without a match has none; found faster than they are. */
export const mayBeInPieces = /[\u1161-\u1175\u3099\u309a\u0300-\u0345]/;
export const inPieces = new RegExp(`${pieces.source}+`, 'gu');

/** Every character that only looks like another, in runs. Symbols that stand for a phrase, such as ﷺ, are none. */
export const lookalikes =
  /[\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufaff\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdef\ufe70-\ufefc\uff61-\uffdc\ufe10-\ufe19\ufe35-\ufe44\ufe47\ufe48\u{2f800}-\u{2fa1f}]+|[\u{1d400}-\u{1d6a5}]{1,200}(?:[ ’-][\u{1d400}-\u{1d6a5}]{1,200}){0,40}/gu;

/**
 * Whether a run was found only because of how it looks, and is right so: letters of mathematics are a word that was meant to look bold when there are
 * at least four, three of them in a row; a half-width dot or mark on its own belongs to a face such as (･ω･).
 */
export function isLawfulRun(run: string): boolean {
  if (/^[\u{1d400}-\u{1d6a5}]/u.test(run))
    return !/[\u{1d400}-\u{1d6a5}]{3}/u.test(run) || [...run.replace(/[ ’-]/g, '')].length < 4;
  return /^[\uff65\uff9e\uff9f]+$/.test(run);
}

const known = (character: string | undefined) => (character === '-' ? undefined : character);

/** For U+2E80 to U+2EF3, in order; "-" where there is none. */
const supplement = once(
  () =>
    '-厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵-旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂' +
    '肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
);

/** For U+2F00 to U+2FD5, in order. */
const kangxi = once(
  () =>
    '一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐' +
    '彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴' +
    '立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑' +
    '非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠',
);

function once(text: () => string): () => string[] {
  let characters: string[] | undefined;
  return () => {
    characters ??= [...text()];
    return characters;
  };
}
