import { z } from 'zod';
import { type FeedbackReport, reportLimits } from '../check/feedback-report.js';
import { knownRules } from '../check/rules.js';
import { volume } from '../messages/en/volume.js';
import { argumentsOf } from './arguments.js';
import { NoFeedback } from './no-feedback.js';

/*
 * A report comes from a job that ran on a stranger's copy of the workflow, so every byte of it may have been chosen by that stranger. It is believed in
 * nothing that is not checked here or against GitHub.
 */

const commit = z.string().regex(/^[0-9a-f]{40}$/);
const line = z.int().min(1).max(100_000);
const column = z.int().min(1).max(10_000_000);
const offset = z.int().min(0).max(10_000_000);
const range = { line, column, endLine: line, endColumn: column };
/** Relative, without empty, `.` or `..` parts, and nothing that does not print: a manuscript, or volume.yml and its like. */
const path = z
  .string()
  .max(1000)
  .refine((value) => isPlainPath(value));
const rule = z.string().refine((id) => knownRules.has(id));

const finding = z
  .strictObject({
    rule,
    kind: z.string().max(100),
    args: z.unknown(),
    ...range,
    cause: z.strictObject({ path, ...range }).optional(),
    fix: z
      .strictObject({
        start: offset,
        end: offset,
        text: z.string().max(reportLimits.text),
        safety: z.enum(['safe', 'suggest']),
      })
      .refine(({ start, end }) => start <= end)
      .optional(),
  })
  .refine(({ line, column, endLine, endColumn }) => endLine > line || (endLine === line && endColumn >= column))
  .refine(({ rule, kind, args }) => argumentsOf(rule, kind)?.safeParse(args).success);

const text = z.string().max(reportLimits.text);
const fault = z.strictObject({
  id: z
    .string()
    .refine((id) => Object.hasOwn(volume, id))
    .optional(),
  args: z
    .record(
      z.string().regex(/^[a-z]{1,20}$/),
      z.union([text, z.int().min(0).max(10_000_000), z.array(text).max(reportLimits.texts)]),
    )
    .optional(),
  path: path.optional(),
  line: line.optional(),
});

const schema = z.strictObject({
  schema: z.literal(1),
  tool: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/),
  head: commit,
  base: commit,
  outcome: z.enum(['complete', 'failed']),
  truncated: z.boolean(),
  manuscripts: z.int().min(0).max(1_000_000),
  waived: z.record(rule, z.int().min(0).max(1_000_000)),
  files: z
    .array(
      z.strictObject({
        path,
        blob: commit,
        locale: z.enum(['zh', 'en']),
        findings: z.array(finding).max(reportLimits.findings),
      }),
    )
    .max(reportLimits.files),
  faults: z.array(fault).max(reportLimits.faults),
});

/** A report from its bytes. Throws a `NoFeedback`. */
export function readReport(bytes: Uint8Array): FeedbackReport {
  if (bytes.length > reportLimits.bytes) throw new NoFeedback('untrusted-size', { bytes: reportLimits.bytes });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new NoFeedback('untrusted-zip', {});
  const value = parse(decode(bytes));
  const checked = schema.safeParse(value);
  if (!checked.success) throw new NoFeedback('untrusted-shape', { place: placeOf(checked.error) });
  const report = checked.data as FeedbackReport;
  const count = report.files.reduce((sum, { findings }) => sum + findings.length, 0);
  if (count > reportLimits.findings) throw new NoFeedback('untrusted-shape', { place: 'findings' });
  if (new Set(report.files.map(({ path }) => path)).size < report.files.length)
    throw new NoFeedback('untrusted-shape', { place: 'files' });
  return report;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NoFeedback('untrusted-encoding', {});
  }
}

const deepest = 12;

function parse(text: string): unknown {
  // A text that is nested deeply enough ends the program in JSON.parse or in whatever goes through the value later.
  if (depthOf(text) > deepest) throw new NoFeedback('untrusted-depth', {});
  try {
    return JSON.parse(text, (key, value) => {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype')
        throw new NoFeedback('untrusted-shape', { place: 'keys' });
      return value;
    });
  } catch (fault) {
    if (fault instanceof NoFeedback) throw fault;
    throw new NoFeedback('untrusted-json', {});
  }
}

/** How deep the brackets of a JSON text go. In time that grows with its length only, whatever it is. */
function depthOf(text: string): number {
  let [depth, most, inString] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (inString && mark === '\\') at++;
    else if (mark === '"') inString = !inString;
    else if (!inString && (mark === '[' || mark === '{')) most = Math.max(most, ++depth);
    else if (!inString && (mark === ']' || mark === '}')) depth--;
  }
  return most;
}

/** Where in a report something is wrong: names of the shape only, and numbers. */
function placeOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const known = new Set([
    'files',
    'findings',
    'faults',
    'waived',
    'args',
    'cause',
    'fix',
    ...Object.keys(schema.shape),
  ]);
  const parts = (issue?.path ?? []).map((part) => (typeof part === 'number' || known.has(String(part)) ? part : '…'));
  return parts.join('.') || 'the top';
}

function isPlainPath(value: string): boolean {
  if (/[\0-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\\]/.test(value) || !value.isWellFormed())
    return false;
  return value.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
