/**
 * Words that lead on to another one and so end neither a sentence nor a title: articles, possessives, conjunctions, and prepositions that are no
 * adverbs as well. Of the languages that scholarly texts are mostly written in, together: a text may quote another language.
 */
const leading = `
the a an of to for on and or nor but if from with into onto upon than because although while whereas whose whether my your his its our their every each no
is are was were be been has have had will would shall should may might must can could that which who this these those very such as at by via per between among during without within using both all some any many several most other another same including between
der die das den dem des anderen anderer weiteren eigenen folgenden ein eine einen einem einer eines kein keine keinen keinem keiner und oder aber sowie bzw dass daß weil wenn ob obwohl mein meine meinen meiner
sein seine seinen seiner seinem ihr ihre ihren ihrer ihrem unser unsere unseren dieser diese dieses diesen diesem jeder jede jedes jeden jedem welche welcher welches von vom zum zur beim im am ins
beide beiden alle allen aller viele vielen vieler einige einigen mehrere mehreren verschiedene verschiedenen zwei drei vier mit für durch gegen aus zu an in auf vor hinter neben sich auch nur noch schon mehr so wo er es sie wir ihr ich ohne um bei seit ist sind war waren wird werden wurde wurden hat haben hatte kann können soll sollte muss müssen nicht sehr als wie zwischen während nach auf über unter
le la les un une des du de et ou mais donc car que qui dont où ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs au aux dans par pour sur avec sans chez entre vers sous depuis pendant est sont
était étaient sera ont avait ne pas plus très si lorsque quand puisque comme
el los las unos unas del al y o pero porque mi mis tu tus su sus nuestro nuestra con sin por para sobre entre es son fue ha han
il lo gli i uno della dello dei degli delle nel nella nei negli nelle dal dalla sul sulla ed è che di da per tra fra
het een en of maar omdat van met voor door uit aan zijn haar deze dit
och eller men att som för av på från ett är var til og eller som
o os as um uma do da dos das no na nos nas em com sem são foi
и или но а что чтобы если как в во на с со к ко о об от до из у за под над при для без через между не ни же бы ли этот эта это эти тот та те его её их мой наш ваш свой который которая которое которые которых является
i oraz lub ale że w z ze na do od po przez dla jest są się nie
a an az és vagy hogy
ve veya ile için bir bu
`;

/** Those that may stand at the end of a title or a sentence after all, so that they prove nothing behind a short piece. */
const ambiguous = new Set(
  'is are was be has have can will may must no on that this these those which who as by at per if do has being plus pas si ne no na em con sein ist sind war hat haben kann soll muss nicht nach auf über unter um bei an a i o y e en'.split(
    ' ',
  ),
);

const words = new Set(leading.trim().split(/\s+/));

/** Whether a word (any letter case) leads on to another one. */
export const leadsOn = (word: string): boolean => words.has(word.toLowerCase());
/** Whether it does so even at the end of something that looks like a title. */
export const surelyLeadsOn = (word: string): boolean => leadsOn(word) && !ambiguous.has(word.toLowerCase());
