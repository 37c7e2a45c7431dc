import type { Documentation } from './documentation.js';
import { findUneven } from './headings/run-in.js';
import { defineRule } from './rule.js';
import { sourceRange } from './text/prose.js';

export const documentation: Documentation = {
  summary: {
    en: 'Paragraphs in a row that open with short heads, of which one is unlike the others',
    zh: '并列各段的段首小标题不一致',
  },
  details: {
    en: 'Where several paragraphs in a row begin with a few words that say what each is about (“**Glue.** …”, “聚合思想。…”), readers take them for sisters. Reported is the one that is not in bold where the others are, that is in italics among bold ones, or that is shorter than the others in a parallel row of Chinese or Japanese heads: 聚力量 beside 聚合思想 and 聚焦落实 has perhaps lost a character.\n\nOnly rows of at least three heads are looked at, and only where no paragraph without a head stands between them.',
    zh: '几个并列的段落各以几个字点明内容（“**聚合思想**。……”），读者会把它们看作一组。如果其中一个没有加粗而别的都加粗了，或者别的是粗体它是斜体，或者在对仗的一组里它少了字，就会提示：“聚合思想”“聚焦落实”旁边的“聚力量”，可能丢了一个字。\n\n至少三个小标题相连、中间没有不带小标题的段落时才检查。',
  },
  examples: [
    {
      text: '聚合思想。思想影响行为，站位决定格局，大家要把认识统一到目标上来。\n\n聚力量。党的力量来自组织，组织的优势在于团结，要把支部一个个建强。\n\n聚焦落实。新任务要有新作为，责任要落实到人，进度要按月检查。\n',
      finds: ['聚力量'],
    },
    {
      text: '**纸张**。选纸要看纤维的走向，也要看含水量是不是均匀，厚薄是不是一致。\n\n胶水。胶水要在六十度的水里慢慢化开，温度太高，粘性就没有了。\n\n**棉线**。棉线要先上蜡，再按书帖的数目截成一样长的几段备用。\n',
      finds: ['胶水'],
      suggested:
        '**纸张**。选纸要看纤维的走向，也要看含水量是不是均匀，厚薄是不是一致。\n\n**胶水**。胶水要在六十度的水里慢慢化开，温度太高，粘性就没有了。\n\n**棉线**。棉线要先上蜡，再按书帖的数目截成一样长的几段备用。\n',
    },
    {
      text: '**Paper.** The grain must run along the spine, or the book will not open well.\n\n*Glue.* It is warmed in a water bath and must never come to the boil.\n\n**Thread.** Linen thread is drawn over beeswax before the sewing begins.\n',
      finds: ['*Glue.*'],
    },
    {
      text: '**Papier.** Die Laufrichtung muss dem Rücken folgen, sonst sperrt sich das Buch.\n\n**Leim.** Er wird im Wasserbad erwärmt und darf niemals kochen, sonst verliert er.\n\nFaden. Leinenfaden wird über Bienenwachs gezogen, bevor das Heften beginnt.\n',
      finds: ['Faden'],
    },
    {
      text: '**纸张**。选纸要看纤维的走向，也要看含水量是不是均匀，厚薄是不是一致。\n\n**胶水**。胶水要在六十度的水里慢慢化开，温度太高，粘性就没有了。\n\n**棉线**。棉线要先上蜡，再按书帖的数目截成一样长的几段备用。\n',
      finds: [],
    },
    {
      text: '**Paper.** The grain must run along the spine, or the book will not open well.\n\nThat was known to every apprentice, and forgotten by most of the masters.\n\n**Thread.** Linen thread is drawn over beeswax before the sewing begins.\n\nOthers use silk. It is stronger, but it cuts the paper when it is pulled.\n',
      finds: [],
    },
    {
      text: '春天来了。院子里的树都发了芽，孩子们又可以到河边去放风筝了。\n\n天气很好。大家把桌子搬到外面，一边晒太阳，一边听老人讲过去的事。\n\n傍晚。炊烟从屋顶上升起来，远处传来牛铃的声音，谁也不想回家。\n',
      finds: [],
    },
    {
      text: '## 甲\n\n**纸张**。选纸要看纤维的走向，也要看含水量是不是均匀，厚薄是不是一致。\n\n**胶水**。胶水要在六十度的水里慢慢化开，温度太高，粘性就没有了。\n\n## 乙\n\n棉线。棉线要先上蜡，再按书帖的数目截成一样长的几段备用，不能太短。\n',
      finds: [],
    },
    {
      text: '**Note** that glue dries slowly in winter, and that the press must stay closed.\n\nThe rest follows. Nothing else has to be done until the next morning comes.\n\nOne may sleep. The glue does its work alone, and the cat keeps the mice away.\n',
      finds: [],
    },
    {
      text: '一、材料。选纸要看纤维的走向，也要看含水量是不是均匀，厚薄是不是一致。\n\n二、工序。工序之间要留出时间，胶没有干透就上压机，书脊会开裂。\n\n三、检验。每一百本抽查一本，打开合上各十次，书脊没有裂纹才算合格。\n',
      finds: [],
    },
  ],
  options: {
    allow: {
      en: 'Heads that are never reported, as they stand without their marks.',
      zh: '不检查的段首小标题，按原文写，不带标记。',
    },
  },
};

export default defineRule('no-uneven-run-in-headings', { allow: [] as string[] }, ({ prose, options, report }) => {
  for (const { kind, head, sibling } of findUneven(prose)) {
    const text = head.text.trim();
    if (options.allow.includes(text)) continue;
    const inner = sourceRange(head.block, 0, head.end);
    // The marks around a head stand outside its text.
    const start = kind === 'marked' ? head.block.start : inner.start;
    const end = kind === 'marked' ? inner.end + (inner.start - head.block.start) : inner.end;
    const written = `**${text}**`;
    const fix = { start, end, text: written, safety: 'suggest' as const };
    const mends = kind === 'unmarked' && sibling.mark === 'strong';
    report({ kind, args: { head: text, sibling: sibling.text.trim() }, start, end, ...(mends && { fix }) });
  }
});
