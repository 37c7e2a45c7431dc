import type { Documentation } from './documentation.js';
import { judge } from './paragraphs/judge.js';
import { type Junction, junctionsOf } from './paragraphs/junctions.js';
import { cutWords } from './paragraphs/line-hyphens.js';
import { manuscriptOf } from './paragraphs/manuscript.js';
import { isRunningHead } from './paragraphs/running-head.js';
import type { Verdict } from './paragraphs/verdict.js';
import { defineRule, type Fix, type RuleContext } from './rule.js';
import { type Block, sourceRange } from './text/prose.js';

export const documentation: Documentation = {
  summary: { en: 'A paragraph broken inside a word or a sentence', zh: '段落在词语或句子中间断开' },
  details: {
    en: `Where a page ended in the print, text copied from it often begins a new paragraph, in the middle of a sentence or even of a word: “强化理论武 ¶ 装”, “the tool pro- ¶ vides”.
Sometimes a character stands on both pages (党组织 ¶ 织) or is lost between them (工作委 ¶ 会 for 工作委员会), and sometimes the page number or the running head came along.
Inside a paragraph the same happens at the end of a line: “pro- vides”.

The rule reads the end of one paragraph together with the start of the next: a word of the dictionary, or of the manuscript itself, that stands across the break;
a comma or an open bracket at the end; a conjunction or an article, which cannot be the last word; a small letter or a comma at the start. It also looks
across a page number, a running head or a comment, and from the end of a list or a quotation into what follows; from one item of a list into the
next, where a Chinese word is surely cut there.

Joining two paragraphs is certain where nothing else stands between them and no character is missing; the rest is a suggestion. Left alone are titles,
captions, names, dates, addresses, letters’ salutations, verses, lists and their introductions, quotations of several paragraphs, sentences that go on
after a formula, a program or a table, and hyphens for a word still to come (“pre- and post-war”, “Ein- und Ausgabe”).`,
    zh: `原书换页的地方，复制出来的文字常常在句子中间、甚至词语中间另起一段：“强化理论武 ¶ 装”“the tool pro- ¶ vides”。有时同一个字在前后两页各出现一次（党组织 ¶ 织），
有时丢掉一个字（“工作委员会”成了“工作委 ¶ 会”），有时还带进了页码或书眉。行末的连字符也一样：“pro- vides”。

本规则把前一段的末尾和后一段的开头连起来看：词典里或本文别处有没有跨过断开处的词；前一段是否以逗号、前引号、前括号结尾，或者停在“的”“和”“在”一类不会结束句子的词上；
后一段是否以小写字母或标点开头。中间隔着页码、书眉或注释时，以及从列表、引文的末尾到后面的正文，也会检查；列表的相邻两项之间，只在词语确实被断开时报告。

前后两段之间没有别的内容、也没有缺字时，可以自动接起来，其余只提出建议。标题、图表说明、署名、日期、地址、书信称呼、诗句、列表和引出列表的句子、分成几段的引文、
公式或代码或表格之后继续的句子，以及省去后半个词的连字符（“pre- and post-war”“Ein- und Ausgabe”），都不会报告。`,
  },
  options: {
    allow: {
      en: 'Words or sentences that may break, as the finding’s `expected` has them: `["理论武装", "provides"]`.',
      zh: '允许断开的词句，写法与报告中的“应为”相同：`["理论武装", "provides"]`。',
    },
  },
  examples: [
    {
      text: '会议认为，要不断强化理论武\n\n装，引导大家把学习成果用到实际工作中去。\n',
      finds: ['武\n\n装'],
      fixed: '会议认为，要不断强化理论武装，引导大家把学习成果用到实际工作中去。\n',
    },
    {
      text: '参加会议的有市直属机关工作委员会、省直属机关工作委\n\n会、县直属机关工作委员会，共三十人。\n',
      finds: ['委\n\n会'],
      suggested: '参加会议的有市直属机关工作委员会、省直属机关工作委员会、县直属机关工作委员会，共三十人。\n',
    },
    {
      text: '大家一致表示，要锻造坚强有力的机关基层党组织\n\n\n织，坚决落实各项任务。\n',
      finds: ['党组织\n\n\n织'],
      suggested: '大家一致表示，要锻造坚强有力的机关基层党组织，坚决落实各项任务。\n',
    },
    {
      text: '마을 사람들은 낡은 창고를 도서관으로 고치기로 했다. 그러나 겨울이 오기 전에 지붕\n\n지붕부터 고쳐야 했다.\n',
      finds: ['지붕\n\n지붕'],
      suggested: '마을 사람들은 낡은 창고를 도서관으로 고치기로 했다. 그러나 겨울이 오기 전에 지붕부터 고쳐야 했다.\n',
    },
    {
      text: '도서관은 강가에 있다. 책은 모두 `목록`의\n\n순서에 따라 꽂는다. 그래서 찾기 쉽다.\n\n지금은 만 권이 넘는다. 그리고 목록은\n\nPDF 파일로도 볼 수 있다.\n',
      finds: ['의\n\n순서에', '목록은\n\nPDF'],
    },
    {
      text: '祖母は糸を巻きながら、\n\n「もう遅いから、先におやすみ」\n\nと言って、灯を細くした。\n\n座へ戻り、糸を巻く（灯が消える。長い間があって、戸が鳴る）\n\n祖母が立って、戸を開けた。\n',
      finds: [],
    },
    {
      text: '# 糸\n\n一　糸の選び取り\n\n糸は麻から作られ、冬のあいだ水に浸しておくものであった。\n\n- 糸を切る\n- 糸を巻いている\n\n次の例では、巻いた糸を水に浸してから使うことにする。\n',
      finds: [],
    },
    {
      text: '換句話說，會議紀錄記載的就業型態\n\n型態十分複雜，三言兩語說不清楚。\n',
      finds: ['型態\n\n型態'],
      suggested: '換句話說，會議紀錄記載的就業型態十分複雜，三言兩語說不清楚。\n',
    },
    {
      text: '各地抓细抓实，推动机关基层党建\n\n\n\n全面进步、全面过硬，以实际行动服务群众。\n',
      finds: ['党建\n\n\n\n全面'],
      fixed: '各地抓细抓实，推动机关基层党建全面进步、全面过硬，以实际行动服务群众。\n',
    },
    {
      text: '印刷工人把字模排好以后，在上面刷一层墨，\n\n再把纸铺上去轻轻压平。\n',
      finds: ['墨，\n\n再'],
      fixed: '印刷工人把字模排好以后，在上面刷一层墨，再把纸铺上去轻轻压平。\n',
    },
    {
      text: '我们走访了三个村子，每到一处都先听取村民的\n\n— 12 —\n\n意见，再把情况逐条记录下来。\n',
      finds: ['的\n\n— 12 —\n\n意见'],
      suggested: '我们走访了三个村子，每到一处都先听取村民的意见，再把情况逐条记录下来。\n',
    },
    {
      text: '> 這座橋建於百年以前，橋身全用石塊砌成，至今仍\n>\n> 然十分堅固。\n',
      finds: ['仍\n>\n> 然'],
      fixed: '> 這座橋建於百年以前，橋身全用石塊砌成，至今仍然十分堅固。\n',
    },
    {
      text: '活版印刷では、文字を一つずつ組んで版を作\n\nります。版ができると、インクを塗って紙に刷ります。\n',
      finds: ['作\n\nり'],
      fixed: '活版印刷では、文字を一つずつ組んで版を作ります。版ができると、インクを塗って紙に刷ります。\n',
    },
    {
      text: 'The old press in the yard pro-\n\nvides enough pressure for large sheets.\n',
      finds: ['pro-\n\nvides'],
      fixed: 'The old press in the yard provides enough pressure for large sheets.\n',
    },
    {
      text: 'The printer lays the sheet on the type and pulls the\n\nlever with one strong movement of the arm.\n',
      finds: ['the\n\nlever'],
      suggested: 'The printer lays the sheet on the type and pulls the lever with one strong movement of the arm.\n',
    },
    {
      text: 'Der Drucker legt das Blatt auf den Satz und zieht mit der\n\nHand am langen Hebel der Presse.\n',
      finds: ['der\n\nHand'],
      suggested: 'Der Drucker legt das Blatt auf den Satz und zieht mit der Hand am langen Hebel der Presse.\n',
    },
    {
      text: 'Старый станок стоит во дворе, и каждый вечер мастер\n\nсмазывает его перед работой.\n',
      finds: ['мастер\n\nсмазывает'],
      suggested: 'Старый станок стоит во дворе, и каждый вечер мастер смазывает его перед работой.\n',
    },
    {
      text: 'The shop pro- vides ink, and the yard is well-\nkept. A well-kept yard is rare.\n',
      finds: ['pro- vides', 'well-\nkept'],
      fixed: 'The shop provides ink, and the yard is well-kept. A well-kept yard is rare.\n',
    },
    {
      text: '---\nlang: ko\n---\n\n2.3 종이의 선택\n\n이 장에서는 종이를 고르는 방법을 다룬다. 종이는 희다.\n',
      finds: [],
    },
    {
      text: '풀은 밀가루로 만든다. 겨울이 되면 마을 사람들은 항아리에\n\n담아 둔 풀을 꺼낸다.\n',
      finds: ['항아리에\n\n담아'],
    },
    { text: '提高机关党建质量的思考\n\n近年来，各单位都重视这项工作，取得了不少成绩。\n', finds: [] },
    { text: '4、人造闪电\n\n闪电对人类至关重要。科学家一直在研究它。\n', finds: [] },
    { text: '以上意见，请予审议。\n\n此致\n\n敬礼！\n\n某某大学图书馆\n\n2019年8月1日\n', finds: [] },
    { text: '“第一段引文还没有结束。\n\n“第二段引文到此结束。”\n', finds: [] },
    { text: '远山如黛\n\n近水含烟\n\n渔舟唱晚\n\n雁阵惊寒\n', finds: [] },
    { text: '本文讨论三个问题：\n\n一、纸张的来源\n\n二、墨的配方\n', finds: [] },
    { text: '图1 印刷机的结构\n\n印刷机由三个部分组成，如上图所示。\n', finds: [] },
    { text: 'The pressure is\n\n$$p = F / A$$\n\nwhere $F$ is the force and $A$ the area.\n', finds: [] },
    { text: 'Pre- and post-war presses, Ein- und Ausgabe, zwei- oder dreimal.\n', finds: [] },
    { text: 'Dear colleagues,\n\nwe thank you for the many letters.\n\nKind regards\n\nThe Editors\n', finds: [] },
    { text: 'Sehr geehrte Damen und Herren,\n\nvielen Dank für die Zusendung der Bögen.\n', finds: [] },
    { text: 'How to build a press\n\nA press needs a bed, a platen and a lever.\n', finds: [] },
    { text: '印刷術の歴史\n\n活字は一つずつ手で組まれました。\n', finds: [] },
    { text: '它真的很好玩，父亲买了一台Xbox\n\nyou know, the first, ruggedy one from the shop.\n', finds: [] },
    {
      text: '- 言語の接触\n- 町内会が整理した校正刷り\n\n生徒の負担がどう変わろうと、契約書が欠かせない。\n',
      finds: [],
    },
    { text: '如何保護古蹟聚落\n\n經費由測量隊負擔，修復的進度每月公布一次。\n', finds: [] },
    { text: '婚俗演变的现况\n\n停电期间留下的校样，引起了广泛的关注。\n', finds: [] },
    { text: '地下水の低下の現状\n\nよその商人は井戸の深さを尋ねた。\n', finds: [] },
    { text: 'Where the deeds come from\n\nNobody in the valley remembers who wrote them.\n', finds: [] },
    { text: '»Nein, nein«, sagte sie, »so schlimm ist es nicht.«\n\nUm Zeit zu sparen, ging er früher.\n', finds: [] },
    { text: '会议认为，要不断强化理论武\n\n装，引导大家学习。\n', finds: [], options: { allow: ['武装'] } },
  ],
};

