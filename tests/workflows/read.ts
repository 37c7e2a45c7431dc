import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../../pipeline/package-root.js';

export type Values = Record<string, unknown>;

export interface Step {
  id?: string;
  name?: string;
  if?: unknown;
  uses?: string;
  with?: Values;
  run?: string;
  shell?: string;
  env?: Values;
  'working-directory'?: string;
  'continue-on-error'?: unknown;
}

export interface Job {
  name?: string;
  if?: unknown;
  needs?: string | string[];
  'runs-on'?: unknown;
  'timeout-minutes'?: unknown;
  permissions?: unknown;
  env?: Values;
  outputs?: Values;
  secrets?: unknown;
  uses?: string;
  strategy?: { matrix?: Record<string, unknown[]> };
  defaults?: { run?: { shell?: string; 'working-directory'?: string } };
  steps?: Step[];
}

export interface Workflow {
  name?: string;
  on?: unknown;
  env?: Values;
  permissions?: unknown;
  concurrency?: unknown;
  defaults?: Job['defaults'];
  jobs: Record<string, Job>;
}

export const workflowFolder = path.join(packageRoot, '.github/workflows');

/** Names of the workflow files of this repository, in order. */
export const workflowFiles = readdirSync(workflowFolder).sort();

/** What stands in one of them. */
export const workflowText = (file: string) => readFileSync(path.join(workflowFolder, file), 'utf8');

/** Reads a workflow as GitHub does: `on` is a word, and a date is text. */
export const readWorkflow = (text: string) => parse(text, { version: '1.2', schema: 'core' }) as Workflow;

/** An expression as it stands in a workflow. */
export const expression = (text: string) => `\${{ ${text} }}`;

/** Names of the events that a workflow listens to. */
export function eventsOf(on: unknown): string[] {
  if (typeof on === 'string') return [on];
  return Array.isArray(on) ? on.map(String) : Object.keys((on ?? {}) as Values);
}
