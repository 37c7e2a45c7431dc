/** What goes wrong when pages are set. */
export const pdf = {
  'pdf-not-set': ({ message }: { message: string }) =>
    `This manuscript cannot be set as pages. The typesetter says: ${message}`,
  'pdf-volume-not-set': ({ message }: { message: string }) =>
    `The volume cannot be set as pages. The typesetter says: ${message}`,
  'pdf-equation-not-set': ({ formula }: { formula: string }) =>
    `The PDF shows this formula as its TeX source, for it uses a command that cannot be set: ${formula}. Write it with common LaTeX commands.`,
  'pdf-warning': ({ message }: { message: string }) => `The typesetter says: ${message}`,
  'pdf-time-limit': ({ seconds }: { seconds: number }) =>
    `The pages were not set within ${seconds} seconds, and the typesetter was stopped. Build the manuscripts in smaller groups to find the one that takes so long.`,
  'pdf-ended': ({ reason }: { reason: string }) =>
    `The typesetter ended before its work was done (${reason}). If memory ran out, build with fewer or smaller images.`,
};
