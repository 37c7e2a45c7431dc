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
};
