/** What the program says of itself: commands, options, stages, faults of its own. */
export const program = {
  'program-description': (_: Record<string, never>) =>
    'Turns a folder of Markdown manuscripts into a volume of proceedings, PDF and EPUB.',
  'build-description': (_: Record<string, never>) => 'compile the volume to PDF and EPUB',
  'doctor-description': (_: Record<string, never>) =>
    'show which pandoc, Typst and fonts are used, and what is missing',
  'option-root': (_: Record<string, never>) => 'folder that holds volume.yml',
  'option-output': (_: Record<string, never>) => 'folder to write to',
  'option-format': (_: Record<string, never>) => 'what to make: pdf, epub, or both parted by a comma',
  'option-offprints': (_: Record<string, never>) =>
    'also write each manuscript as a PDF of its own, with its page numbers in the volume',
  'option-offprints-since': (_: Record<string, never>) =>
    'with --offprints: only of manuscripts that changed since this commit or branch',
  'option-dry-run': (_: Record<string, never>) => 'print what would be made, and make nothing',
  'option-json': (_: Record<string, never>) => 'print the result as JSON',
  'option-quiet': (_: Record<string, never>) => 'show no progress',
  'option-debug': (_: Record<string, never>) => 'show the full trace of a fault',
  'option-help': (_: Record<string, never>) => 'show this help',
  'option-version': (_: Record<string, never>) => 'show the version',
  'help-title': ({ title }: { title: string }) => title,
  'help-description': (_: Record<string, never>) => 'show the help of a command',
  'unknown-command': ({ name }: { name: string }) =>
    `There is no command “${name}”. “galley --help” lists all commands.`,
  'unknown-option': ({ name }: { name: string }) =>
    `There is no option “${name}” here. Add --help to see what there is.`,
  'bad-usage': ({ detail }: { detail: string }) =>
    `That is not how the command is used: ${detail}. Add --help to see how.`,
  'unknown-format': ({ format }: { format: string }) =>
    `“${format}” is no format that Galley makes. Give pdf, epub, or pdf,epub.`,
  'since-needs-offprints': (_: Record<string, never>) =>
    '“--since” says which manuscripts get an offprint. Add --offprints, or leave --since out.',
  'stage-read-volume': (_: Record<string, never>) => 'Read the volume',
  'stage-read-manuscripts': (_: Record<string, never>) => 'Read the manuscripts',
  'stage-pdf': (_: Record<string, never>) => 'Set the PDF',
  'stage-epub': (_: Record<string, never>) => 'Make the EPUB',
  'stage-write': (_: Record<string, never>) => 'Write the files',
  'read-volume-done': ({ manuscripts, figures }: { manuscripts: number; figures: number }) =>
    `${manuscripts} ${manuscripts === 1 ? 'manuscript' : 'manuscripts'}, ${figures} ${figures === 1 ? 'figure' : 'figures'}`,
  'pdf-done': ({ pages }: { pages: number }) => `${pages} ${pages === 1 ? 'page' : 'pages'}`,
  'plan-heading': ({ title, output }: { title: string; output: string }) => `“${title}” would be written to ${output}:`,
  'plan-from': ({ count, date }: { count: number; date: string }) =>
    `from ${count} ${count === 1 ? 'manuscript' : 'manuscripts'}, dated ${date}:`,
  interrupted: (_: Record<string, never>) =>
    'Interrupted. Nothing was written; the volume that was there before is untouched.',
  'own-fault': ({ detail }: { detail: string }) =>
    `Galley itself failed: ${detail}. Nothing was written. Run the command again with --debug for the full trace.`,
  'character-not-covered': ({ character, code }: { character: string; code: string }) =>
    `No packaged font has the character “${character}” (${code}), so it would be printed as an empty box. Replace it, or show it as a figure.`,
};
