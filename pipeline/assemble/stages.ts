import { type Fault, failOnErrors, InputError } from '../faults.js';
import { filesChangedSince } from '../git.js';
import { type Language, say } from '../messages/index.js';
import type { Stage } from '../progress.js';
import { readVolume } from '../volume/read.js';
import type { Figure, Volume } from '../volume/types.js';
import { checkCharacters } from './characters.js';
import { coverImage } from './epub/cover.js';
import { renderEpub } from './epub/render.js';
import { imageAsset } from './images/asset.js';
import {
  describeFiles,
  encodeManifest,
  type FileEntry,
  makeManifest,
  manifestName,
  sha256Sums,
  sumsName,
} from './output/manifest.js';
import { openStaging } from './output/replace.js';
import type { PandocDoor } from './pandoc.js';
import { fontFiles } from './pdf/fonts.js';
import { type PageRange, renderCover, renderOffprints, renderPdf } from './pdf/render.js';
import type { Typst } from './pdf/typst.js';
import { type BuildPlan, type Format, planBuild } from './plan.js';
import { Bibliographies } from './reader/citations.js';
import type { Document, ImageAsset } from './reader/document.js';
import { linkDocuments, readDocument } from './reader/read.js';
import { sourceDate } from './source-date.js';
import { toolsOf } from './tools.js';

/** What the stages of a build hand on to each other. */
export interface Build {
  root: string;
  output: string;
  formats: Format[];
  offprints: boolean;
  /** A commit: only manuscripts that changed since then get an offprint. */
  since?: string;
  language: Language;
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
  pandoc: PandocDoor;
  typst: Typst;
  faults: Fault[];
  volume?: Volume;
  plan?: BuildPlan;
  /** What the files bear instead of the clock's date. */
  date?: Date;
  documents?: Document[];
  /** The EPUB's cover, drawn by Typst while pandoc reads. */
  cover?: Promise<Uint8Array>;
  files: Map<string, Uint8Array>;
  pages?: number;
  ranges?: PageRange[];
  /** What was written, in the order of the plan. */
  written?: FileEntry[];
}

/** The stages of a build, in order; the first fault of a stage ends it before anything is written. */
export function buildStages(language: Language): Stage<Build>[] {
  return [
    { title: say(language, 'stage-read-volume', {}), run: readStage },
    {
      title: say(language, 'stage-read-manuscripts', {}),
      total: (build) => build.volume?.manuscripts.length ?? 0,
      run: manuscriptsStage,
    },
    {
      title: say(language, 'stage-epub', {}),
      total: (build) => build.documents?.length ?? 0,
      skip: (build) => !build.formats.includes('epub'),
      run: epubStage,
    },
    {
      title: say(language, 'stage-pdf', {}),
      total: (build) => build.documents?.length ?? 0,
      skip: (build) => !build.formats.includes('pdf'),
      run: pdfStage,
    },
    { title: say(language, 'stage-write', {}), run: writeStage },
  ];
}

/** Reads the volume and plans the build; enough for a dry run. */
export async function readStage(build: Build): Promise<string> {
  const { volume, warnings } = await readVolume(build.root);
  build.volume = volume;
  build.faults.push(...warnings);
  build.date = sourceDate(volume, build.env);
  const changed = build.since === undefined ? undefined : await filesChangedSince(build.since, volume.root);
  build.plan = planBuild(volume, { ...build, ...(changed && { changed }), sourceDate: build.date });
  const figures = volume.manuscripts.reduce((sum, manuscript) => sum + manuscript.figures.length, 0);
  return say(build.language, 'read-volume-done', { manuscripts: volume.manuscripts.length, figures });
}

