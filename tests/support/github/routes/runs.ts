import { artifactAnswer, runAnswer } from '../answers.js';
import { failed, missing, ok, type Request, type Route } from '../request.js';
import type { Artifact } from '../state.js';

const runOf = ({ store, repository, parameters }: Request) =>
  store.runs.find((run) => run.id === Number(parameters.run_id) && run.repository === repository);

const artifactOf = ({ store, parameters }: Request): Artifact | undefined =>
  store.artifacts.find(({ id }) => id === Number(parameters.artifact_id));

export const runs: Record<string, Route> = {
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}': {
    answer: (request) => {
      const run = runOf(request);
      return run ? ok(runAnswer(run, request.store.pulls)) : missing();
    },
  },
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts': {
    answer: (request) => {
      const { store, repository, query, api } = request;
      const run = runOf(request);
      if (!run) return missing();
      const name = query.get('name');
      const own = store.artifacts.filter((one) => one.run === run.id && (!name || one.name === name)).reverse();
      const artifacts = own.map((one) => artifactAnswer(one, repository, api));
      return { status: 200, body: { total_count: artifacts.length, artifacts }, paged: { key: 'artifacts' } };
    },
  },
  'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}': {
    answer: (request) => {
      const artifact = artifactOf(request);
      return artifact ? ok(artifactAnswer(artifact, request.repository, request.api)) : missing();
    },
  },
  'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}': {
    answer: (request) => {
      const artifact = artifactOf(request);
      if (!artifact || request.parameters.archive_format !== 'zip') return missing();
      if (artifact.expired) return failed(410, 'Artifact has expired');
      return { status: 302, headers: { location: `${request.api}/_storage/artifacts/${artifact.id}.zip` } };
    },
  },
};
