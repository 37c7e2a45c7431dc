import { languageOfWords } from './word-language.js';

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that some language doubles for emphasis, sound or grammar, or that are names, and that no other language needs. */
const lawfulAnywhere = list(`
  that had her very bye blah yadda tut tsk knock beep choo chop pom tom yo ho ha haha hey ding dong woof oh ah
  duran pago walla bora wagga baden zsa sirhan humbert boutros berber ylang agar aye cous couscous beri gaga chi mahi peri pili tsetse zaza
  nous vous très doucement couci cahin toc
  muy casi poquito pian piano appena lemme presto mogi quatto quase devagar gairebé
  sie ihr ihnen nein nee nej väldigt veldig erg zeer heel
  очень чуть еле едва далеко да нет вот их её его дуже ледь bardzo
  nagyon egyre hyvin väga poliki gou nou πολύ σιγά πρώτα جدا جداً  צעד לאט מאוד אחד کم خیلی یک
  매우 서로 하나 조금 구석 하루 자주 빨리 천천히 아주 정말 너무 차츰 점점 거듭 다시 곳곳 걸음 방울 마디 조목 차곡 오래 멀리 높이 깊이 굽이 따로 하나하나 조각 집집 등 더 참 꼭
  또 툭 쿵 뚝 쏙 쑥 쭉 쓱 싹 딱 확 탁 톡 똑 펑 팡 빵 하 호 허 네 아 어 오 예 한걸음 한발 하나씩 조금씩 가지 줄줄 졸졸 두고 가고 돌고 자꾸 때때로 겹겹이 층층이 알알이 송이 사이 뚜벅 반짝 살금 꼬박
  매일 맨날 날마다 미리 한줄 가물 주절 중얼 흔들 두근 반반 대충 가끔 잠깐 얼른 어서 차례 순간 띄엄 모두
`);

/** Words that one language doubles and that others have for something else. */
const lawfulIn: Record<string, ReadonlySet<string>> = {
  en: list('no yes so really many much far la na da long row win half bang tick tock'),
  fr: list('non oui bien bon moi petit'),
  es: list('sí no poco ya'),
  it: list('via mano man così quasi ben or poco molto subito'),
  pt: list('logo já bem ora'),
  ca: list('poc ben'),
  de: list('sehr ja hin viel lange was'),
  nl: list('je ze er die u nee ja dat hij'),
  sv: list('mycket så de det som'),
  da: list('meget så de det der'),
  nb: list('så de det'),
  pl: list('tak nie'),
  cs: list('velmi ano ne'),
  hu: list('már más egy'),
};

/** Words of one letter; other single letters are names of things. */
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
  sv: 'åi',
  da: 'åi',
};

/** Languages in which doubling is part of the grammar. */
const reduplicating =
  /^(?:id|ms|jv|su|vi|th|lo|km|my|tl|fil|ceb|tr|az|uz|kk|ky|tk|hi|ur|bn|mr|gu|pa|ne|ta|te|kn|ml|si|hy|ka|eu|mi|haw|sm|to|mg|sw|zu|xh|af|tpi|ht|rw|yo|ig|ha|am)\b/;
/** Words and endings that even these languages never double: small words, and what is inflected. */
const neverDoubled: Record<string, RegExp> = {
  tr: /^(?:ve|veya|ile|için|bu|olarak|olan|gibi|kadar|ancak|ama|çünkü|değil|sonra|önce|göre|daha|emin|ise|şu|hem|nasıl|ya da|ki|bile|ait|ilgili|oldu|olduğu|olduğunu|olması|edilir|vardır|yönü)$|.{3}(?:ları|leri|ların|lerin|larını|lerini|larına|lerine|larda|lerde|lardan|lerden|larla|lerle|maktan|mekten|maktır|mektir|ması|mesi|masını|mesini|ınız|iniz|unuz|ünüz|nızı|nizi|ılır|ilir|ulur|ülür|ıyor|iyor|uyor|üyor|mıştır|miştir|acak|ecek|dığı|diği|duğu|düğü)$/u,
  vi: /^(?:một|các|những|của|và|là|trong|với|cho|được|này|đó|khi|để|ra|vào|như|hoặc|thì|mà|bạn|tôi|chúng|nếu|cũng|đã|sẽ|đang|bởi|về|trên|theo|tại|bằng|hay|rằng|chỉ|vì|nên|đến|phải|có|do|giữa|sau|trước|hãy|đầu|giờ|tưởng|bị|thể|việc|cách|khác)$/u,
  id: /^(?:yang|dan|di|ke|dari|untuk|dengan|pada|adalah|akan|telah|ini|itu|atau|dalam|oleh|karena|jika|tidak|bisa|dapat)$/u,
};

/** Scripts, letters and words that only such languages have, for a passage in a manuscript that is written in another. */
const looksReduplicating =
  /[\u0900-\u109f\u10a0-\u10ff\u0530-\u058f\u1780-\u17ff\u0e00-\u0eff\u1ea0-\u1ef9ışğəơưđ]|(?:^|\s)(?:yang|dengan|untuk|adalah|dalam|ang|mga)\s/i;

export interface Surroundings {
  /** The manuscript's language, BCP 47. */
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
  // 해야지 해야지 하다가: what someone keeps telling himself.
  if (word === 'that' && beforeClause.test(behind)) return false;
  if (lawfulAnywhere.has(word) || /\p{Script=Hangul}야지$/u.test(word)) return true;
  const never = neverDoubled[lang.slice(0, 2)];
  if (never) return !never.test(word) || (word === first && word !== second);
  if (reduplicating.test(lang) || looksReduplicating.test(before + first + behind)) return true;
  const language = languageOfWords(`${before}${first}${behind}`) ?? lang.slice(0, 2);
  if (lawfulIn[language]?.has(word)) return true;
  if ([...word].length === 1) return isNoWord(word, language, before, behind) || first !== second;
  if (language === 'de' && isLawfulGerman(word, before, behind)) return true;
  if (language === 'en' && isLawfulEnglish(word, before)) return true;
  if (language === 'fr' && word === 'en' && /\btout\s+$/i.test(before)) return true;
  return isName(first, second, language, before, count);
}

