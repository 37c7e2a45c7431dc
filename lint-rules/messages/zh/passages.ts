import type { Evidence } from '../../facts/types.js';
import type { PassageArguments } from '../../passages/arguments.js';
import type * as en from '../en/passages.js';

const where = ({ path, line }: PassageArguments) => (path ? ` ${path} 第 ${line} 行` : `第 ${line} 行`);

function clue(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'stray-enumerator':
      return `它以“${evidence.marker}”接着往下数，前文却没有数到这里。`;
    case 'foreign-name':
      return `它说的是“${evidence.name}”，前后文并没有提到，而另一处的前后文一直在说。`;
    case 'starts-mid-sentence':
      return '它插在另一句话的中间，而另一处不是这样。';
    case 'starts-as-fragment':
      return '它从半句话开始，而另一处的句子是完整的。';
  }
}

const clues = ({ evidence }: PassageArguments) => evidence.map(clue).join('');
const origin = '文字重复粘贴，或者排版时混进了别处的一页，就会这样。';

export const passages: typeof en.passages = {
  'no-duplicate-passage': {
    same: (args) => ({
      message: `“${args.quote}”这 ${args.count} 个字在${where(args)}又出现一次`,
      note: `${origin}${clues(args)}请判断哪一处才是原位，删去另一处；如果这里原有的内容因此丢失，请向作者要回原文。`,
    }),
    edited: (args) => ({
      message: `“${args.quote}”在${where(args)}又出现一次，只有少许改动`,
      note: `${origin}${clues(args)}可能有人改过其中一处，却不知道还有另一处。请判断保留哪一处，删去另一处。`,
    }),
    doubled: ({ quote }) => ({
      message: `“${quote}”接连出现了两遍`,
      note: '拼接书页时，上一页的最后一行常常在下一页开头又出现一次。请删去其中一遍。',
    }),
  },
  'no-similar-passage': {
    same: (args) => ({
      message: `“${args.quote}”这 ${args.count} 个字在${where(args)}也有`,
      note: `${clues(args)}这可能是固定的提法或者引文，也可能是误贴进来的。请对照两处；如果本来就该如此，不必改动。`,
    }),
    edited: (args) => ({
      message: `“${args.quote}”与${where(args)}的文字非常相近`,
      note: `${clues(args)}这可能是同一段话的旧稿，改写之后忘了删去。请对照两处；如果本来就该如此，不必改动。`,
    }),
  },
  'no-phrase-variant': {
    differs: (args) => ({
      message: `“${args.phrase}”在${args.path ? ` ${args.path} ` : ''}第 ${args.line} 行写作“${args.other}”`,
      note: '两处提法只差一两个字，往往本该相同：其中一处可能漏了字，或者写错了字。请对照一下，该统一的就统一。',
    }),
  },
  'consistent-terms': {
    near: ({ found, term }) => ({
      message: `“${found}”与固定提法“${term}”只差一点`,
      note: '本书的术语表采用后一种写法。如果说的就是它，请改成一致；如果另有所指，请把这里的写法加进该术语的 allow 列表。',
    }),
  },
};
