/** Words that Chinese sentences have and titles do without. */
export const chineseSpoken =
  /我们|我們|你们|你們|他们|他們|它们|它們|您|这[个些样是里]|這[個些樣是裡]|那[个些样]|可以|就是|也是|都是|不是|还是|已经|已經|正在|如果|因为|因為|所以|但是|虽然|雖然|不仅|不僅|而且|并且|並且|并非|並非|没有|沒有|是否|难以|難以|就要|(?<=.)(?:为什么|為什麼)|都[在是有要会會能]|[，,][它他她其]|了[一个]|着一|是一|有一|[是会會能将將已曾被把让讓使](?!\S{0,1}$)/u;
/** What Chinese sentences begin with, and titles seldom. */
export const chineseStart =
  /^(?:这|這|那|该|該|它|他|她|我|你|您|自从|自從|除了|除此|然|不过|不過|但|而|又|还|還|当|當|如|因|由于|由於|虽|雖|对于|對於|本[文章节節书書]|另|有[一些的时時人关關]|一些|通常|一般|例|比如|此|其|每|许多|許多|很多|大多|大部|只|目前|现|現|今|首先|其次|最[后後近]|同[时時]|随|隨|上[述面]|下[面列]|所以|事实|事實|也|都|就|若|假|既|根据|根據|按|为了|為了|正|直|几|幾|近|去年|昨|日前|与此|與此|换句话说|換句話說|也就是[说說]|尽管|儘管|幸|可|且|无论|無論|于是|於是|之后|之後|之前|让|讓|请|請|[零〇一二三四五六七八九十\d]+[年月日])/u;
/** What Chinese titles begin or end with, and sentences that a page cuts off seldom: "如何…", "…的现状". */
export const chineseTitle =
  /^(?:如何|怎[样樣么麼]|[为為](?:什[么麼]|何)|何[谓謂]|[论論浅淺试試略]?[论論谈談析][^，]|[关關][于於][^，]{2,24}的)|(?:的|之|与|與|和|及|以及|若干|初步)(?:[现現状狀概][况況状狀]|[来來]源|方法|方式|做法|作法|途[径徑]|路[径徑]|[对對]策|措施|[条條]件|原因|原[则則]|意[义義]|作用|影[响響]|特[点點征徵]|背景|[关關][系係]|[启啟][示迪]|思考|探[讨討索析]|研究|分析|考察|[综綜]述|概述|[讨討][论論]|建[议議]|展望|[经經][验驗]|[问問][题題]|[历歷][史程]|保[护護]|利用|角色|功能|[变變]化|演[变變]|[发發]展|[应應]用)$/u;
/** What Japanese titles end with. */
export const japaneseTitle =
  /(?:[のと]|における|に関する)(?:現状|現況|状況|研究|方法|由来|起源|役割|課題|展望|考察|検討|分析|特徴|意義|影響|背景|歴史|変遷|概要|関係|変化|取り組み|試み|利用|保存|活用)$|について$|とは$/u;
/** Words that ask: a short piece that begins with one and has no stop is a title rather than a question cut off. */
export const spacedQuestion =
  /^(?:how|why|what|where|when|who|whom|whose|which|whether|wie|warum|weshalb|wo|woher|wohin|was|wann|wer|welche[rsmn]?|comment|pourquoi|où|quand|quel(?:le)?s?|cómo|qué|dónde|come|perché|как|почему|зачем|где|что) \S/iu;
/** Words that Japanese sentences have and titles do without. */
export const japaneseSpoken =
  /は.|が.{2}|です|ます|ました|この|これ|その|それ|ここ|である|[いあ]る(?!いは).|した.|して.|しか|ため|ので|れ[たる]./u;
/** Words that sentences of languages with spaces have and titles do without. */
export const spacedSpoken =
  /(?<!\p{L})(?:is|are|was|were|we|you|they|it|there|this|these|has|have|ist|sind|war|wird|werden|wurde|Sie|sie|wir|es|dass|daß|hat|que|est|sont|nous|vous|il|elle|cette?|это|мы|вы|он|она|они|является)(?!\p{L})/u;

/** Whether most words but the small ones are capitalised, as in an English title. */
export function isTitleCase(text: string): boolean {
  const words = text.split(/\s+/u).filter((word) => word.length > 3);
  return words.length > 1 && words.every((word) => /^[^\p{L}]{0,3}\p{Lu}/u.test(word));
}