/** What begins the clause that one “that” is enough for: that that the results. */
const beforeClause =
  /^\s+(?:the|an?|it|its|they|their|we|our|he|she|his|you|your|I|there|these|those|all|both|some|every|each|no)\s/i;

const relative = list('die der das den dem deren denen dessen');
const beforeRelative =
  /,\s+(?:(?:für|mit|von|in|auf|an|bei|aus|nach|zu|über|unter|durch|gegen|ohne|um|neben|zwischen|hinter|vor|seit|während|wegen|trotz)\s+)?$/u;
const subjects = list('ich du er es wir man sich nicht ihr');
const degree =
  /^\s+(?:hoh|hoch|viel|gro[ßs]|stark|klein|kurz|lang|wenig|niedrig|schnell|früh|spät|gering|schwer|eng|hart|teuer|teur)/;

/** What says of the first das what it is: dass das das Ende war, ist das das Original. */
const copula =
  /^[^.,;:!?]{2,50}\s(?:ist|war|sei|wäre|gewesen|sein|wird|werde|würde|bleibt|blieb|heißt|hieß|bedeutet)(?!\p{L})/u;
const asks = /(?:^|[.!?]\s+|,\s+(?:und\s+)?)(?:ist|war|wäre|sei|wird|bleibt)\s+$/iu;
const subordinate = /\b(?:dass|daß|ob|weil|wenn|als|falls|obwohl|wie|warum|denn)\s+$/iu;

/** A relative pronoun before an article, für die die Kasse zahlt, zu before an adjective with zu, and das as a subject before an article. */
function isLawfulGerman(word: string, before: string, behind: string): boolean {
  if (word === 'zu') return degree.test(behind);
  if (word === 'das' && (asks.test(before) || (subordinate.test(before) && copula.test(behind)))) return true;
  if (!relative.has(word)) return false;
  const next = /^\s+(\p{L}+)/u.exec(behind)?.[1] ?? '';
  return beforeRelative.test(before) && !subjects.has(next);
}

const particlesOfVerbs = list('in on up out off over by');
/** Forms of verbs, not of what is made of them: signed in, but not significant in. */
const beforeParticle = new RegExp(
  String.raw`\b(?:${[
    'go|goes|went|going|gone|com(?:e|es|ing)|came|took|taken|gave|given|stood|held|kept|broken?|brought|hung|caught|led|carr(?:y|ies|ied|ying)',
    '(?:mov|liv|tak|giv|tun|phas|chim|settl|com)(?:e|es|ed|ing)',
    '(?:log|plug|step|drop|opt|set|put|jump|drag|sign|check|turn|hold|pass|kick|zoom|hand|stand|join|fill|clock|dial|lock|break|bring|keep|press|push|read|hang|catch|call|cash|pitch|weigh|usher|rush|follow)(?:e?s|[gptm]?ed|[gptm]?ing)?',
  ].join('|')})\s+$`,
  'i',
);
/** A clause that leaves its object before the particle: the house they live in in Leeds, what we agreed on on Monday. */
const strandedParticle =
  /(?:\b(?:what|which|whom|whatever)\s+(?:\p{L}+\s+){0,3}|\b(?:the|an?|this|any|every|each)\s+\p{L}+\s+(?:I|you|he|she|it|we|they)\s+)(?:am|is|are|was|were|been|liv\w+|work\w*|sat|sit|born|believ\w+|interested|involved|engaged|participat\w+|agreed?|rel(?:y|ied)|insist\w*|depend\w*|focus\w*)\s+$/iu;

/** log in in order to, the house they live in in Leeds, and What it is is. */
function isLawfulEnglish(word: string, before: string): boolean {
  if (particlesOfVerbs.has(word)) return beforeParticle.test(before) || strandedParticle.test(before.slice(-60));
  return word === 'is' && /\b(?:what|all)\b[^.]{0,30}$/i.test(before);
}

function isNoWord(letter: string, language: string, before: string, behind: string): boolean {
  if (/\p{Script=Hangul}/u.test(letter)) return false;
  const amongLetters = /(?:^|\s)\p{L}\s+$/u.test(before) || /^\s+\p{L}(?!\p{L})/u.test(behind);
  return amongLetters || !(lettersThatAreWords[language] ?? 'a').includes(letter);
}

/** From this length on a name is hardly one that doubles itself, like Pago Pago. */
const longName = 7;

/** Whether capitals tell two words apart or make them a name: in In Search of, US us, Duran Duran. */
function isName(
  first: string,
  second: string,
  language: string,
  before: string,
  count: (word: string) => number,
): boolean {
  const lead = before.trimEnd();
  const behindStop = lead.length < before.length && /(?:^|[.!?:;。！？：；]["”’»)]?)$/u.test(lead);
  const startsSentence = behindStop || /^["“‘«(\n]*$/.test(before.trimStart());
  const capital = /^\p{Lu}/u;
  if (first !== second) return !(capital.test(first) && startsSentence && first.slice(1) === second.slice(1));
  if (!capital.test(first) || startsSentence || language === 'de') return false;
  if (first.length >= longName || /\p{Lu}/u.test(first.slice(1))) return false;
  return count(first) <= 2;
}
