import type { volume as english } from '../en/volume.js';

export const volume: typeof english = {
  'no-volume-file': ({ root }) =>
    `“${root}”里没有 volume.yml。请新建一个（至少写上 title），或用 --root 指明文集所在的文件夹。`,
};
