// For editors and remark-cli in this folder. `galley lint` reads no such file, here or beside a manuscript: it would be code.
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import preset from './dist/lint-rules/index.js';

export default { plugins: [remarkFrontmatter, remarkGfm, remarkMath, preset] };
