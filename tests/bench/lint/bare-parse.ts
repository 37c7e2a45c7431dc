/** A process that does nothing but parse a file with remark-parse: the floor that linting is compared with. `node bare-parse.js <file>`. */
import { readFileSync } from 'node:fs';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

unified().use(remarkParse).parse(readFileSync(process.argv[2]!, 'utf8'));
