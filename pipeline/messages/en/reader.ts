/** What is wrong in a manuscript's text. */
export const reader = {
  'image-not-checked': ({ address }: { address: string }) =>
    `The image “${address}” was not found when the volume was read. Write it as ![description](file.png), with the file beside the manuscript.`,
  'image-without-description': ({ address }: { address: string }) =>
    `The image “${address}” has no description. Write what it shows between the brackets: ![what it shows](${address}).`,
  'unknown-citation': ({ key }: { key: string }) =>
    `No bibliography of this manuscript has an entry “${key}”. Add it, or correct the key.`,
  'unresolved-reference': ({ name }: { name: string }) =>
    `Nothing here is called “${name}”. Give the figure, table, equation or heading that identifier, as in {#${name}}, or correct the reference.`,

  // Raw TeX, raw HTML and MyST.
  'tex-left-out': ({ tex }: { tex: string }) =>
    `The TeX “${tex}” cannot be set here and was left out. Write it in Markdown, or as math between dollar signs.`,
  'tex-command-unknown': ({ command }: { command: string }) =>
    `The TeX command “\\${command}” is not known here; only the text in its braces is printed. Write it in Markdown instead.`,
  'tex-printed-as-written': ({ tex }: { tex: string }) =>
    `“${tex}” is no TeX that is known here and is printed as it stands. If it is text, write it between backticks.`,
  'html-left-out': ({ name }: { name: string }) =>
    `A book cannot show the HTML element “<${name}>”; it was left out with its content. Put a picture or a link in its place.`,
  'html-unknown-tag': ({ name }: { name: string }) =>
    `“<${name}>” is read as an HTML tag and not printed. If it is text, write it between backticks or as \\<${name}>.`,
  'raw-left-out': ({ format }: { format: string }) =>
    `Raw text of format “${format}” is never passed on and was left out. Write it in Markdown.`,
  'myst-left-out': ({ name }: { name: string }) =>
    `The directive “${name}” cannot be set in a book and was left out. Put what it should show into the manuscript.`,
  'myst-directive-unknown': ({ name }: { name: string }) =>
    `The directive “${name}” is not known here; only its content is printed. Check the name, or write it in plain Markdown.`,
  'myst-not-read': ({ limit }: { limit: number }) =>
    `In a directive or a role, brackets, quotations or signs are nested too deep to be read (more than ${limit}). This manuscript is printed as it stands, its directives as code. Take the nesting apart.`,
  'myst-role-unknown': ({ name }: { name: string }) =>
    `The role “{${name}}” is not known here; only its text is printed. Check the name, or write it in plain Markdown.`,
};
