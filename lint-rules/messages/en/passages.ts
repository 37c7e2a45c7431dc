import type { Evidence } from '../../facts/types.js';
import type { PassageArguments } from '../../passages/arguments.js';
import type { Said } from '../said.js';

const where = ({ path, line }: PassageArguments) => (path ? `in ${path}, line ${line}` : `in line ${line}`);

function clue(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'stray-enumerator':
      return `It goes on counting with “${evidence.marker}”, but nothing before it counts that far.`;
    case 'foreign-name':
      return `It speaks of “${evidence.name}”, which the text around it does not, while the text around the other copy does.`;
    case 'starts-mid-sentence':
      return 'It begins in the middle of another sentence, while the other copy does not.';
    case 'starts-as-fragment':
      return 'It begins with half a sentence, while the other copy has the whole of it.';
  }
}

const clues = ({ evidence }: PassageArguments) => evidence.map((one) => `${clue(one)} `).join('');
const origin = 'This happens when text is pasted twice or a page from another place slips in.';

/** Messages of the rules about passages: what is there, and in the note why it happens and what to do. */
export const passages = {
  'no-duplicate-passage': {
    same: (args: PassageArguments): Said => ({
      message: `“${args.quote}” (${args.count} letters) stands a second time ${where(args)}`,
      note: `${origin} ${clues(args)}Decide which copy belongs and delete the other one; if something of the author’s own may have been lost here, ask for it.`,
    }),
    edited: (args: PassageArguments): Said => ({
      message: `“${args.quote}” stands a second time, with small changes, ${where(args)}`,
      note: `${origin} ${clues(args)}Somebody may have corrected one copy and not known of the other. Decide which one belongs and delete the other.`,
    }),
    doubled: ({ quote }: { quote: string }): Said => ({
      message: `“${quote}” stands twice in a row`,
      note: 'The last line of a page often stands again at the top of the next one when the pages are put together. Delete one of the two.',
    }),
  },
  'no-similar-passage': {
    same: (args: PassageArguments): Said => ({
      message: `“${args.quote}” (${args.count} letters) also stands ${where(args)}`,
      note: `${clues(args)}It may be a set phrase or a quotation, or a piece that was pasted in by mistake. Compare the two places; if both are meant, nothing needs to be done.`,
    }),
    edited: (args: PassageArguments): Said => ({
      message: `“${args.quote}” is much like the text ${where(args)}`,
      note: `${clues(args)}It may be an older version of the same passage that was left in. Compare the two places; if both are meant, nothing needs to be done.`,
    }),
  },
  'no-phrase-variant': {
    differs: (args: { phrase: string; other: string; path?: string; line: number }): Said => ({
      message: `“${args.phrase}” is worded “${args.other}” ${args.path ? `in ${args.path}, line ${args.line}` : `in line ${args.line}`}`,
      note: 'Two phrases that are the same but for a word are often meant to be the same: a word may have been lost or mistyped in one of them. Compare them, and make them alike if they should be.',
    }),
  },
  'consistent-terms': {
    near: ({ found, term }: { found: string; term: string }): Said => ({
      message: `“${found}” is nearly the term “${term}”`,
      note: 'The volume’s list of terms has it in this form. If the passage means the term, write it so; if it means something else, add its wording to the term’s `allow` list.',
    }),
  },
};
