import type { Finding, FindingArguments } from '../../lint-rules/front-matter/findings.js';
import type { Fault } from '../faults.js';
import type { Messages } from '../messages/index.js';

/** Compiles only while every finding of the front-matter schema has its sentence among the messages. */
type Said = { [Id in keyof FindingArguments]: (args: FindingArguments[Id]) => string };
type Every<T extends Said> = T;
export type FrontMatterMessages = Every<Messages>;

/** A finding of the front-matter schema as a fault of the file at `path`. */
export function faultOf({ severity, id, args, line, column }: Finding, path: string): Fault {
  return { severity, id, args: args as Record<string, unknown>, place: { path, line, column } };
}
