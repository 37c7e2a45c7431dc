/** What is wrong with a volume's files. Each says what is wrong and what to do. */
export const volume = {
  'no-volume-file': ({ root }: { root: string }) =>
    `No volume.yml in “${root}”. Create one with at least a title, or name the volume's folder with --root.`,
};
