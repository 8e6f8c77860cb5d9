import { type Evidence, evidence } from '../../evidence/evidence.ts';

/** Evidence at the line of an offset in a text: the whole line, from the first character that is no blank. */
export function lineEvidence(file: string, text: string, offset: number): Evidence {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const whole = text.slice(start, next < 0 ? text.length : next);
  const column = 1 + whole.length - whole.trimStart().length;
  return evidence({ file, line, column, endLine: line, endColumn: whole.trimEnd().length + 1 }, whole);
}
