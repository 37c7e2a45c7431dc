import type { Route } from '../request.js';
import { checks } from './checks.js';
import { comments } from './comments.js';
import { contents } from './contents.js';
import { pulls } from './pulls.js';
import { reviews } from './reviews.js';
import { runs } from './runs.js';
import { statuses } from './statuses.js';

/** What the fake does for each operation of GitHub's description. */
export const routes: Readonly<Record<string, Route>> = {
  ...pulls,
  ...reviews,
  ...comments,
  ...statuses,
  ...checks,
  ...contents,
  ...runs,
};
