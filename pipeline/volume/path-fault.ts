import { error, type Fault } from '../faults.js';
import type { PathProblem } from './files.js';
import type { Place } from './types.js';

/** The fault for a path that leads to no file that may be used, in the words for its `subject`. */
export function pathFault(
  problem: PathProblem,
  wanted: string,
  place: Place,
  subject: 'figure' | 'bibliography' | 'terms' | 'include',
): Fault {
  switch (problem.problem) {
    case 'absolute':
      return error('path-absolute', { path: wanted, subject }, place);
    case 'outside':
      return error('path-outside', { path: wanted, subject }, place);
    case 'link':
      return error('path-is-a-link', { path: wanted, subject }, place);
    case 'folder':
    case 'special':
      return error('path-is-no-file', { path: wanted, subject }, place);
    case 'case':
      return error('path-case', { path: wanted, found: problem.found, subject }, place);
    case 'missing':
      return error('path-missing', { path: wanted, subject }, place);
  }
}