type Context = RuleContext<'no-split-paragraph', { allow: string[] }>;

export default defineRule('no-split-paragraph', { allow: [] as string[] }, (context: Context) => {
  const { prose, options } = context;
  const manuscript = manuscriptOf(prose);
  const runningHead = isRunningHead(prose, context.data.facts);
  for (const block of prose.blocks) {
    for (const { from, to, word, certain } of cutWords(block, manuscript)) {
      if (options.allow.includes(word)) continue;
      const { start, end } = sourceRange(block, from, to);
      const text = block.text.slice(from, to).replace(/\s+/gu, ' ');
      const plain = end - start === to - from;
      const fix: Fix = { start, end, text: word, safety: certain ? 'safe' : 'suggest' };
      context.report({ kind: 'line-hyphen', args: { text, expected: word }, start, end, ...(plain && { fix }) });
    }
  }
  const weigh = (junction: Junction | undefined) => {
    const verdict = junction && judge(junction, prose.blocks, manuscript);
    return verdict && !options.allow.includes(verdict.expected) ? verdict : undefined;
  };
  let runningLine: Block | undefined;
  for (const { direct, across } of junctionsOf(prose, runningHead)) {
    // A line that was found to be a running head is no piece of text.
    if ((direct ?? across)!.left === runningLine) continue;
    const beside = weigh(direct);
    const beyond = behindLine(across, beside, weigh);
    runningLine = beyond && across!.line;
    if (beyond) report(context, across!, beyond);
    else if (beside) report(context, direct!, beside);
  }
});

