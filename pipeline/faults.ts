import type { MessageArguments, MessageId } from './messages/index.js';
import type { Place } from './volume/types.js';

/** Something wrong with the input: a message by its id, so that it can be said in the reader's language, and its place. */
export interface Fault {
  severity: 'error' | 'warning';
  id: MessageId;
  args: object;
  place?: Place;
}

/** An error at `place`, said by message `id` with `args`. */
export function error<Id extends MessageId>(id: Id, args: MessageArguments<Id>, place?: Place): Fault {
  return { severity: 'error', id, args, ...(place && { place }) };
}

/** A warning at `place`, said by message `id` with `args`. */
export function warning<Id extends MessageId>(id: Id, args: MessageArguments<Id>, place?: Place): Fault {
  return { severity: 'warning', id, args, ...(place && { place }) };
}

/** Thrown when the input cannot be worked with; carries every fault found, not only the first. The command line exits with 2. */
export class InputError extends Error {
  /** `root`: the folder that the faults' paths are relative to, where it is not the volume's. */
  constructor(
    readonly faults: Fault[],
    readonly root?: string,
  ) {
    super(faults.map((fault) => `${fault.place?.path ?? ''}:${fault.place?.line ?? ''} ${fault.id}`).join('; '));
    this.name = 'InputError';
  }
}

/** Throws an `InputError` with all `faults` when one of them is an error; otherwise returns them. */
export function failOnErrors(faults: Fault[], root?: string): Fault[] {
  if (faults.some((fault) => fault.severity === 'error')) throw new InputError(faults, root);
  return faults;
}
