import type { Expression, Interpolation, Span, TemplateText } from './nodes.ts';

/** A template before its directives are nested. A text ends with its line. */
export type Piece =
  | TemplateText
  | Interpolation
  | ({ readonly kind: 'if'; readonly condition: Expression } & Span)
  | ({
      readonly kind: 'for';
      readonly key: string | null;
      readonly value: string;
      readonly collection: Expression;
    } & Span)
  | ({ readonly kind: 'else' | 'endif' | 'endfor' } & Span);

/** Takes from the lines of a `<<-` here-document as much white space as all of them begin with. Blank lines don't count. */
export function trimIndentation(pieces: Piece[]): void {
  const first = pieces.map((_, index) => index).filter((index) => startsLine(pieces, index));
  const widths = first.flatMap((index) => widthOf(pieces[index]) ?? []);
  const least = Math.min(...widths);
  for (const index of first) {
    const piece = pieces[index];
    if (piece?.kind !== 'text' || widthOf(piece) === undefined) continue;
    pieces[index] = { ...piece, text: piece.text.slice(least), start: piece.start + least };
  }
}

function startsLine(pieces: readonly Piece[], index: number): boolean {
  const before = pieces[index - 1];
  return index === 0 || (before?.kind === 'text' && before.text.endsWith('\n'));
}

/** The white space that a line begins with; undefined for a blank line. */
function widthOf(piece: Piece | undefined): number | undefined {
  if (piece?.kind !== 'text') return 0;
  const trimmed = piece.text.trimStart();
  return trimmed === '' && piece.text.endsWith('\n') ? undefined : piece.text.length - trimmed.length;
}
