const syllable = /[\uac00-\ud7a3]/;
/** Whether a syllable of Hangul ends in a consonant, on which the form of a particle depends; `undefined` of what is none. */
const isClosed = (character: string | undefined): boolean | undefined =>
  character !== undefined && syllable.test(character) ? (character.charCodeAt(0) - 0xac00) % 28 > 0 : undefined;

/** Words by themselves that another one must follow: determiners, adverbs, and nouns that need a verb. */
const leading = new Set(
  '하 되 이 그 저 한 두 세 네 각 새 첫 여러 몇 어느 어떤 이런 그런 저런 모든 온갖 다른 및 또는 혹은 그리고 또 더 가장 매우 아주 무척 다시 이미 아직 잘 못 안 즉 수 매 약 총 후 뒤 때문 많이 함께 그대로 채 만큼 동안 다음 만약 만일 특히'.split(
    ' ',
  ),
);

/** Nouns and adverbs whose last syllable only looks like a particle or an ending. */
const nouns =
  /(?:^|[\s\uac00-\ud7a3])(?:마을|가을|겨을|노을|높이|길이|깊이|넓이|놀이|먹이|풀이|굽이|어린이|맞이|살이|벌이|같이|많이|둘이|[추휴화허대]가|결과|학과|통과|성과|경과|전과|일과|논의|회의|정의|주의|강의|합의|동의|유의|의의|결의|협의|심의|문의|발의|건의|호의|편의|임의|예의|거의|창의|질의|도로|경로|진로|회로|통로|항로|선로|제로|바로|서로|따로|스스로|대하여|관하여|위하여|향하여|역할|분할|관할|제한|권한|기한|무한|극한|최소한|최대한|북한|남한)$/u;

/** Particles of two syllables, and endings of verbs that join a clause to the next or a verb to its noun. */
const binding =
  /(?:에서|에게|께서|으로|로서|로써|까지|부터|처럼|만큼|마다|조차|마저|밖에|라고|라는|이란|이나|에도|에는|로는|로도|적인|[하되있없않많받주좋들]고|이고|[하되으이]며|.[^화측반장표국정대도내외전후지양직비평단안]면|지만|거나|든지|[어아여해]서|면서|니까|므로|려고|려면|도록|다가|하여|되어|[하있없되]게|[하되않있없쓰]지|던|된|될|할|한|위해|위하여|대해|대하여|통해|따라|인해|의해|따른|새로운|[러려쉬거까]운|하게|만든|빠른|[어아여펴해려]본|는데|은데|인데|[렇떻]게|[었았했였겠]기)$/u;

/**
 * Whether the last word of a Korean text leads on to another, so that neither a sentence nor a title ends there: a case particle, an ending that joins, a
 * determiner. What could be a noun as well is taken for one.
 */
export function leadsOnInKorean(text: string): boolean {
  const word = /\S{1,24}$/u.exec(text.slice(-24))?.[0] ?? '';
  if (leading.has(word)) return true;
  const last = word.at(-1)!;
  if (word.length < 2 || !syllable.test(last) || nouns.test(word)) return false;
  if (binding.test(word)) return true;
  // ㅆ, ㄶ, ㅀ, ㅄ: a verb of which the ending is cut off.
  if ([6, 15, 18, 20].includes((last.charCodeAt(0) - 0xac00) % 28)) return true;
  const closed = isClosed(word.at(-2));
  if (/[을은이과]/.test(last)) return closed !== false;
  if (/[를가와]/.test(last)) return closed !== true;
  return /[는의에로께]/.test(last);
}

