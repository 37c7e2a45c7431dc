import { error, type Fault } from '../faults.js';
import type { VolumeFiles } from './files.js';
import type { Limits } from './limits.js';
import { pathFault } from './path-fault.js';
import { readText } from './read-text.js';
import type { Volume } from './types.js';
import { readVolumeFile, type VolumeFile, volumeFileName } from './volume-file.js';

/** What volume.yml says, and what was read for that. */
export interface Settings {
  volume: VolumeFile;
  terms?: string;
  sources: Volume['sources'];
  /** Whether volume.yml could be read at all, so that what it does not name is known to be meant. */
  readable: boolean;
}

/** Reads volume.yml and finds the terms file that it names. Faults go to `faults`. */
export function readSettings(files: VolumeFiles, limits: Limits, faults: Fault[]): Settings {
  const place = { path: volumeFileName };
  const at = files.find('', volumeFileName);
  if ('problem' in at) {
    faults.push(error('volume-file-not-a-file', {}, place));
    return { volume: {}, sources: [], readable: false };
  }
  const read = readText(volumeFileName, place, limits.configuration, files);
  if ('fault' in read) {
    faults.push(read.fault);
    return { volume: {}, sources: [], readable: false };
  }
  const { volume, faults: found } = readVolumeFile(read.text);
  faults.push(...found);
  const sources = [read.source];
  const terms = readTerms(volume, files, limits, sources, faults);
  return { volume, sources, readable: !found.some(({ severity }) => severity === 'error'), ...(terms && { terms }) };
}

function readTerms(
  { terms }: VolumeFile,
  files: VolumeFiles,
  limits: Limits,
  sources: Volume['sources'],
  faults: Fault[],
): string | undefined {
  if (!terms) return undefined;
  const place = { path: volumeFileName, ...terms.at };
  const at = files.find('', terms.path);
  if ('problem' in at) {
    faults.push(pathFault(at, terms.path, place, 'terms'));
    return undefined;
  }
  const read = readText(at.path, place, limits.manuscript, files);
  if ('fault' in read) {
    faults.push(read.fault);
    return undefined;
  }
  sources.push(read.source);
  return at.path;
}
