import type { Mark } from './marks.js';

/** What is wrong with the marks of one block. Indexes are those of the block's text. */
export type Fault =
  | { kind: 'unclosed'; mark: Mark }
  | { kind: 'unopened'; mark: Mark }
  | { kind: 'reversed'; mark: Mark; partner: Mark }
  | { kind: 'crossed'; mark: Mark; outer: Mark; partner: Mark; outerPartner: Mark }
  | { kind: 'widths'; mark: Mark; partner: Mark }
  /** It has its partner, but faces the wrong way. */
  | { kind: 'turned'; mark: Mark };

const widths: Record<string, string> = { '(': ')', '（': '）', '[': ']', '［': '］' };
/** How far two marks of a reversed pair may be apart, in units. */
const reach = 200;

/**
 * Pairs the marks of a block by a stack. A closing mark whose partner lies deeper closes it; what lies above is crossed with it when its own
 * partner comes later, and unclosed when not. Linear but for the depth of nesting, which is bounded.
 */
export function balance(marks: readonly Mark[], text: string): Fault[] {
  const faults: Fault[] = [];
  let open: Mark[] = [];
  const unopened: Mark[] = [];
  const taken = new Set<Mark>();
  marks.forEach((mark, at) => {
    if (taken.has(mark)) return;
    if (mark.opens) {
      open.push(mark);
      if (open.length > 60) open = open.slice(-60);
      return;
    }
    const depth = lastOf(open, mark.family);
    if (depth < 0) {
      const top = open.at(-1);
      if (top && isInterval(top, mark, text)) open.pop();
      else unopened.push(mark);
      return;
    }
    const outer = open[depth]!;
    for (const inner of open.splice(depth).slice(1)) {
      const partner = laterPartner(marks, at, inner);
      if (partner && !taken.has(partner)) {
        taken.add(partner);
        faults.push({ kind: 'crossed', mark: inner, outer, partner, outerPartner: mark });
      } else faults.push({ kind: 'unclosed', mark: inner });
    }
    if (outer.turned && mark.turned) faults.push({ kind: 'reversed', mark: outer, partner: mark });
    else if (outer.turned) faults.push({ kind: 'turned', mark: outer });
    else if (mark.turned) faults.push({ kind: 'turned', mark });
    if (widths[outer.character] && widths[outer.character] !== mark.character)
      faults.push({ kind: 'widths', mark: outer, partner: mark });
  });

  for (const mark of unopened) {
    const partner = open.find(
      (one) => one.family === mark.family && one.index > mark.index && one.index - mark.index <= reach,
    );
    if (partner) {
      open.splice(open.indexOf(partner), 1);
      faults.push({ kind: 'reversed', mark, partner });
    } else faults.push({ kind: 'unopened', mark });
  }
  for (const mark of open) faults.push({ kind: 'unclosed', mark });
  return faults.sort((a, b) => a.mark.index - b.mark.index);
}

function lastOf(open: readonly Mark[], family: string): number {
  for (let index = open.length - 1; index >= 0; index--) if (open[index]!.family === family) return index;
  return -1;
}

/** The closing mark that `inner` would have, close behind the mark at `at`. */
function laterPartner(marks: readonly Mark[], at: number, inner: Mark): Mark | undefined {
  let depth = 1;
  for (let index = at + 1; index < Math.min(marks.length, at + 40); index++) {
    const mark = marks[index]!;
    if (mark.family !== inner.family) continue;
    depth += mark.opens ? 1 : -1;
    if (depth === 0) return mark;
  }
  return undefined;
}

/** [0, 1) and (a, b]: intervals that leave out one end. */
function isInterval(top: Mark, mark: Mark, text: string): boolean {
  const mixed =
    (top.family === 'round' && mark.family === 'square') || (top.family === 'square' && mark.family === 'round');
  const inner = text.slice(top.index + 1, mark.index);
  return mixed && inner.length <= 24 && /^[^,;]{1,12}[,;][^,;]{1,12}$/.test(inner) && !/\p{L}{4}/u.test(inner);
}
