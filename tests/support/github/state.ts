import { git } from './git.js';
import { fetchHead, tipOf } from './repositories.js';

export interface User {
  login: string;
  id: number;
  type: 'Bot' | 'User';
}

export interface Repository {
  id: number;
  fullName: string;
  owner: string;
  name: string;
  /** A bare repository. */
  git: string;
  defaultBranch: string;
  /** What it is a fork of. */
  parent: Repository | undefined;
}

interface Timed {
  id: number;
  createdAt: string;
  updatedAt: string;
}

export interface IssueComment extends Timed {
  pull: number;
  user: User;
  body: string;
}

export interface Review extends Timed {
  pull: number;
  user: User;
  body: string;
  commit: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'PENDING';
}

export interface ReviewComment extends Timed {
  pull: number;
  review: number;
  user: User;
  body: string;
  path: string;
  /** Where it was made. */
  commit: string;
  side: 'LEFT' | 'RIGHT';
  /** `undefined` for a comment on the file as a whole. */
  line: number | undefined;
  startLine: number | undefined;
  startSide: 'LEFT' | 'RIGHT' | undefined;
  /** The first comment of the conversation that it is a reply in. */
  replyTo: number | undefined;
}

export interface Status extends Timed {
  sha: string;
  state: 'error' | 'failure' | 'pending' | 'success';
  context: string;
  description: string | null;
  targetUrl: string | null;
  creator: User;
}

export interface CheckRun {
  id: number;
  name: string;
  sha: string;
  status: string;
  conclusion: string | null;
  annotations: object[];
}

export interface Run {
  id: number;
  repository: Repository;
  path: string;
  name: string;
  event: string;
  conclusion: string;
  attempt: number;
  headSha: string;
  headBranch: string;
  /** `undefined` once the fork is gone. */
  headRepository: Repository | undefined;
}

export interface Artifact {
  id: number;
  run: number;
  name: string;
  size: number;
  expired: boolean;
  bytes: Uint8Array;
}

export interface PullFacts {
  number: number;
  title: string;
  body: string;
  base: Repository;
  baseBranch: string;
  head: Repository;
  headBranch: string;
  author: User;
  draft: boolean;
}

/** A pull request. Where it stands follows what is pushed; the rest may be set. */
export class Pull {
  readonly number: number;
  title: string;
  body: string;
  readonly base: Repository;
  baseBranch: string;
  /** `undefined` once the fork is gone. */
  head: Repository | undefined;
  readonly headOwner: string;
  readonly headBranch: string;
  readonly author: User;
  state: 'open' | 'closed' = 'open';
  merged = false;
  draft: boolean;
  locked = false;
  /** As GitHub words it: `clean`, `dirty`, `blocked`, `behind`, `unstable`, `draft`, `unknown`. */
  mergeableState = 'clean';
  /** All commits that it has stood at, oldest first. */
  readonly heads: string[] = [];

  constructor({ number, title, body, base, baseBranch, head, headBranch, author, draft }: PullFacts) {
    this.number = number;
    this.title = title;
    this.body = body;
    this.base = base;
    this.baseBranch = baseBranch;
    this.head = head;
    this.headOwner = head.owner;
    this.headBranch = headBranch;
    this.author = author;
    this.draft = draft;
    if (!headOf(this)) throw new Error(`${head.fullName} has no branch ${headBranch}`);
  }

  close(): void {
    headOf(this);
    this.state = 'closed';
  }

  /** Merges it, as with the button. Throws when it has conflicts. */
  merge(): void {
    const folder = this.base.git;
    const [base, head] = [baseOf(this), headOf(this)];
    const tree = git(folder, 'merge-tree', '--write-tree', base, head).trim();
    const message = `Merge pull request #${this.number} from ${this.headOwner}/${this.headBranch}`;
    const commit = git(folder, 'commit-tree', tree, '-p', base, '-p', head, '-m', message).trim();
    git(folder, 'update-ref', `refs/heads/${this.baseBranch}`, commit);
    this.state = 'closed';
    this.merged = true;
  }

  lock(): void {
    this.locked = true;
  }

  setDraft(draft = true): void {
    this.draft = draft;
  }

  /** Takes the fork away, of which the pull request keeps what it brought. */
  deleteFork(): void {
    headOf(this);
    this.head = undefined;
  }
}

/** The commit that a pull request stands at. An open one follows its branch, and is closed when that is deleted. */
export function headOf(pull: Pull): string {
  if (pull.head && pull.state === 'open') {
    const now = tipOf(pull.head.git, pull.headBranch);
    if (now === undefined) pull.state = 'closed';
    else if (now !== pull.heads.at(-1)) {
      fetchHead(pull.base.git, pull.head.git, pull.headBranch, pull.number);
      pull.heads.push(now);
    }
  }
  return pull.heads.at(-1)!;
}

/** The commit that a pull request is to be merged into. */
export const baseOf = (pull: Pull): string => tipOf(pull.base.git, pull.baseBranch)!;
