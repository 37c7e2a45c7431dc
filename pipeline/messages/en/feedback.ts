const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

type FeedbackPart = 'old-comments' | 'review' | 'summary' | 'status';

const parts: Record<FeedbackPart, string> = {
  'old-comments': 'the changes to older comments',
  review: 'the comments on lines',
  summary: 'the comment that sums up',
  status: 'the status of the commit',
};

/** What is said on a pull request, and what the command that says it tells its operator. */
export const feedback = {
  'feedback-description': (_: Record<string, never>) =>
    'say on the pull request what a run of “galley lint” found (for a workflow)',
  'option-feedback-report': (_: Record<string, never>) => 'the report that “galley lint --report-file” wrote',
  'feedback-heading-findings': ({ count }: { count: number }) =>
    `Thank you! Galley has read it: ${plural(count, 'place')} to look at`,
  'feedback-heading-advice': (_: Record<string, never>) => 'Thank you! Galley has read it: nothing to mend',
  'feedback-heading-clean': (_: Record<string, never>) => 'Thank you! Galley has read it: everything is in order',
  'feedback-heading-failed': (_: Record<string, never>) => 'Thank you! But Galley could not read this yet',
  'feedback-counts': ({ errors, warnings }: { errors: number; warnings: number }) =>
    [
      ...(errors > 0 ? [`${plural(errors, 'error')}, which must be mended before this can be printed`] : []),
      ...(warnings > 0 ? [`${plural(warnings, 'warning')}, where your own judgement decides`] : []),
    ].join('; '),
  'feedback-where': ({ rest }: { rest: number }): string =>
    rest === 0
      ? 'Each place has a comment on its line:'
      : 'Some places are listed below; the others have a comment on their line:',
  'feedback-files-link': (_: Record<string, never>): string => 'Files changed',
  'feedback-below': (_: Record<string, never>) => 'Each place is listed below.',
  'feedback-accept': ({ suggestions }: { suggestions: number }) =>
    `Is a suggestion right? Compare it with the original, and “Commit suggestion” accepts it with one click.${suggestions > 1 ? ' For several at once, press “Add suggestion to batch” at each, and commit them together.' : ''}`,
  'feedback-edit': (_: Record<string, never>) =>
    'Would you rather change it yourself? Edit the file right here on GitHub (the pencil, or “Edit file” under the three dots) and press “Commit changes”.',
  'feedback-waive': (_: Record<string, never>) =>
    'Is something right as it stands? Reply, and an editor will look; or put a line like this before the paragraph, with the name of its rule and an empty line after it, and it is not mentioned again:',
  'feedback-again': (_: Record<string, never>) =>
    'After each commit the check runs again by itself, and what is mended disappears.',
  'feedback-clean': (_: Record<string, never>) => 'There is nothing for you to do; an editor will take it from here.',
  'feedback-proof': (_: Record<string, never>) => 'Your contribution as it will look, as PDF and EPUB:',
  'feedback-proof-link': (_: Record<string, never>) => 'download the proof',
  'feedback-proof-note': (_: Record<string, never>) => '(GitHub asks you to sign in; it is kept for a week).',
  'feedback-no-proof': (_: Record<string, never>) => 'There is no proof this time: the volume could not be compiled.',
  'feedback-log-link': (_: Record<string, never>) => 'The log says why.',
  'feedback-rule': (_: Record<string, never>) => 'What it is about',
  'feedback-severity': (_: Record<string, never>) => 'Severity',
  'feedback-count': (_: Record<string, never>) => 'Places',
  'feedback-rest': ({ count }: { count: number }) =>
    `${plural(count, 'place')} without a comment on the line: GitHub takes comments only on lines that it shows as changed, and more than 25 at once help nobody`,
  'feedback-unchanged': ({ count }: { count: number }) =>
    `${plural(count, 'place')} in paragraphs that you did not touch (nobody expects you to mend ${count === 1 ? 'it' : 'these'})`,
  'feedback-advice': ({ count }: { count: number }) =>
    `For the editor: ${plural(count, 'query', 'queries')} (advice; fails nothing)`,
  'feedback-cut': ({ count }: { count: number }) =>
    `${plural(count, 'place')} more ${count === 1 ? 'is' : 'are'} in the summary of the check, for which there is no room here.`,
  'feedback-truncated': (_: Record<string, never>) =>
    'There were more findings than a report can hold; mend these first, and the others will appear.',
  'feedback-summary-link': (_: Record<string, never>) => 'everything, in the summary of the check',
  'feedback-failed': (_: Record<string, never>) =>
    'The check stopped before it had a result, so nothing is known about the rest of this text yet.',
  'feedback-failed-places': (_: Record<string, never>) =>
    'It stopped here; after the commit that mends it the check runs again by itself:',
  'feedback-not-run': (_: Record<string, never>) =>
    'The program that checks did not come to its end. Most likely that is no fault of the text, and there is nothing for you to do: an editor will look at the reason and run it again.',
  'feedback-looked-at': (_: Record<string, never>) => 'Looked at',
  'feedback-other-place': (_: Record<string, never>) => 'The other place:',
  'feedback-suggestion': ({ count, of, empty }: { count: number; of: number; empty: boolean }) =>
    empty && count === of
      ? 'It could be left out:'
      : of === 1
        ? 'It could read like this:'
        : count === of
          ? 'With all of these mended, it could read like this:'
          : `With ${count} of these ${of} mended, it could read like this:`,
  'feedback-more-here': ({ count }: { count: number }) =>
    `${plural(count, 'more place')} in this paragraph: the summary of the check has ${count === 1 ? 'it' : 'them'}.`,
  'feedback-mended': (_: Record<string, never>) => 'This is mended. Thank you!',
  'feedback-moved': (_: Record<string, never>) =>
    'The text changed here; what is left of this stands in a newer comment.',
  'status-clean': (_: Record<string, never>) => 'Everything is in order',
  'status-clean-proof': (_: Record<string, never>) => 'Everything is in order; the link leads to the proof',
  'status-findings': ({ errors, warnings }: { errors: number; warnings: number }) =>
    [...(errors > 0 ? [plural(errors, 'error')] : []), ...(warnings > 0 ? [plural(warnings, 'warning')] : [])].join(
      ', ',
    ),
  'feedback-own-checks': (_: Record<string, never>) =>
    'This pull request changes the workflows that check it, so what they found proves nothing: an editor must look at those changes first.',
  'feedback-too-many-files': (_: Record<string, never>) =>
    'This pull request changes more files than GitHub lists, so what was found proves nothing: an editor must look at the changes first.',
  'feedback-heading-doubt': (_: Record<string, never>) => 'Thank you! An editor has to look at this one',
  'status-too-many-files': (_: Record<string, never>) => 'It changes more files than GitHub lists; an editor must look',
  'status-own-checks': (_: Record<string, never>) => 'It changes the workflows that check it; an editor must look',
  'status-failed': (_: Record<string, never>) => 'The text could not be checked; the log says why',
  'feedback-no-event': ({ variable }: { variable: string }) =>
    `${variable} names no event of a finished workflow. “galley feedback” runs in a workflow that “workflow_run” starts.`,
  'feedback-no-token': (_: Record<string, never>) =>
    'GITHUB_TOKEN is not set. Hand the workflow’s token to this step: GITHUB_TOKEN under “env:”, from “github.token”.',
  'feedback-bad-address': ({ value }: { value: string }) =>
    `GITHUB_API_URL is “${value}”, which is no web address. On GitHub it is https://api.github.com.`,
  'feedback-root-outside': ({ root }: { root: string }) =>
    `“${root}” lies outside the current folder. Run “galley feedback” at the top of the repository.`,
  'feedback-token-refused': (_: Record<string, never>) =>
    'GitHub does not know this token (401). It may have expired, or belong to another server.',
  'feedback-unreachable': ({ detail }: { detail: string }) => `GitHub could not be asked: ${detail}`,
  'feedback-unwritten': ({ part, detail }: { part: FeedbackPart; detail: string }) =>
    `GitHub did not take ${parts[part]}: ${detail}. The next run says it again.`,
  'nothing-other-event': (_: Record<string, never>) =>
    'The run was not started by a pull request, so there is nothing to say.',
  'nothing-other-workflow': (_: Record<string, never>) =>
    'The run is one of another workflow, so there is nothing to say.',
  'nothing-no-result': (_: Record<string, never>) =>
    'The run was cancelled or has no result, so there is nothing to say.',
  'nothing-head-gone': (_: Record<string, never>) =>
    'The repository that the pull request came from is gone, so there is nothing to say.',
  'nothing-no-pull': (_: Record<string, never>) =>
    'No open pull request stands at the commit that was looked at: it was closed, merged or pushed to meanwhile. Nothing is said.',
  'nothing-several-pulls': (_: Record<string, never>) =>
    'Several pull requests stand at the commit that was looked at. Nothing is said.',
  'untrusted-artifacts': (_: Record<string, never>) =>
    'The run has no single report, so none is believed, and nothing is said.',
  'untrusted-size': ({ bytes }: { bytes: number }) =>
    `The report is larger than ${bytes} bytes. It is not believed, and nothing is said.`,
  'untrusted-zip': (_: Record<string, never>) =>
    'The report is an archive instead of a text. It is not believed, and nothing is said.',
  'untrusted-encoding': (_: Record<string, never>) =>
    'The report is not in UTF-8. It is not believed, and nothing is said.',
  'untrusted-json': (_: Record<string, never>) => 'The report is no JSON. It is not believed, and nothing is said.',
  'untrusted-depth': (_: Record<string, never>) =>
    'The report is nested too deeply. It is not believed, and nothing is said.',
  'untrusted-shape': ({ place }: { place: string }) =>
    `The report has another shape than it should (${place}). It is not believed, and nothing is said.`,
  'untrusted-head': (_: Record<string, never>) =>
    'The report is about another commit than the run. It is not believed, and nothing is said.',
  'feedback-done': ({ posted, changed, removed }: { posted: number; changed: number; removed: number }) =>
    posted + changed + removed === 0
      ? 'Everything has been said already.'
      : `${plural(posted, 'comment')} posted, ${changed} changed, ${removed} removed.`,
};