const torn = new RegExp(
  [
    // Particles and endings alone.
    String.raw`[을를은의에는와]\s|에서[는도]?\s|에게[는]?\s|으로[는써]?\s|까지\s|들[이은을도의과에]`,
    String.raw`니다|습니다|[었았였겠][다고으지습]|다[.?!]|요[.?!]|지 (?:않|못)|지(?:만|는|도)\s|면(?:서)?\s|거나\s|도록\s|려(?:고|면|는)\s`,
    // Words that stand behind another one: auxiliary verbs, bound nouns, postpositions.
    String.raw`않[다는고은을았습아지으]|듯(?:이|한|하|했)|못[하한해할]|있(?:다[.는]|습니다|으[며므나면니]|고\s|었)|없(?:다[.는]|습니다|으[며므나면니]|었)|싶[은다어]|위[해한]\s|위하여|것(?:이|입니다|을|은|도)[\s다라]|때문(?:이|입니다)|뿐(?:만|이|더러)|수(?:가|는|도)? [있없]|바(?:가|는)? [있없]|(?:대|통|의|인)해\s|기 (?:때문|위[해한]|시작|전에|어렵|쉽)|[대관의통인]한\s|따른\s`,
  ].join('|'),
  'uy',
);

/** What follows a noun that it makes a verb of, and seldom begins a text. */
const bound =
  /(?:하(?:고|며|여|면|도록|였|기 위|는 |지 [않못])|되(?:고|며|어|면|었|지 [않못])|[할될] 수|[한된]다[.\s])/uy;

/** Whether a text begins with what makes a verb of the noun before it: 처리¶하고 있다. */
export function continuesAsVerb(text: string): boolean {
  bound.lastIndex = 0;
  return bound.test(text);
}

/**
 * Whether no Korean paragraph begins with the first word of a text: a particle or an ending cut off from its word, a verb that needs another. Some are so
 * only behind the sound that they follow, in the last letter of `before`.
 */
export function continuesInKorean(text: string, before: string): boolean {
  torn.lastIndex = 0;
  if (torn.test(text)) return true;
  if (before.endsWith('기') && /^(?:어렵|쉽)[다습고지]/.test(text)) return true;
  const closed = isClosed(before.at(-1));
  return closed === false ? /^[가로]\s/.test(text) : closed === true && /^과\s/.test(text);
}

/** Before 은 and 는: verbs and adjectives, which describe the noun that follows, in titles too. */
const stems = '(?<![하되있없않못같쓰르드들많좋높작깊넓낮짧젊늙굵밝맑싫옳]|[어아여해]지)';
/** What Korean sentences have and titles do without: a topic with more behind it, or a clause that leads on. */
const spoken = new RegExp(
  String.raw`[\p{Script=Hangul}A-Za-z0-9\uFFFC]${stems}(?:[은는]|에는|에서는),?\s+\S+\s+\S|\p{Script=Hangul}(?:[고며어아해여데면게]|지만),\s|\p{Script=Hangul}(?:지만|으며|으나|면서|므로|니까|려면|는데|어서|아서|해서|때문에|[하되으라]면),?\s`,
  'u',
);
const objectAtEnd = /[을를]\s+[^\s.]{1,12}$/u;
const object = /[\p{Script=Hangul}A-Za-z0-9\uFFFC][을를]\s+(\S+)(?=\s)/gu;

/** Whether a Korean text speaks in a sentence, as titles do not, even if it is not finished. An object before what describes a noun is a title’s, too: “물을 아끼는 방법”. */
export function speaksInKorean(text: string): boolean {
  if (spoken.test(text) || (objectAtEnd.test(text.slice(-30)) && !endsInKoreanNoun(text))) return true;
  for (const [, next] of text.matchAll(object)) {
    const last = next!.at(-1)!;
    const final = syllable.test(last) ? (last.charCodeAt(0) - 0xac00) % 28 : 0;
    if (final !== 4 && final !== 8) return true;
  }
  return false;
}

/** What a Korean title ends with that is made of a sentence, and a note does: a verb turned into a noun. */
const nominal = /[함됨임음옴봄줌냄킴림침짐김]$|(?:기|것|법|방법|이유|까닭|등|중|점|때)$/u;

/** Whether a Korean text ends in a verb made a noun, or in what stands for it: 실어 보냄, 확인할 것, 전달하기. */
export const endsInKoreanNoun = (text: string): boolean => nominal.test(text);
