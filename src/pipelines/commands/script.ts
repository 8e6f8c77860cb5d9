import type { Place } from '../../evidence/place.ts';
import type { PipelineNode } from '../tree/node.ts';

/** A shell script with the place of each of its lines. */
export interface Script {
  readonly text: string;
  /** What reads it, where that is no POSIX shell. */
  readonly language?: 'powershell' | 'other';
  /** True where the system itself sets `pipefail`. */
  readonly pipefail?: boolean;
  /** The place of what begins at an offset of `text`. */
  place(offset: number): Place;
}

/** The script in a scalar: line for line where it is a block, else at the scalar's place. `text` replaces what is written. */
export function scriptOf(node: PipelineNode, text: string): Script {
  const { place } = node;
  if (node.kind !== 'text' || !node.block) return { text, place: () => place };
  return { text, place: (offset) => linePlace(place, place.line + 1 + linesBefore(text, offset)) };
}

/** Scripts one behind the other, as a system runs the items of a list. */
export function joinedScripts(scripts: readonly Script[]): Script {
  const [only] = scripts;
  if (only !== undefined && scripts.length === 1) return only;
  const starts: number[] = [];
  let text = '';
  for (const script of scripts) {
    starts.push(text.length);
    text += script.text.endsWith('\n') ? script.text : `${script.text}\n`;
  }
  return {
    text,
    place(offset) {
      const at = Math.max(
        0,
        starts.findLastIndex((start) => start <= offset),
      );
      const script = scripts[at] ?? scripts[0];
      if (script === undefined) throw new Error('no script has no places');
      return script.place(offset - (starts[at] ?? 0));
    },
  };
}

/** A script that is a whole file, or stands in one from a line on. */
export function fileScript(file: string, text: string, firstLine = 1): Script {
  return {
    text,
    place(offset) {
      const line = firstLine + linesBefore(text, offset);
      return { file, line, column: 1, endLine: line, endColumn: 1 };
    },
  };
}

/** A script all of which stands at one place. */
export function scriptAt(place: Place, text: string): Script {
  return { text, place: () => place };
}

function linesBefore(text: string, offset: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** A line of a block, never behind the block's own end. */
function linePlace(block: Place, line: number): Place {
  const kept = Math.min(line, block.endLine);
  const column = kept === block.endLine ? Math.min(block.column, block.endColumn) : 1;
  return {
    file: block.file,
    line: kept,
    column: kept === block.line ? block.column : column,
    endLine: kept,
    endColumn: kept === block.line ? block.column : column,
  };
}
