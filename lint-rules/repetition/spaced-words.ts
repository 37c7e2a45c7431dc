const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words that their language doubles for emphasis, sound or grammar. One list for all: a word of one language does no harm in another. */
const lawfulAnywhere = list(
  // English
  `that had her so very no yes ha haha ho hey bye blah yadda la na da dum tut tsk knock tick tock beep boo choo chop pom tom yo go can many much far
  long really too well there now never please hear night dear big old same win half fifty bang etc quite way long ding dong woof oh ah row hush sing
  mama papa couscous agar aye bora duran pago walla wagga baden lang zsa sirhan humbert boutros berber tuk puri ylang paw bling cha pooh hula tartar
  murmur cous beri gaga chi mahi peri pili tam tsetse zaza nana dada bam boom tap drip clap pitter wink nudge tweet quack cluck meow
  will may mark march bill rose
  ` +
    // French
    `nous vous en très bien plus jamais lui leur si oui non bon petit faire couci cahin moi doucement vite longtemps tout pouet toc coin
  ` +
    // Spanish, Portuguese, Italian, Catalan, Romanian
    `muy casi poco poquito luego ya sí nos pian piano via mano man così quasi appena ben subito or lemme lento presto bene molto tanto mogi quatto
  logo quase já devagar assim bem ora poc gairebé gata
  ` +
    // German, Dutch, Scandinavian
    `sie ihr ihnen es zu sehr ganz so viel nein ja hin hoch immer weit lange tapp klopf wir was je ze er heel zeer erg nee dat die u mycket nej väldigt veldig
  meget så lenge länge
  ` +
    // Russian, Ukrainian, Polish, Czech
    `очень чуть еле едва далеко да нет вот долго давно много их её его так быстро тихо только дуже ледь так-так bardzo tak nie no velmi moc ano
  ` +
    // Hungarian, Finnish, Estonian, Basque, Afrikaans, Swahili, Greek, Arabic, Hebrew, Persian
    `már más egy egyre nagyon hyvin yhä aina oikein väga poliki banan gou nou een pole sana haraka πολύ σιγά πρώτα جدا جداً مرة شيئا צעד לאט מאוד אחד کم خیلی یک
  ` +
    // Korean
    `매우 서로 하나 조금 구석 하루 자주 빨리 천천히 아주 정말 너무 차츰 점점 거듭 다시 곳곳 걸음 방울 마디 조목 차곡 오래 멀리 높이 깊이 굽이 따로 하나하나 조각 집집 등 더 참 꼭
  또 툭 쿵 뚝 쏙 쑥 쭉 쓱 싹 딱 확 탁 톡 똑 펑 팡 빵 하 호 허 네 아 어 오 예 한걸음 한발 하나씩 조금씩 가지 줄줄 졸졸 두고 가고 돌고 자꾸 때때로 겹겹이 층층이 알알이 송이 사이 뚜벅 반짝 살금 꼬박`,
);

/** Words of one letter that are words; other single letters are names of things. */
const lettersThatAreWords: Record<string, string> = {
  en: 'a',
  fr: 'àa',
  es: 'yoaeu',
  pt: 'aoeéà',
  it: 'eoaèi',
  ca: 'aioé',
  ru: 'ивскоуая',
  uk: 'івзуйоая',
  pl: 'aiouwz',
  cs: 'aiouvzks',
  sk: 'aiouvzks',
  sv: 'åi',
  da: 'åi',
  nb: 'åi',
};

/** Languages in which doubling is part of the grammar. */
const reduplicating =
  /^(?:id|ms|jv|su|vi|th|lo|km|my|tl|fil|ceb|tr|az|uz|kk|ky|tk|hi|ur|bn|mr|gu|pa|ne|ta|te|kn|ml|si|hy|ka|eu|mi|haw|sm|to|mg|sw|zu|xh|af|tpi|ht|rw|yo|ig|ha|am)\b/;
/** Scripts, letters and words that only such languages have, for a passage in a manuscript that is written in another. */
const looksReduplicating =
  /[\u0900-\u109f\u10a0-\u10ff\u0530-\u058f\u1780-\u17ff\u0e00-\u0eff\u1ea0-\u1ef9ışğəơưđ]|(?:^|\s)(?:yang|dengan|untuk|adalah|dalam|ang|mga)\s/i;

const germanPronouns = list('die der das den dem des deren denen dessen welche welcher');
/** A relative pronoun or a conjunction stands before the article: die Kosten, für die die Kasse haftet; dass das das Ende ist. */
const beforeGermanPronoun =
  /(?:,\s*(?:(?:\p{L}{2,12})\s+)?|\b(?:dass|daß|ob|wenn|weil|als|da|denn|und|oder|wie|wo|sondern|aber)\s+(?:\p{L}{2,8}\s+)?)$/iu;
const particlesOfVerbs = list('in on up out off over by');
const beforeParticle =
  /\b(?:go|goes|went|going|gone|com(?:e|es|ing)|came|carr\w+|mov\w+|log\w*|sign\w*|check\w*|turn\w*|hold\w*|held|pass\w*|liv\w+|sett?\w*|tak\w+|took|giv\w+|gave|kick\w*|plug\w*|zoom\w*|opt\w*|step\w*|work\w*|build\w*|built|depend\w*|hand\w*|stand\w*|stood)\s+$/i;
const names = list('johnson york duran pago walla baden bora wagga moses ford');

export interface Surroundings {
  lang: string;
  before: string;
  behind: string;
  /** How often a word stands in the manuscript, in any case. */
  count: (word: string) => number;
}

/** Whether two equal words in a row, as they are written, are what their language does. */
export function isLawful(first: string, second: string, { lang, before, behind, count }: Surroundings): boolean {
  if (!/\p{L}/u.test(first) || /[\p{N}\uFFFC]/u.test(first)) return true;
  const word = first.toLowerCase();
  if (lawfulAnywhere.has(word) || names.has(word)) return true;
  if (reduplicating.test(lang) || looksReduplicating.test(before + first + behind)) return true;
  if ([...word].length === 1) return isNoWord(word, lang, before, behind) || first !== second;
  if (germanPronouns.has(word) && beforeGermanPronoun.test(before)) return true;
  if (particlesOfVerbs.has(word) && beforeParticle.test(before)) return true;
  if (word === 'is' && /\b(?:what|all|who|where|how|thing|problem|question)\b/i.test(before)) return true;
  return isName(first, second, lang, before, count);
}

function isNoWord(letter: string, lang: string, before: string, behind: string): boolean {
  const words = lettersThatAreWords[lang.slice(0, 2)] ?? 'a';
  const hangul = /\p{Script=Hangul}/u.test(letter);
  const amongLetters = /(?:^|\s)\p{L}\s+$/u.test(before) || !/^\s+\p{L}{2}/u.test(behind);
  return (!hangul && !words.includes(letter)) || (!hangul && amongLetters);
}

/** Whether capitals tell two words apart or make them a name: in In Search of, US us, Duran Duran. */
function isName(first: string, second: string, lang: string, before: string, count: (word: string) => number): boolean {
  const startsSentence = /(?:^|[.!?:;。！？：；]["”’»)]?\s+|^\s*["“‘«(\n]*)$/u.test(before);
  const capital = /^\p{Lu}/u;
  if (first !== second) return !(capital.test(first) && startsSentence && first.slice(1) === second.slice(1));
  if (!capital.test(first) || startsSentence || lang.startsWith('de')) return false;
  return count(first) <= 2;
}
