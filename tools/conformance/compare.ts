import { compareVersions, type PythonVersion, parseModule } from '../../src/syntax/python/index.ts';
import { astText } from './ast-statements.ts';
import { type Answer, hasPositions } from './oracle.ts';

/** How our parse of a file and an interpreter's compare. */
export interface Outcome {
  /** `newer`, `older`: refused there, and newer than that interpreter or gone since by our own reckoning. */
  readonly kind: 'equal' | 'both refuse' | 'newer' | 'older' | 'too deep there' | 'difference';
  /** What differs. */
  readonly detail?: string;
}

const SHOWN = 120;

/** Compares our parse of a file with an interpreter's answer. */
export function outcomeOf(bytes: Uint8Array, answer: Answer, version: PythonVersion): Outcome {
  const tree = parseModule(bytes);
  const [error] = tree.errors;
  const isNewer = compareVersions(tree.requiredVersion, version) > 0;
  if (answer.kind === 'limit') return { kind: 'too deep there' };
  if (answer.kind === 'refused') {
    if (error !== undefined) return { kind: 'both refuse' };
    const { refusedFrom } = tree;
    if (refusedFrom !== undefined && compareVersions(refusedFrom, version) <= 0) return { kind: 'older' };
    return isNewer ? { kind: 'newer' } : { kind: 'difference', detail: `refused there: ${answer.message}` };
  }
  if (error !== undefined) {
    const { line, column } = tree.lineColumn(error.start);
    return { kind: 'difference', detail: `refused here: ${line}:${column} ${error.message}` };
  }
  if (isNewer) return { kind: 'difference', detail: `said to need ${tree.requiredVersion.join('.')}, read there` };
  return difference(astText(tree, version, hasPositions(version)), answer.text);
}

function difference(ours: string, theirs: string): Outcome {
  if (ours === theirs) return { kind: 'equal' };
  let at = 0;
  let other = 0;
  while (at < ours.length && other < theirs.length) {
    if (ours.startsWith(NAMED, at)) {
      at += NAMED.length;
      other += escapedLength(theirs, other);
    } else if (ours[at] === theirs[other]) {
      const length = ours[at] === '\\' ? 2 : 1;
      at += length;
      other += length;
    } else break;
  }
  if (at === ours.length && other === theirs.length) return { kind: 'equal' };
  const from = Math.max(0, at - SHOWN);
  const fromOther = Math.max(0, other - SHOWN);
  return {
    kind: 'difference',
    detail: `here:  …${ours.slice(from, at + SHOWN)}\n  there: …${theirs.slice(fromOther, other + SHOWN)}`,
  };
}

/** What we write for a character given by its name: names are not decoded. */
const NAMED = String.raw`\ufffd`;

/** The length of one character as json.dumps writes it. */
function escapedLength(text: string, at: number): number {
  if (text[at] !== '\\') return 1;
  if (text[at + 1] !== 'u') return 2;
  const isPair = /^\\u[dD][89abAB]/.test(text.slice(at, at + 6));
  return isPair ? 12 : 6;
}
