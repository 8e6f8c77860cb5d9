import { SyntaxBreak } from '../code/syntax-break.ts';
import { deepestTree } from '../limits.ts';
import type { Piece } from './heredoc.ts';
import type { TemplatePart } from './nodes.ts';

type Opened = Extract<Piece, { kind: 'if' | 'for' }>;

interface Level {
  readonly opened: Opened | undefined;
  readonly parts: TemplatePart[];
  otherwise: TemplatePart[] | undefined;
}

/** The parts of a template with what stands between directives in them, and neighbouring texts joined. */
export function nestPieces(pieces: readonly Piece[]): TemplatePart[] {
  const levels: Level[] = [{ opened: undefined, parts: [], otherwise: undefined }];
  for (const piece of pieces) {
    const level = levels.at(-1) as Level;
    const here = level.otherwise ?? level.parts;
    if (piece.kind === 'text') addText(here, piece);
    else if (piece.kind === 'interpolation') here.push(piece);
    else if (piece.kind === 'if' || piece.kind === 'for') {
      if (levels.length > deepestTree)
        throw new SyntaxBreak(`nested deeper than ${deepestTree}`, piece.start, piece.end);
      levels.push({ opened: piece, parts: [], otherwise: undefined });
    } else if (piece.kind === 'else') {
      if (level.opened?.kind !== 'if' || level.otherwise)
        throw new SyntaxBreak('else without if', piece.start, piece.end);
      level.otherwise = [];
    } else {
      const part = closed(level, piece);
      levels.pop();
      const outer = levels.at(-1);
      (outer?.otherwise ?? outer?.parts)?.push(part);
    }
  }
  const open = levels.at(-1)?.opened;
  if (open) throw new SyntaxBreak(`end${open.kind} is missing`, open.start, open.end);
  return levels[0]?.parts ?? [];
}

function closed(level: Level, end: Piece): TemplatePart {
  const { opened, parts } = level;
  if (opened === undefined || end.kind !== `end${opened.kind}`) {
    throw new SyntaxBreak(`${end.kind} where it does not belong`, end.start, end.end);
  }
  if (opened.kind === 'for') return { ...opened, parts, end: end.end };
  return { ...opened, whenTrue: parts, whenFalse: level.otherwise ?? [], end: end.end };
}

function addText(parts: TemplatePart[], piece: Extract<Piece, { kind: 'text' }>): void {
  const last = parts.at(-1);
  if (last?.kind === 'text') parts[parts.length - 1] = { ...last, text: last.text + piece.text, end: piece.end };
  else parts.push(piece);
}
