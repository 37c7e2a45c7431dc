import { createHash } from 'node:crypto';
import { error, type Fault } from '../faults.js';
import type { VolumeFiles } from './files.js';
import { sizeInWords } from './limits.js';
import { type Decoded, decodeText } from './text.js';
import type { Place, Volume } from './types.js';

/**
 * A text file's content, or the fault that keeps it from being read. `place` is where the file is named, for what has no place in itself.
 * `decode`: what makes text of the bytes; by default with LF line ends and without a byte order mark.
 */
export function readText(
  path: string,
  place: Place,
  limit: number,
  files: VolumeFiles,
  decode: (bytes: Buffer) => Decoded = decodeText,
): { text: string; source: Volume['sources'][number] } | { fault: Fault } {
  const at = files.find('', path);
  if ('problem' in at) return { fault: error('file-unreadable', { path }, place) };
  const contents = files.read(at.file, limit);
  if ('problem' in contents) {
    if (contents.problem === 'unreadable') return { fault: error('file-unreadable', { path }, place) };
    const args = { path, size: sizeInWords(contents.size), limit: sizeInWords(limit) };
    return { fault: error('file-too-large', args, place) };
  }
  const { bytes } = contents;
  const decoded = decode(bytes);
  if (!('text' in decoded)) return { fault: textFault(decoded, path) };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { text: decoded.text, source: { path, sha256, bytes: bytes.length } };
}

function textFault(problem: Exclude<Decoded, { text: string }>, path: string): Fault {
  switch (problem.problem) {
    case 'binary':
      return error('text-is-binary', { path, kind: problem.kind }, { path });
    case 'encoding':
      return error('text-encoding', { path, encoding: problem.encoding }, { path, line: 1, column: 1 });
    case 'nul':
      return error('text-nul', { path }, { path, line: problem.line, column: problem.column });
    case 'bad-byte': {
      const { line, column, encoding } = problem;
      const byte = problem.byte.toString(16).toUpperCase().padStart(2, '0');
      return error('text-not-utf8', { path, byte, ...(encoding && { encoding }) }, { path, line, column });
    }
  }
}
