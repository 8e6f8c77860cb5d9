import type { FixOutcome } from '../report/documents/fix.ts';
import type { ReportEdit, ReportFix } from '../report/report.ts';

/** A fix with what becomes of it. */
export interface ChosenFix<Of> {
  readonly of: Of;
  readonly outcome: FixOutcome;
}

/**
 * Says which fixes are carried out, in the order given. Left are those without edits, those that are not safe unless
 * `unsafe` asks for them, and those that touch what an earlier one changes, or a file that is not `usable`: another run
 * does them. One that makes the same edits as an earlier one is carried out with it.
 */
export function chooseFixes<Of extends { readonly fix: ReportFix }>(
  found: readonly Of[],
  unsafe: boolean,
  usable: (file: string) => boolean = () => true,
): ChosenFix<Of>[] {
  const taken = new Map<string, ReportEdit[]>();
  const known = new Set<string>();
  const outcomeOf = ({ edits, safe }: ReportFix): FixOutcome => {
    if (edits.length === 0) return 'by-hand';
    if (!safe && !unsafe) return 'unsafe';
    if (!edits.every(({ file }) => usable(file))) return 'overlapping';
    const key = JSON.stringify(edits);
    if (known.has(key)) return 'applied';
    if (edits.some((edit) => taken.get(edit.file)?.some((other) => overlaps(edit, other)))) return 'overlapping';
    known.add(key);
    for (const edit of edits) taken.set(edit.file, [...(taken.get(edit.file) ?? []), edit]);
    return 'applied';
  };
  return found.map((of) => ({ of, outcome: outcomeOf(of.fix) }));
}

/** True if the edits touch the same text, or begin at one place, where their order would matter. */
function overlaps(a: ReportEdit, b: ReportEdit): boolean {
  const sameStart = a.line === b.line && a.column === b.column;
  return sameStart || (isBefore(startOf(a), endOf(b)) && isBefore(startOf(b), endOf(a)));
}

type Position = readonly [line: number, column: number];

const startOf = ({ line, column }: ReportEdit): Position => [line, column];
const endOf = ({ endLine, endColumn }: ReportEdit): Position => [endLine, endColumn];

function isBefore([line, column]: Position, [otherLine, otherColumn]: Position): boolean {
  return line < otherLine || (line === otherLine && column < otherColumn);
}

/** The edits of the fixes that are carried out, by file, each once. */
export function editsByFile(chosen: readonly ChosenFix<{ readonly fix: ReportFix }>[]): Map<string, ReportEdit[]> {
  const edits = new Map<string, ReportEdit[]>();
  const known = new Set<string>();
  for (const { of, outcome } of chosen) {
    const key = JSON.stringify(of.fix.edits);
    if (outcome !== 'applied' || known.has(key)) continue;
    known.add(key);
    for (const edit of of.fix.edits) edits.set(edit.file, [...(edits.get(edit.file) ?? []), edit]);
  }
  return edits;
}
