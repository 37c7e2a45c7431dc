/** Words that count the points of an argument, in one language. */
export interface Ordinals {
  language: string;
  /** Ways to say the first, the second and so on, small letters; where a message names one, it takes the first of them. */
  words: readonly (readonly string[])[];
  /** Other openings that lawfully stand in the place of the first and of later points: an enumeration may mix them. */
  instead: readonly [first: RegExp, later: RegExp];
  /** Whether a comma or colon must follow, because the word has other uses. */
  comma?: true;
}

/** Ordinals of running text by language. */
export const ordinals: readonly Ordinals[] = [
  {
    language: 'en',
    words: [
      ['first', 'firstly', 'first of all', 'first and foremost'],
      ['second', 'secondly', 'second of all'],
      ['third', 'thirdly'],
      ['fourth', 'fourthly'],
      ['fifth', 'fifthly'],
      ['sixth', 'sixthly'],
      ['seventh', 'seventhly'],
      ['eighth', 'eighthly'],
    ],
    instead: [
      /\b(?:the|our|my|its|a|very) first\b|\bfirst,|(?:^|[.!?:;]\s)(?:one|for one|to begin|to start|initially|primarily|most|on the one)\b/iu,
      /(?:^|[.;:!?]\s)(?:and )?(?:the second|next|then|also|another|in addition|additionally|moreover|furthermore|besides)\b/iu,
    ],
    comma: true,
  },
  {
    language: 'de',
    words: [
      ['erstens'],
      ['zweitens'],
      ['drittens'],
      ['viertens'],
      ['fünftens'],
      ['sechstens'],
      ['siebtens', 'siebentens'],
      ['achtens'],
    ],
    instead: [
      /(?:^|[.;:!?]\s)(?:erst|zunächst|zuerst|einerseits|zum einen|vor allem)/iu,
      /(?:^|[.;:!?]\s)(?:dann|ferner|außerdem|zum anderen|sodann|weiter)/iu,
    ],
  },
  {
    language: 'fr',
    words: [
      ['premièrement', 'en premier lieu'],
      ['deuxièmement', 'secondement', 'en deuxième lieu', 'en second lieu'],
      ['troisièmement', 'en troisième lieu'],
      ['quatrièmement', 'en quatrième lieu'],
      ['cinquièmement', 'en cinquième lieu'],
      ['sixièmement', 'en sixième lieu'],
    ],
    instead: [
      /(?:^|[.;:!?]\s)(?:premi|d[’']abord|d[’']une part|tout d[’']abord)/iu,
      /(?:^|[.;:!?]\s)(?:ensuite|puis|de plus|d[’']autre part)/iu,
    ],
  },
  {
    language: 'es',
    words: [
      ['en primer lugar', 'primero', 'primeramente'],
      ['en segundo lugar', 'segundo'],
      ['en tercer lugar', 'tercero'],
      ['en cuarto lugar', 'cuarto'],
      ['en quinto lugar', 'quinto'],
    ],
    instead: [
      /(?:^|[.;:!?]\s)(?:primer|por una parte|por un lado|ante todo)/iu,
      /(?:^|[.;:!?]\s)(?:luego|después|además)/iu,
    ],
    comma: true,
  },
  {
    language: 'it',
    words: [
      // Latin is at home in every language: "primo, secundo, tertio".
      ['in primo luogo', 'primo', 'primo'],
      ['in secondo luogo', 'secondo', 'secundo'],
      ['in terzo luogo', 'terzo', 'tertio'],
      ['in quarto luogo', 'quarto', 'quarto'],
      ['in quinto luogo', 'quinto', 'quinto'],
    ],
    instead: [/(?:^|[.;:!?]\s)(?:prim|anzitutto|innanzitutto|da un lato)/iu, /(?:^|[.;:!?]\s)(?:poi|inoltre|quindi)/iu],
    comma: true,
  },
  {
    language: 'pt',
    words: [
      ['em primeiro lugar', 'primeiro'],
      ['em segundo lugar', 'segundo'],
      ['em terceiro lugar', 'terceiro'],
      ['em quarto lugar', 'quarto'],
      ['em quinto lugar', 'quinto'],
    ],
    instead: [/(?:^|[.;:!?]\s)(?:primeir|antes de|por um lado)/iu, /(?:^|[.;:!?]\s)(?:depois|além|por outro)/iu],
    comma: true,
  },
  {
    language: 'nl',
    words: [['ten eerste'], ['ten tweede'], ['ten derde'], ['ten vierde'], ['ten vijfde']],
    instead: [/(?:^|[.;:!?]\s)(?:eerst|allereerst|enerzijds)/iu, /(?:^|[.;:!?]\s)(?:vervolgens|daarnaast|verder)/iu],
  },
  {
    language: 'pl',
    words: [['po pierwsze'], ['po drugie'], ['po trzecie'], ['po czwarte'], ['po piąte']],
    instead: [/(?:^|[.;:!?]\s)(?:pierwsz|najpierw|przede wszystkim)/iu, /(?:^|[.;:!?]\s)(?:następnie|ponadto)/iu],
  },
  {
    language: 'sv',
    words: [['för det första'], ['för det andra'], ['för det tredje'], ['för det fjärde']],
    instead: [/(?:^|[.;:!?]\s)först/iu, /(?:^|[.;:!?]\s)dessutom/iu],
  },
  {
    language: 'ru',
    words: [
      ['во-первых'],
      ['во-вторых'],
      ['в-третьих'],
      ['в-четвертых', 'в-четвёртых'],
      ['в-пятых'],
      ['в-шестых'],
      ['в-седьмых'],
    ],
    instead: [/(?:^|[.;:!?]\s)(?:перв|прежде всего|с одной стороны)/iu, /(?:^|[.;:!?]\s)(?:затем|далее|кроме того)/iu],
  },
  {
    language: 'uk',
    words: [['по-перше'], ['по-друге'], ['по-третє'], ['по-четверте'], ["по-п'яте", 'по-п’яте']],
    instead: [/(?:^|[.;:!?]\s)(?:перш|передусім|з одного боку)/iu, /(?:^|[.;:!?]\s)(?:потім|далі|крім того)/iu],
  },
  {
    language: 'cs',
    words: [['za prvé'], ['za druhé'], ['za třetí'], ['za čtvrté'], ['za páté']],
    instead: [/(?:^|[.;:!?]\s)(?:prv|nejprve|především)/iu, /(?:^|[.;:!?]\s)(?:dále|potom|navíc)/iu],
  },
  {
    language: 'tr',
    words: [
      ['birincisi', 'ilk olarak', 'birinci olarak'],
      ['ikincisi', 'ikinci olarak', 'ikinci olarak'],
      ['üçüncüsü', 'üçüncü olarak', 'üçüncü olarak'],
      ['dördüncüsü', 'dördüncü olarak', 'dördüncü olarak'],
      ['beşincisi', 'beşinci olarak', 'beşinci olarak'],
    ],
    instead: [/(?:^|[.;:!?]\s)(?:ilk|önce|öncelikle|bir yandan)/iu, /(?:^|[.;:!?]\s)(?:sonra|ayrıca|bunun yanında)/iu],
    comma: true,
  },
  {
    language: 'vi',
    words: [
      ['thứ nhất', 'đầu tiên'],
      ['thứ hai', 'thứ nhì'],
      ['thứ ba', 'thứ ba'],
      ['thứ tư', 'thứ tư'],
      ['thứ năm', 'thứ năm'],
    ],
    instead: [/(?:^|[.;:!?]\s)(?:đầu tiên|trước hết|một mặt)/iu, /(?:^|[.;:!?]\s)(?:tiếp theo|sau đó|ngoài ra)/iu],
    comma: true,
  },
  {
    language: 'ko',
    words: [
      ['첫째', '첫 번째로'],
      ['둘째', '두 번째로'],
      ['셋째', '세 번째로'],
      ['넷째', '네 번째로'],
      ['다섯째', '다섯 번째로'],
      ['여섯째', '여섯 번째로'],
      ['일곱째', '일곱 번째로'],
    ],
    instead: [
      /(?:^|[.;:!?]\s)(?:첫째|첫 번째|먼저,|우선,|하나는|한 가지)/u,
      /(?:^|[.;:!?]\s)(?:두 번째|둘째|다음|그다음|또한|또 하나)/u,
    ],
  },
];

interface Way {
  ordinals: Ordinals;
  number: number;
  text: string;
}

/** Ways to count by their first word, the longest first. */
const ways = new Map<string, Way[]>();
for (const one of ordinals) {
  one.words.forEach((texts, index) => {
    for (const text of texts) {
      const first = firstWord(text);
      ways.set(first, [...(ways.get(first) ?? []), { ordinals: one, number: index + 1, text }]);
    }
  });
}
for (const known of ways.values()) known.sort((a, b) => b.text.length - a.text.length);
const shortest = Math.min(...[...ways.keys()].map(({ length }) => length));
const longest = Math.max(...[...ways.keys()].map(({ length }) => length));

function firstWord(text: string): string {
  const end = text.search(/[^\p{L}-]/u);
  return end < 0 ? text : text.slice(0, end);
}

/** In small letters, unit for unit: a Turkish İ would become two. */
export const small = (text: string): string => text.replaceAll('İ', 'i').toLowerCase();

/** The ordinal that stands at `index` of a text, where a clause begins: "Second", "en segundo lugar". */
export function ordinalAt(text: string, index: number): Way | undefined {
  let end = index;
  while (end < text.length && end - index <= longest && !isWordEnd(text.charCodeAt(end))) end++;
  if (end - index < shortest || end - index > longest) return undefined;
  const candidates = ways.get(small(text.slice(index, end)));
  if (!candidates) return undefined;
  const first = text.charAt(index);
  const isSmall = first !== first.toUpperCase();
  // A sentence begins with a capital; a small letter must follow a comma, semicolon or colon.
  if (isSmall && /[.!?]\s*$/.test(text.slice(Math.max(0, index - 4), index))) return undefined;
  for (const { ordinals: one, number, text: way } of candidates) {
    const written = text.substr(index, way.length);
    if (small(written) !== way) continue;
    const rest = text.slice(index + way.length, index + way.length + 16);
    if (/^[\p{L}\p{N}-]/u.test(rest)) continue;
    if (one.comma && (!/^[,:]\s/.test(rest) || series.test(rest))) continue;
    return { ordinals: one, number, text: written };
  }
  return undefined;
}

/** "second, third and fourth" counts nothing. */
const series = /^,\s(?:and |or )?(?:second|third|fourth|fifth|sixth)\b/;

/** Whether a unit ends a word: space, line end or punctuation of ASCII other than the hyphen, and what stands in other scripts. */
const isWordEnd = (unit: number): boolean =>
  unit < 0x41 ? unit !== 0x2d : (unit > 0x5a && unit < 0x61) || (unit > 0x7a && unit < 0xc0) || unit === 0x2019;
