import type { SyntaxFault } from '../data-tree.ts';
import { applyEdits, type DataValue, type TextEdit } from '../edit.ts';

/** A file of code, read. */
interface CodeFile {
  readonly text: string;
  readonly faults: readonly SyntaxFault[];
}

/** How a language of code is read back after an edit. */
interface ReadBack<File extends CodeFile, Expression> {
  readonly parse: (text: string) => File;
  /** The expression that was meant, in the file as it is after the edit. */
  readonly find: (after: File) => Expression | undefined;
  readonly constantValue: (expression: Expression) => DataValue | undefined;
}

/** The edits, if the text that they make has no new fault and says `value` where it is meant to; nothing if undefined. */
export function checkedEdits<File extends CodeFile, Expression>(
  file: File,
  edits: TextEdit[] | undefined,
  value: DataValue | undefined,
  { parse, find, constantValue }: ReadBack<File, Expression>,
): TextEdit[] | undefined {
  if (edits === undefined) return undefined;
  const after = parse(applyEdits(file.text, edits));
  if (after.faults.length > file.faults.length) return undefined;
  const found = find(after);
  if (value === undefined) return found === undefined ? edits : undefined;
  return found !== undefined && JSON.stringify(constantValue(found)) === JSON.stringify(value) ? edits : undefined;
}

/** An expression, which may be an object. */
type Nested<Expression> =
  | {
      readonly kind: 'object';
      readonly entries: readonly { readonly name: string | null; readonly value: Expression }[];
    }
  | { readonly kind: string };

/** What a path of keys leads to through objects; undefined where it leads through anything else, or nowhere. */
export function within<Expression extends Nested<Expression>>(
  node: Expression,
  path: readonly string[],
): Expression | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return node;
  const entry = 'entries' in node ? node.entries.findLast((one) => one.name === name) : undefined;
  return entry && within(entry.value, rest);
}
