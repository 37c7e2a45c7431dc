import type { MessageArguments, MessageId } from '../messages/index.js';

/** Reasons to say nothing on a pull request. */
export type Reason = Extract<MessageId, `nothing-${string}` | `untrusted-${string}`>;

/** Thrown where nothing is to be said on a pull request: that is no fault of the program, and the log tells why. */
export class NoFeedback<Id extends Reason = Reason> extends Error {
  override name = 'NoFeedback';

  constructor(
    readonly id: Id,
    readonly args: MessageArguments<Id>,
  ) {
    super(id);
  }
}
