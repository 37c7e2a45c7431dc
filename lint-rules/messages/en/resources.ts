import { asFindings, type Said } from '../said.js';
import { frontMatter } from './front-matter.js';

const left = 'Perhaps it was left behind when the manuscript was sent, or its name is misspelt; capitals count.';

/** Messages of the rules about what a manuscript needs beside its text: what is missing, and in the note why it matters and what to do. */
export const resources = {
  'no-missing-resource': {
    image: ({ url }: { url: string }): Said => ({
      message: `The picture “${url}” is not there`,
      note: `${left} Put the file into the manuscript’s folder, or correct the name.`,
    }),
    network: ({ url }: { url: string }): Said => ({
      message: `The picture “${url}” is on the network`,
      note: 'A book cannot fetch it, and in some years it may be gone. Save the file in the manuscript’s folder and name it there.',
    }),
    words: ({ url }: { url: string }): Said => ({
      message: `The picture “${url}” has no description for readers who cannot see it`,
      note: 'Write between the square brackets what it shows; it becomes the caption and is read aloud. For mere ornament write {alt=""} behind it.',
    }),
    bibliography: ({ path }: { path: string }): Said => ({
      message: `The bibliography “${path}” is not there`,
      note: `${left} Put the file into the manuscript’s folder, or correct the name.`,
    }),
    note: ({ name }: { name: string }): Said => ({
      message: `The note “${name}” has no text`,
      note: `Write it on a line of its own, such as “[^${name}]: …”, or delete the mark. Square brackets that are meant as such are written \\[.`,
    }),
    citation: ({ name, suggestion }: { name: string; suggestion?: string }): Said => ({
      message: `No bibliography has the work “${name}”${suggestion ? `; perhaps “${suggestion}” is meant` : ''}`,
      note: 'In print a question mark would stand there. Correct the key, or add the work to the bibliography.',
    }),
    label: ({ name, suggestion }: { name: string; suggestion?: string }): Said => ({
      message: `Nothing in this manuscript is called “${name}”${suggestion ? `; perhaps “${suggestion}” is meant` : ''}`,
      note: 'The figure, table or section that it refers to has another label or was lost. Correct the name, or add the label.',
    }),
    place: ({ name }: { name: string }): Said => ({
      message: `The link leads to “${name}”, and no heading or label is called so`,
      note: 'The heading was perhaps renamed or lost. Correct the address behind the #.',
    }),
    file: ({ url }: { url: string }): Said => ({
      message: `The link leads to the file “${url}”, which is not there`,
      note: `${left} Put the file into the manuscript’s folder, or correct the name; of what is on the network, write the whole address.`,
    }),
  },
  'manuscript-front-matter': asFindings(frontMatter, 'Correct it in the header, between the two lines “---”.'),
};
