import type { Fault } from '../faults.js';
import * as en from './en/index.js';
import * as zh from './zh/index.js';

/** Languages that Galley speaks. */
export type Language = 'en' | 'zh';

/** Every message; a language that lacks one does not compile. */
export type Messages = typeof en.messages;
export type MessageId = keyof Messages;
export type MessageArguments<Id extends MessageId> = Parameters<Messages[Id]>[0];

const catalogues: Record<Language, Messages> = { en: en.messages, zh: zh.messages };

/** The sentence for message `id` in `language`. */
export function say<Id extends MessageId>(language: Language, id: Id, args: MessageArguments<Id>): string {
  const message = catalogues[language][id] as (args: MessageArguments<Id>) => string;
  return message(args);
}

/** The sentence for a fault in `language`, without its place. */
export function sayFault(language: Language, fault: Fault): string {
  const message = catalogues[language][fault.id] as (args: object) => string;
  return message(fault.args);
}

/** The language to speak: `GALLEY_LANG`, else the first of LC_ALL, LC_MESSAGES and LANG that is set; Chinese for `zh`, otherwise English. */
export function languageFrom(env: NodeJS.ProcessEnv): Language {
  const wanted = env.GALLEY_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh/i.test(wanted) ? 'zh' : 'en';
}