async function manuscriptsStage(build: Build, report: (label: string) => void): Promise<void> {
  const volume = build.volume!;
  if (build.formats.includes('epub')) {
    build.cover = renderCover(volume, build.typst).then(coverImage);
    build.cover.catch(() => {}); // Told to the stage that waits for it.
  }
  const bibliographies = new Bibliographies(build.pandoc);
  const assets = new Map<string, Promise<ImageAsset>>();
  const tools = {
    pandoc: build.pandoc,
    bibliographies,
    imageAsset: (figure: Figure, manuscriptId: string) => {
      const key = `${manuscriptId}/${figure.sha256}`;
      const asset =
        assets.get(key) ??
        imageAsset(figure, manuscriptId, {
          pdfToSvg: (pdf) => build.typst.pdfToSvg(pdf),
          onWarning: (fault) => build.faults.push(fault),
        });
      assets.set(key, asset);
      return asset;
    },
  };
  const read = await settled(
    volume.manuscripts.map(async (manuscript) => {
      const result = await readDocument(manuscript, volume, tools);
      report(manuscript.id);
      return result;
    }),
  );
  const documents = linkDocuments(read.map(({ document }) => document));
  const faults = [...read.flatMap(({ faults }) => faults), ...checkCharacters(volume, documents)];
  build.faults.push(...failOnErrors(faults));
  build.documents = documents;
}
async function epubStage(build: Build, report: (label: string) => void): Promise<void> {
  const volume = build.volume!;
  const cover = await build.cover!;
  const { epub, warnings } = await renderEpub(volume, build.documents!, {
    pandoc: build.pandoc,
    cover,
    sourceDate: build.date!,
    onManuscript: report,
  });
  build.faults.push(...warnings);
  build.files.set(`${volume.slug}.epub`, epub);
}

async function pdfStage(build: Build, report: (label: string) => void): Promise<string> {
  const { pandoc, typst, signal } = build;
  const volume = build.volume!;
  const documents = build.documents!;
  const { pdf, pages, ranges, warnings } = await renderPdf(volume, documents, {
    pandoc,
    typst,
    signal,
    onManuscript: report,
    // Nothing after this stage needs pandoc; on a large volume its processes hold as much memory as a third of Typst's.
    onConverted: () => pandoc.close(),
  });
  build.faults.push(...warnings);
  build.files.set(`${volume.slug}.pdf`, pdf);
  build.pages = pages;
  build.ranges = ranges;
  const names = new Map(build.plan!.offprints.map(({ id, name }) => [id, name]));
  if (names.size > 0) {
    const wanted = new Set(names.keys());
    const offprints = await renderOffprints(volume, documents, ranges, { pandoc, typst, signal }, wanted);
    for (const { id, pdf } of offprints) build.files.set(names.get(id)!, pdf);
  }
  return say(build.language, 'pdf-done', { pages });
}

async function writeStage(build: Build): Promise<void> {
  const volume = build.volume!;
  const made = describeFiles(build.files);
  const manifest = encodeManifest(
    makeManifest({
      volume,
      tools: toolsOf(build.pandoc),
      fonts: fontFiles,
      ranges: build.ranges ?? [],
      files: made,
      sourceDate: build.date!,
    }),
  );
  const described = [...made, ...describeFiles([[manifestName, manifest]])];
  const sums = new TextEncoder().encode(sha256Sums(described));
  const files = new Map([...build.files, [manifestName, manifest], [sumsName, sums]]);

  build.signal.throwIfAborted();
  const staging = await openStaging(build.output);
  try {
    for (const [name, bytes] of files) await staging.write(name, bytes);
    build.signal.throwIfAborted();
    await staging.commit();
  } finally {
    await staging.discard();
  }
  const written = new Map([...described, ...describeFiles([[sumsName, sums]])].map((file) => [file.path, file]));
  build.written = build.plan!.files.map((name) => written.get(name)!);
}

/** Waits for all; throws the faults of all that failed at once, so that an editor mends them in one go. */
async function settled<T>(promises: Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(promises);
  const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  const other = failed.find((reason) => !(reason instanceof InputError));
  if (other) throw other;
  if (failed.length > 0) throw new InputError(failed.flatMap((reason: InputError) => reason.faults));
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
