import type { Resources } from '../../lint-rules/rule.js';
import type { VolumeFiles } from '../volume/files.js';

/** Something that a rule wanted to know of the files beside a manuscript, and what it was told. Plain data. */
export type Answer = [question: 'exists', path: string, answer: boolean];

/** Where a manuscript stands among the files that it may refer to. */
export interface Beside {
  files: VolumeFiles;
  /** Its folder, relative to the root of these, POSIX. */
  folder: string;
}

/** What a manuscript may refer to; whatever a rule asks is noted in `answers`, so that one can tell later whether it would be told the same. */
export function resourcesFor(beside: Beside, answers: Answer[]): Resources {
  const told = new Map<string, boolean>();
  return {
    exists(path) {
      const known = told.get(path);
      if (known !== undefined) return known;
      const answer = isThere(beside, path);
      told.set(path, answer);
      answers.push(['exists', path, answer]);
      return answer;
    },
  };
}

/** Whether a rule that was given these answers would be given the same ones now. */
export function stillTrue(answers: readonly Answer[], beside: Beside): boolean {
  return answers.every(([, path, answer]) => isThere(beside, path) === answer);
}

function isThere({ files, folder }: Beside, path: string): boolean {
  return !('problem' in files.find(folder, path));
}
