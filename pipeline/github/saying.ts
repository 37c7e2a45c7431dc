import type { InlineCode, PhrasingContent } from 'mdast';
import { type OwnRuleId, ownRules } from '../../lint-rules/ids.js';
import { summaryOf } from '../../lint-rules/index.js';
import { sayFinding, sayUpstream } from '../../lint-rules/messages/index.js';
import type { Said } from '../../lint-rules/messages/said.js';
import type { Locale } from '../../lint-rules/text/language.js';
import { type UpstreamRuleId, upstreamRules } from '../../lint-rules/upstream.js';
import { sayWaiver, type WaiverKind } from '../check/conclude.js';
import { code, text } from '../markdown-tree.js';
import { type MessageId, say, sayFault } from '../messages/index.js';
import { expectations } from './arguments.js';

/** A sentence as a tree, in which everything that comes from a manuscript stands in code. */
export interface SaidTree {
  message: PhrasingContent[];
  note: PhrasingContent[];
}

/** The sentence of the catalogue for a finding, plain. */
function sentence(locale: Locale, rule: string, kind: string, args: object): Said {
  if (Object.hasOwn(ownRules, rule)) return sayFinding(locale, rule as OwnRuleId, kind, args);
  if (Object.hasOwn(upstreamRules, rule)) return sayUpstream(locale, rule as UpstreamRuleId, args as { text: string });
  return sayWaiver(locale, kind as WaiverKind, args as never);
}

/** The sentence for a finding; without arguments, only what its rule finds. */
export function sayTree(locale: Locale, rule: string, kind: string, args: object | undefined): SaidTree {
  if (!args) return { message: [text(ruleSummary(locale, rule))], note: [] };
  // The catalogue makes plain sentences. What is put into them is found again by marks that no manuscript can have kept.
  const quoted: string[] = [];
  const said = sentence(locale, rule, kind, marked(args, rule, quoted));
  return { message: withCode(said.message, quoted), note: withCode(said.note, quoted) };
}

/** The sentence about a fault of a volume, or nothing where it cannot be made. */
export function sayFaultTree(locale: Locale, id: string, args: object): PhrasingContent[] {
  const quoted: string[] = [];
  return withCode(sayFault(locale, { severity: 'error', id: id as MessageId, args: marked(args, '', quoted) }), quoted);
}

/** What a rule finds, in one line. */
export function ruleSummary(locale: Locale, rule: string): string {
  return summaryOf(rule, locale) ?? say(locale, 'waiver-unused', { rules: [] });
}

const open = '\uE000';
const close = '\uE001';

/** Values of arguments that choose a word of a sentence instead of standing in it. */
const choosing: Record<string, readonly string[]> = {
  found: ['text', 'list', 'map', 'nothing'],
  expected: expectations,
  reason: ['shape', 'check-digit'],
  subject: ['figure', 'bibliography', 'terms', 'include'],
  kind: [
    'PDF',
    'Word',
    'ZIP',
    'RTF',
    'image',
    'binary',
    'LFS',
    'stray-enumerator',
    'foreign-name',
    'starts-mid-sentence',
    'starts-as-fragment',
  ],
};

function marked<T>(value: T, rule: string, quoted: string[], key = ''): T {
  if (typeof value === 'string') {
    // A term of the volume may be one of these words, too.
    if (rule !== 'consistent-terms' && choosing[key]?.includes(value)) return value;
    quoted.push(value);
    return `${open}${quoted.length - 1}${close}` as T;
  }
  if (Array.isArray(value)) return value.map((one) => marked(one, rule, quoted)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, rule, quoted, name)])) as T;
}

function withCode(sentence: string, quoted: readonly string[]): PhrasingContent[] {
  const parts = sentence.split(/\uE000(\d+)\uE001/);
  return parts.flatMap((part, index): PhrasingContent[] => {
    if (index % 2 === 1) return [quotation(quoted[Number(part)] ?? '')];
    // Code needs no quotation marks around it.
    const opened = index + 2 <= parts.length ? part.replace(/“$/, parts[index + 2]?.startsWith('”') ? '' : '“') : part;
    const bare = index >= 2 && parts[index - 2]?.endsWith('“') ? opened.replace(/^”/, '') : opened;
    return bare === '' ? [] : [text(bare)];
  });
}

/** Marks of direction and characters that print nothing: they could make a quotation look like something else. */
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\u115F\u1160\u3164\uFFA0]/gu;

/** A text of a manuscript as code, on one line: nothing in it is a mention, a link or markup. */
export function quotation(value: string): InlineCode {
  const plain = value.toWellFormed().replace(/\s+/g, ' ').replace(unprintable, '').trim();
  return code(plain === '' ? ' ' : plain);
}
