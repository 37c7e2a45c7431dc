import { readFileSync } from 'node:fs';

/** What a run leaves for others. */
export interface Artifact {
  name: string;
  /** Whether it is a zip of its files; otherwise it is its one file. */
  zipped: boolean;
  /** Names within it, and where their content is. */
  files: ReadonlyMap<string, string>;
  bytes: number;
  retentionDays: number;
}

/** Where runs put their artifacts. A test may listen to what is put there. */
export class Artifacts {
  readonly #runs = new Map<number, Artifact[]>();

  constructor(private readonly listen: (runId: number, artifact: Artifact) => void = () => {}) {}

  put(runId: number, artifact: Artifact): void {
    const all = this.of(runId);
    if (all.some(({ name }) => name === artifact.name))
      throw new Error(`Conflict: an artifact with this name already exists on the workflow run: ${artifact.name}`);
    this.#runs.set(runId, [...all, artifact]);
    this.listen(runId, artifact);
  }

  of(runId: number): readonly Artifact[] {
    return this.#runs.get(runId) ?? [];
  }

  /** The text of a file in an artifact. */
  text(runId: number, name: string, file = name): string {
    const found = this.of(runId)
      .find((artifact) => artifact.name === name)
      ?.files.get(file);
    if (found === undefined) throw new Error(`Run ${runId} left no ${file} in ${name}`);
    return readFileSync(found, 'utf8');
  }
}
