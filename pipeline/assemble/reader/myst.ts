import { preflight } from '../../volume/preflight.js';
import { MystConversion } from './myst-blocks.js';
import { directiveNames } from './myst-directives.js';
import { roleNames } from './myst-roles.js';
import { type Notice, notice } from './notices.js';

const directive = /^[ \t]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{([A-Za-z][\w:.+-]*)[^{}\n]*\}/gm;
const role = /(?<![`\\])\{([A-Za-z][\w:+-]*)\}`/g;
const target = /^[ \t]*\([^()\s]+\)=[ \t]*$/m;
const labelledMath = /\$\$[ \t]*\([A-Za-z][\w:.-]*\)[ \t]*$/m;

/**
 * Whether a manuscript is written in MyST (mystmd.org): it has a directive or a role of MyST's, a target `(label)=` or a labelled formula.
 * Fenced divisions of pandoc (`::: {.note}`) and code chunks of R Markdown (`{r}`) are none of these.
 */
export function looksLikeMyst(source: string): boolean {
  if (target.test(source) || labelledMath.test(source)) return true;
  for (const [, name] of source.matchAll(directive)) if (directiveNames.has(name!.toLowerCase())) return true;
  for (const [, name] of source.matchAll(role)) if (roleNames.has(name!)) return true;
  return false;
}

/**
 * Writes MyST in pandoc's Markdown: directives become HTML elements round their content (which the passes over the tree turn into
 * figures, tables, quotations), roles and targets become pandoc's citations, links and spans. Code is left alone. What follows keeps its
 * line wherever a directive has room for its translation. Titles that MyST supplies, such as “Note”, are in `lang`.
 * Directives that would read a file, run code or load a page are left out with a notice; of unknown ones the content stays.
 * A text whose translation pandoc would hang on stays untranslated, with a notice.
 */
export function mystToPandoc(source: string, lang = 'en'): { text: string; notices: Notice[] } {
  const conversion = new MystConversion(lang);
  const text = conversion.convert(source);
  // What was checked when the volume was read is the text as it was written, where the content of a directive counts as code.
  const [slow] = preflight(text);
  if (!slow) return { text, notices: conversion.notices };
  const line = text.split('\n')[slow.line - 1]!.trim().slice(0, 40);
  return { text: source, notices: [notice('myst-not-read', { limit: slow.args.limit }, line)] };
}
