import { type Fault, warning } from '../../faults.js';
import type { MessageArguments, MessageId } from '../../messages/index.js';
import type { Manuscript } from '../../volume/types.js';
import { placeOf } from './places.js';

/** Something that a pass could not set as it was written; `find` is text of the manuscript by which its place is found. */
export interface Notice {
  id: MessageId;
  args: Record<string, unknown>;
  find: string;
}

/** A notice of message `id`, at the place where `find` stands. */
export function notice<Id extends MessageId>(id: Id, args: MessageArguments<Id>, find: string): Notice {
  return { id, args: { ...args }, find };
}

/** Notices as warnings with their places in the manuscript. A text that occurs again is looked for after where it was last found. */
export function noticeFaults(notices: Notice[], manuscript: Manuscript): Fault[] {
  const lastLine = new Map<string, number>();
  return notices.map(({ id, args, find }) => {
    const from = (lastLine.get(find) ?? 0) + 1;
    const after = placeOf(manuscript, find, from);
    const place = after.line ? after : placeOf(manuscript, find);
    if (place.line) lastLine.set(find, place.line);
    return warning(id, args as never, place);
  });
}
