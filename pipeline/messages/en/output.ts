/** Writing the volume, the progress on the way, and what is said at the end. */
export const output = {
  'bad-source-date-epoch': ({ value }: { value: string }) =>
    `SOURCE_DATE_EPOCH is “${value}”, which is no date. Set it to a whole number of seconds since 1 January 1970, such as 1700000000, or unset it.`,
  'output-busy': ({ path, pid }: { path: string; pid: number }) =>
    `Another build (process ${pid}) is writing to “${path}”. Wait until it is done, or choose another folder with --output.`,
  'output-not-writable': ({ path }: { path: string }) =>
    `The output folder “${path}” cannot be written to. Change its permissions, or choose another folder with --output.`,
  'output-disk-full': ({ path }: { path: string }) =>
    `The disk that holds “${path}” is full. Make room, or choose a folder on another disk with --output.`,
  'output-no-folder': ({ path }: { path: string }) =>
    `“${path}” is not a folder. Move what is there, or choose another folder with --output.`,
  'output-in-use': ({ path }: { path: string }) =>
    `A file in “${path}” is in use. Close the program that shows it, and build again.`,
  'output-taken': ({ path, names }: { path: string; names: string[] }) =>
    `In “${path}” there ${names.length === 1 ? 'is a file' : 'are files'} that Galley did not write and would have to replace: ${names.join(', ')}. Move ${names.length === 1 ? 'it' : 'them'} elsewhere, or choose another folder with --output.`,
  'output-in-the-way': ({ name }: { path: string; name: string }) =>
    `“${name}” is in the way: Galley prepares the volume under that name. Move it elsewhere.`,
  'output-failed': ({ path, reason }: { path: string; reason: string }) =>
    `The volume could not be written to “${path}”: ${reason}. Check the folder, or choose another one with --output.`,

  'stage-line': ({ title, detail, time }: { title: string; detail: string; time: string }) =>
    detail ? `${title}: ${detail} (${time})` : `${title} (${time})`,
  'stage-failed': ({ title, time }: { title: string; time: string }) => `${title}: failed (${time})`,
  duration: ({ milliseconds }: { milliseconds: number }) => {
    const seconds = Math.round(milliseconds / 1000);
    if (seconds >= 60) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    return `${(milliseconds / 1000).toFixed(1)} s`;
  },

  error: (_: object) => 'error',
  warning: (_: object) => 'warning',
  'fault-count': ({ errors, warnings }: { errors: number; warnings: number }) =>
    [errors > 0 ? plural(errors, 'error') : '', warnings > 0 ? plural(warnings, 'warning') : '']
      .filter(Boolean)
      .join(', '),
  'faults-left-out': ({ count, kinds }: { count: number; kinds: [kind: string, count: number][] }) =>
    `and ${count} more: ${kinds.map(([kind, times]) => `${kind} (${times})`).join(', ')}`,

  'summary-title': ({ title }: { title: string }) => `“${title}”`,
  'summary-pages': ({ pages }: { pages: number }) => plural(pages, 'page'),
  'summary-files': ({ count }: { count: number }) => plural(count, 'file'),
  'summary-done': ({ manuscripts, pages, time }: { manuscripts: number; pages?: number; time: string }) =>
    `${plural(manuscripts, 'manuscript')}${pages === undefined ? '' : `, ${plural(pages, 'page')}`}, in ${time}`,
};

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
