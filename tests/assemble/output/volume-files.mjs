import { createHash } from 'node:crypto';

/** The files of a made-up volume, its manifest and checksums last; every byte tells which volume it is of. */
export function volumeFiles(name) {
  const slug = name.split('@')[0];
  const files = new Map(
    [`${slug}.pdf`, `${slug}.epub`, 'offprints/01-a.pdf', `offprints/02-${name.length}.pdf`].map((file) => [
      file,
      Buffer.from(`${name} ${file}\n`.repeat(2000)),
    ]),
  );
  const outputs = [...files].map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: hash(bytes) }));
  files.set('manifest.json', Buffer.from(JSON.stringify({ format: 'galley-manifest/1', title: name, outputs })));
  files.set('SHA256SUMS', Buffer.from([...files].map(([file, bytes]) => `${hash(bytes)}  ${file}\n`).join('')));
  return files;
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
