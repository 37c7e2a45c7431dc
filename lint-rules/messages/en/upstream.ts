import type { UpstreamRuleId } from '../../upstream.js';
import type { Said } from '../said.js';

/** What the rules that remark-lint brings say, by rule; `text` is what stands at the place. */
export const upstream: Record<UpstreamRuleId, (args: { text: string }) => Said> = {
  'final-newline': () => ({
    message: 'The last line has no end',
    note: 'The file stops in the middle of a line. Some programs then glue the next file to it. Add an empty line at the end.',
  }),
  'heading-increment': ({ text }) => ({
    message: `The heading “${text}” skips a level`,
    note: 'A subsection without its section: the table of contents gets a gap, and readers who jump from heading to heading lose their way. Give it one # more than the heading above.',
  }),
  'no-duplicate-headings': ({ text }) => ({
    message: `The heading “${text}” stands twice`,
    note: 'In the table of contents nobody can tell the two apart. Say in each what its section is about, or delete the one that was copied by mistake.',
  }),
  'no-undefined-references': ({ text }) => ({
    message: `Nothing in this manuscript defines “${text}”`,
    note: 'A link in this form needs a line such as “[name]: https://…” somewhere in the text; without it, the brackets are printed. Add the line, or write the address into the link.',
  }),
  'no-duplicate-definitions': ({ text }) => ({
    message: `“${text}” defines a name that is defined already`,
    note: 'Only the first definition counts, so this link or note is lost. Give it a name of its own.',
  }),
  'no-unused-definitions': ({ text }) => ({
    message: `Nothing refers to “${text}”`,
    note: 'The definition prints nothing. Perhaps the reference was lost in editing: restore it, or delete this line.',
  }),
  'no-empty-url': ({ text }) => ({
    message: `The link “${text}” leads nowhere`,
    note: 'Its address is empty. Write the address between the round brackets, or make it plain text.',
  }),
  'no-hidden-table-cell': ({ text }) => ({
    message: `The cell “${text}” is not printed`,
    note: 'This row has more cells than the table’s first row, and what is beyond them disappears. Add a column to the first row, or join the cells.',
  }),
  'no-heading-like-paragraph': () => ({
    message: 'More than six # make no heading',
    note: 'Headings have six levels at most; this line is printed with its # signs. Use fewer of them.',
  }),
  'no-reference-like-url': ({ text }) => ({
    message: `“${text}” uses the name of a definition as an address`,
    note: 'Round brackets hold an address, square ones a name. Write [text][name] to use the definition.',
  }),
};

/** What each of them finds, in one line. */
export const upstreamSummaries: Record<UpstreamRuleId, string> = {
  'final-newline': 'A last line without an end',
  'heading-increment': 'A heading that skips a level',
  'no-duplicate-headings': 'Two headings of the same words',
  'no-undefined-references': 'A link by name whose definition is missing',
  'no-duplicate-definitions': 'A name that is defined twice',
  'no-unused-definitions': 'A definition that nothing refers to',
  'no-empty-url': 'A link that leads nowhere',
  'no-hidden-table-cell': 'A table cell that is not printed',
  'no-heading-like-paragraph': 'More than six # signs, which make no heading',
  'no-reference-like-url': 'The name of a definition used as an address',
};
