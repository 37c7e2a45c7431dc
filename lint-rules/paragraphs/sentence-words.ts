/** Words that Chinese sentences have and titles do without. */
export const chineseSpoken =
  /我们|我們|你们|你們|他们|他們|它们|它們|您|这[个些样是里]|這[個些樣是裡]|那[个些样]|可以|就是|也是|都是|不是|还是|已经|已經|正在|如果|因为|因為|所以|但是|虽然|雖然|不仅|不僅|而且|并且|並且|了[一个]|着一|是一|有一|[是会會能将將已曾被把让讓使](?!\S{0,1}$)/u;
/** What Chinese sentences begin with, and titles seldom. */
export const chineseStart =
  /^(?:这|這|那|该|該|它|他|她|我|你|您|自从|自從|除了|除此|然|不过|不過|但|而|又|还|還|当|當|如|因|由于|由於|虽|雖|对于|對於|本[文章节節书書]|另|有[一些的时時人关關]|一些|通常|一般|例|比如|此|其|每|许多|許多|很多|大多|大部|只|目前|现|現|今|首先|其次|最[后後近]|同[时時]|随|隨|上[述面]|下[面列]|所以|事实|事實|也|都|就|若|假|既|根据|根據|按|为了|為了|正|直|几|幾|近|去年|昨|日前|与此|與此|尽管|儘管|幸|可|且|无论|無論|于是|於是|之后|之後|之前|让|讓|请|請|[零〇一二三四五六七八九十\d]+[年月日])/u;
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