/** How much more a break must say for what stands behind a short line than for the line itself. */
const clearly = 2;

/** What a text's going on behind a short line says, when it does so rather than in the line, and the line is not the start of what follows. */
function behindLine(
  across: Junction | undefined,
  beside: Verdict | undefined,
  weigh: (junction: Junction) => Verdict | undefined,
): Verdict | undefined {
  if (!across?.line || (across.between !== 'line' && beside)) return undefined;
  const beyond = weigh(across);
  if (!beyond || across.between !== 'line') return beyond;
  if (beside && beyond.points < beside.points + clearly) return undefined;
  const starts = weigh({ left: across.line, right: across.right, between: 'nothing', blankLines: 0 });
  return starts ? undefined : beyond;
}

function report({ prose, report }: Context, { left, right, between, line }: Junction, verdict: Verdict): void {
  const ends = left.text.trimEnd().length;
  const begins = right.text.length - right.text.trimStart().length;
  const { start } = sourceRange(left, Math.max(0, ends - verdict.left), ends);
  const { end } = sourceRange(right, begins, Math.min(right.text.length, begins + verdict.right));
  const before = left.text.slice(Math.max(0, ends - verdict.left), ends).replace(/\s+/gu, ' ');
  const text = `${before}¶${right.text.slice(begins, begins + verdict.right)}`;
  const args = { text, expected: verdict.expected, ...(line && { between: line.text.trim().slice(0, 60) }) };
  const fix = fixFor(left, right, verdict, between === 'nothing', prose.source);
  report({ kind: verdict.kind, args, start, end, expected: [verdict.expected], ...(fix && { fix }) });
}

/** Joins the two paragraphs. Where markup begins or ends at the break, what should become of it is for a person to say. */
function fixFor(left: Block, right: Block, verdict: Verdict, direct: boolean, source: string): Fix | undefined {
  const ends = left.text.trimEnd().length - verdict.drop.left;
  const begins = right.text.length - right.text.trimStart().length + verdict.drop.right;
  const start = sourceRange(left, 0, ends).end;
  const end = sourceRange(right, begins, begins + 1).start;
  const rest =
    source.slice(start, left.end).slice(verdict.drop.left) +
    source.slice(right.start, end).slice(0, -verdict.drop.right || undefined);
  if (/\S/u.test(rest)) return undefined;
  return { start, end, text: verdict.glue, safety: direct && verdict.certain ? 'safe' : 'suggest' };
}
