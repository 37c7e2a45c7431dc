import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  pages: string[];
  text: string;
  labels: string[] | null;
  outline: OutlineItem[];
  info: Record<string, unknown>;
  language: string | undefined;
  links: string[];
}

export interface OutlineItem {
  title: string;
  page: number;
  items: OutlineItem[];
}

/** A PDF as its reader finds it: 1-based pages in the outline; text of a page in the order in which it was set. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  const links: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    for (const annotation of await page.getAnnotations()) if (annotation.url) links.push(annotation.url);
  }
  type Raw = NonNullable<Awaited<ReturnType<typeof pdf.getOutline>>>;
  const outlineOf = async (items: Raw): Promise<OutlineItem[]> =>
    Promise.all(
      items.map(async ({ title, dest, items: inner }) => {
        const explicit = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
        return { title, page: (await pdf.getPageIndex(explicit![0])) + 1, items: await outlineOf(inner) };
      }),
    );
  const info = (await pdf.getMetadata()).info as Record<string, unknown>;
  const result = {
    pages,
    text: pages.join('\n'),
    labels: await pdf.getPageLabels(),
    outline: await outlineOf((await pdf.getOutline()) ?? []),
    info,
    language: info.Language as string | undefined,
    links,
  };
  await pdf.destroy();
  return result;
}
