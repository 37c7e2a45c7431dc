import { error, InputError } from '../../faults.js';
import { LockedError } from './lock.js';

/** What the file system said of the output folder, as an `InputError` that says what to do; anything else as it is. */
export function outputFault(fault: unknown, output: string): unknown {
  if (fault instanceof InputError || !(fault instanceof Error)) return fault;
  if (fault instanceof LockedError) return new InputError([error('output-busy', { path: output, pid: fault.pid })]);
  const { code, names, path: named } = fault as NodeJS.ErrnoException & { names?: string[] };
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new InputError([error('output-not-writable', { path: output })]);
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new InputError([error('output-disk-full', { path: output })]);
    case 'ENOTDIR':
    case 'ELOOP':
      return new InputError([error('output-no-folder', { path: output })]);
    case 'EBUSY':
      return new InputError([error('output-in-use', { path: output })]);
    case 'TAKEN':
      return new InputError([error('output-taken', { path: output, names: names ?? [] })]);
    case 'EEXIST':
      return new InputError([error('output-in-the-way', { path: output, name: named ?? output })]);
    case undefined:
      return fault;
    default:
      return new InputError([error('output-failed', { path: output, reason: fault.message })]);
  }
}
