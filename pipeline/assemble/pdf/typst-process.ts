import { serve } from '../../child.js';
import { type CompileJob, type CompileReply, TypstCompiler } from './typst-compiler.js';

// The compiler's own process: native code that blocks, over text from strangers, is ended from outside when it takes too long.
const compiler = new TypstCompiler(process.env.GALLEY_TYPST_WORKSPACE!);

serve<CompileJob, CompileReply>((job) => compiler.compile(job));
