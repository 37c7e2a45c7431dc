import type { ReportedFinding } from '../check/feedback-report.js';

interface Sided {
  path: string;
  finding: ReportedFinding;
}

/** What the sentences about two places have in common. */
interface TwoPlaces {
  path?: string;
  line: number;
}

/**
 * The side of a finding to tell it on: its own when the pull request has that file, else that of the other place. The sentence then points back. Nothing where
 * neither side is the pull request's.
 */
export function ownSide(path: string, finding: ReportedFinding, isInPull: (path: string) => boolean): Sided[] {
  if (isInPull(path)) return [{ path, finding }];
  const { cause, fix: _, ...rest } = finding;
  if (!cause || !isInPull(cause.path) || !hasTwoPlaces(finding.args)) return [];
  const { path: there, ...range } = cause;
  const { line, column, endLine, endColumn } = finding;
  return [
    {
      path: there,
      finding: {
        ...rest,
        ...range,
        args: turned(finding.args, path, line),
        cause: { path, line, column, endLine, endColumn },
      },
    },
  ];
}

const hasTwoPlaces = (args: object): args is TwoPlaces => 'line' in args;

/** The arguments as seen from the other place. What speaks for one copy being the intruder was said of the first. */
function turned(args: TwoPlaces, path: string, line: number): object {
  const { phrase, other } = args as { phrase?: string; other?: string };
  return {
    ...args,
    path,
    line,
    ...('evidence' in args && { evidence: [] }),
    ...(phrase !== undefined && other !== undefined && { phrase: other, other: phrase }),
  };
}
