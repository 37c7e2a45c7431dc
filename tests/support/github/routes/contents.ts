import { fileAnswer, repositoryAnswer, web } from '../answers.js';
import { example } from '../example.js';
import { filesBetween } from '../pull-files.js';
import { blobOf, commitOf, commitsBetween, entriesOf, mergeBase, type TreeEntry } from '../repositories.js';
import { type Answer, missing, ok, type Request, type Route } from '../request.js';
import type { Repository } from '../state.js';

const isRaw = (accept: string) => /\braw\b/.test(accept);
const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/.{60}/g, '$&\n');
const asBytes = (bytes: Buffer, accept: string): Answer => ({
  status: 200,
  bytes,
  headers: { 'content-type': `${accept.split(',')[0]}; charset=utf-8` },
});

/** Above it, GitHub gives a file's content only to those who ask for it raw. */
const largestContent = 1024 * 1024;

/** An entry of a tree; with its content when it is asked for alone. */
function entryAnswer({ mode, type, sha, path }: TreeEntry, { git, fullName }: Repository, ref: string, alone: boolean) {
  const bytes = type === 'blob' ? blobOf(git, sha)! : Buffer.alloc(0);
  const kind = type === 'tree' ? 'dir' : type === 'commit' ? 'submodule' : mode === '120000' ? 'symlink' : 'file';
  const name = path.split('/').map(encodeURIComponent).join('/');
  const self = `${web}/api/repos/${fullName}/contents/${name}?ref=${encodeURIComponent(ref)}`;
  const html = `${web}/${fullName}/blob/${encodeURIComponent(ref)}/${name}`;
  const gitUrl = `${web}/api/repos/${fullName}/git/${type}s/${sha}`;
  const download = type === 'blob' ? `${html}?raw=true` : null;
  const facts = { name: path.split('/').at(-1), path, sha, size: bytes.length, type: kind };
  const urls = { url: self, html_url: html, git_url: gitUrl, download_url: download };
  const common = { ...facts, ...urls, _links: { self, git: gitUrl, html } };
  if (!alone || kind === 'dir') return common;
  if (kind === 'symlink') return { ...common, target: bytes.toString() };
  if (kind === 'submodule') return { ...common, submodule_git_url: self };
  const large = bytes.length > largestContent;
  return { ...common, encoding: large ? 'none' : 'base64', content: large ? '' : base64(bytes) };
}

/** The commit that one side of a comparison names: `branch`, `owner:branch` or a commit. */
function sideOf({ store, repository }: Request, name: string): string | undefined {
  const [owner, branch] = name.includes(':') ? name.split(':', 2) : [repository.owner, name];
  const pull = store.pulls.find((one) => one.headOwner === owner && one.headBranch === branch);
  if (owner === repository.owner) return commitOf(repository.git, branch!);
  return pull && commitOf(repository.git, `refs/pull/${pull.number}/head`);
}

export const contents: Record<string, Route> = {
  'GET /repos/{owner}/{repo}': {
    answer: ({ repository }) => ok(repositoryAnswer(repository, 'full-repository')),
  },
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': {
    answer: ({ repository, parameters, accept }) => {
      const sha = parameters.file_sha!;
      const bytes = /^[0-9a-f]{40}$/.test(sha) ? blobOf(repository.git, sha) : undefined;
      if (!bytes) return missing();
      if (isRaw(accept)) return asBytes(bytes, accept);
      return ok(example('blob', { sha, size: bytes.length, encoding: 'base64', content: base64(bytes) }));
    },
  },
  'GET /repos/{owner}/{repo}/contents/{path}': {
    answer: ({ repository, parameters, query, accept }) => {
      const ref = query.get('ref') ?? repository.defaultBranch;
      const commit = commitOf(repository.git, ref);
      if (!commit) return missing();
      const path = parameters.path!.replace(/\/+$/, '');
      const [entry] = path ? entriesOf(repository.git, commit, path) : [];
      if (path && !entry) return missing();
      if (entry && entry.type !== 'tree') {
        if (isRaw(accept)) return asBytes(blobOf(repository.git, entry.sha)!, accept);
        return ok(entryAnswer(entry, repository, ref, true));
      }
      const inside = entriesOf(repository.git, commit, path && `${path}/`);
      return ok(inside.map((one) => entryAnswer(one, repository, ref, false)));
    },
  },
  'GET /repos/{owner}/{repo}/compare/{basehead}': {
    answer: (request) => {
      const { repository, parameters } = request;
      const [base, head] = parameters.basehead!.split('...').map((name) => sideOf(request, name));
      const from = base && head && mergeBase(repository.git, base, head);
      if (!from) return missing();
      const ahead = commitsBetween(repository.git, base, head);
      const behind = commitsBetween(repository.git, head, base);
      const named = (sha: string) => example('commit', { sha });
      return ok(
        example('commit-comparison', {
          status:
            ahead.length === 0
              ? behind.length === 0
                ? 'identical'
                : 'behind'
              : behind.length > 0
                ? 'diverged'
                : 'ahead',
          ahead_by: ahead.length,
          behind_by: behind.length,
          total_commits: ahead.length,
          base_commit: named(base),
          merge_base_commit: named(from),
          commits: ahead.map(named),
          files: filesBetween(repository.git, from, head).slice(0, 300).map(fileAnswer),
        }),
      );
    },
  },
};
