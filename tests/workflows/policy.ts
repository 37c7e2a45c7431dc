import { eventsOf, readWorkflow, type Step, type Values } from './read.js';

/** The jobs that may change something, and what: nobody else's permission is more than `read`. */
const writers: Record<string, readonly string[]> = {
  'feedback.yml feedback': ['pull-requests', 'statuses'],
  'security.yml codeql': ['security-events'],
};

/** Whose actions are used: each further one could be taken over by somebody. */
const trustedActions = /^(?:actions|github\/codeql-action)\/[\w/-]+@/;

type Rule = (step: Step, where: Where) => string[];
interface Where {
  /** Other people's workflows set this one off, and it may write. */
  privileged: boolean;
  /** Folders that hold what a pull request brings. */
  untrusted: readonly string[];
}

/**
 * What is wrong with a workflow by the project's own policy, one sentence a fault. GitHub's documentation on the secure use of actions is its source:
 * https://docs.github.com/en/actions/reference/security/secure-use
 */
export function faultsIn(file: string, text: string): string[] {
  const workflow = readWorkflow(text);
  const events = eventsOf(workflow.on);
  const faults: string[] = [];
  const say = (fault: string) => faults.push(fault);

  if (events.includes('pull_request_target')) say('runs on pull_request_target');
  if (!isEmpty(workflow.permissions)) say('permissions at the top are not {}');
  if (workflow.concurrency === undefined) say('has no concurrency');
  if (workflow.defaults?.run?.shell !== 'bash') say('the default shell is not bash');
  if (/\bsecrets\b\s*[.[:]/.test(withoutComments(text))) say('reads a secret');
  if (/\bvars\b\s*[.[]/.test(withoutComments(text))) say('reads a variable, which no run from a fork is given');
  for (const [, action] of text.matchAll(/^\s*(?:- )?uses: *([^\s#]+)(?! # v\d+\.\d+\.\d+$)(?=\s|$)/gm))
    if (!action!.startsWith('./')) say(`${action} is not followed by its version`);

  for (const [name, job] of Object.entries(workflow.jobs)) {
    const sayOf = (fault: string) => say(`${name}: ${fault}`);
    if (job['timeout-minutes'] === undefined) sayOf('has no timeout');
    if (job['runs-on'] !== 'ubuntu-24.04') sayOf('does not run on ubuntu-24.04');
    for (const fault of permissionFaults(job.permissions, writers[`${file} ${name}`] ?? [])) sayOf(fault);
    const steps = job.steps ?? [];
    const where = { privileged: events.includes('workflow_run'), untrusted: untrustedFolders(steps) };
    for (const step of steps) for (const rule of rules) for (const fault of rule(step, where)) sayOf(fault);
  }
  return faults;
}

function permissionFaults(permissions: unknown, mayWrite: readonly string[]): string[] {
  if (permissions === undefined) return ['has no permissions'];
  if (typeof permissions === 'string') return [`asks for ${permissions}`];
  return Object.entries(permissions as Values).flatMap(([scope, access]) =>
    access === 'read' || access === 'none' || mayWrite.includes(scope) ? [] : [`may write ${scope}`],
  );
}

const rules: Rule[] = [
  function pinned({ uses }) {
    if (uses === undefined || uses.startsWith('./')) return [];
    return [
      ...(/@[0-9a-f]{40}$/.test(uses) ? [] : [`${uses} is not pinned by its full commit`]),
      ...(trustedActions.test(uses) ? [] : [`${uses} is nobody's whom the project trusts`]),
    ];
  },
  function checkout(step, { privileged }) {
    if (!isAction(step, 'actions/checkout')) return [];
    const options = step.with ?? {};
    return [
      ...(options['persist-credentials'] === false ? [] : ['a checkout keeps its credentials']),
      ...('allow-unsafe-pr-checkout' in options ? ['a checkout waives its guard'] : []),
      ...(privileged && ('ref' in options || 'repository' in options) ? ['a privileged job checks out a ref'] : []),
    ];
  },
  function cache(step) {
    if (isAction(step, 'actions/cache')) return ['a cache is used'];
    if (!isAction(step, 'actions/setup-node')) return [];
    const { 'package-manager-cache': automatic, cache } = step.with ?? {};
    return automatic === false && cache === undefined ? [] : ['setup-node caches'];
  },
  function download(step, { privileged }) {
    if (!privileged || !isAction(step, 'actions/download-artifact')) return [];
    const { path, name, 'skip-decompress': asIs } = step.with ?? {};
    return [
      ...(asIs === true ? [] : ['an artifact is unzipped']),
      ...(/^\$\{\{ runner\.temp \}\}\//.test(String(path)) ? [] : ['an artifact is put beside the programs']),
      ...(name === undefined ? ['any artifact is fetched'] : []),
    ];
  },
  function injection({ run = '', with: options }) {
    const script = String(options?.script ?? '');
    return run.includes('${{') || script.includes('${{') ? ['an expression stands in a script'] : [];
  },
  function packages({ run = '' }) {
    const commands = run.match(/\bnpm (?:ci|i|install|add|exec)\b[^\n;&|]*|\bnpx\b[^\n;&|]*/g) ?? [];
    return commands.some((command) => command.trim() !== 'npm ci --ignore-scripts')
      ? ['packages are installed otherwise than by npm ci --ignore-scripts']
      : [];
  },
  function commits({ run = '' }, { privileged }) {
    return privileged && /\bgit\s+(?:fetch|pull|clone|checkout|switch)\b|\bgh\b/.test(run)
      ? ['a privileged job fetches commits']
      : [];
  },
  function untrustedFolder({ run = '', 'working-directory': folder = '' }, { untrusted }) {
    const inside = untrusted.some((one) => folder === one || folder.startsWith(`${one}/`));
    return inside || (untrusted.length > 0 && /\b(?:cd|pushd)\b/.test(run))
      ? ["works in the pull request's files"]
      : [];
  },
];

/** Where a job that also checks out a trusted commit puts the commit that the event is about. */
function untrustedFolders(steps: readonly Step[]): string[] {
  const checkouts = steps.filter((step) => isAction(step, 'actions/checkout'));
  return checkouts.flatMap(({ with: { ref, path } = {} }) =>
    ref === undefined && path !== undefined ? [String(path)] : [],
  );
}

const isAction = ({ uses = '' }: Step, name: string) => uses.startsWith(`${name}@`) || uses.startsWith(`${name}/`);
const isEmpty = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length === 0;
const withoutComments = (text: string) => text.replace(/(?<=^|\s)#.*$/gm, '');
