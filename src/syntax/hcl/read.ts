// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md

import { SyntaxBreak } from '../code/syntax-break.ts';
import type { Comment, SyntaxFault } from '../data-tree.ts';
import { unreadable } from '../limits.ts';
import { Lines } from '../lines.ts';
import { readBody } from './body.ts';
import { ExpressionReader } from './expressions.ts';
import type { HclFile, Template } from './nodes.ts';
import { Scanner } from './scanner.ts';
import { readBareTemplate } from './templates.ts';

/**
 * Reads HCL's native syntax. Never throws: a fault costs the attribute or the line it stands in, whose value is then
 * `broken`, and reading goes on behind it.
 */
export function parseHcl(text: string): HclFile {
  const comments: Comment[] = [];
  const faults: SyntaxFault[] = [];
  const refused = unreadable(text);
  if (refused) faults.push(refused);
  const body = refused ? { items: [], start: 0, end: text.length } : readBody(text, comments, faults);
  return { text, lines: new Lines(text), body, comments, faults };
}

/** Reads a text that is a template as a whole, as the files of `templatefile` are; undefined where it has a fault. */
export function parseHclTemplate(text: string): Template | undefined {
  if (unreadable(text)) return undefined;
  try {
    return readBareTemplate(new ExpressionReader(new Scanner(text, [])), 0, text.length);
  } catch (error) {
    if (!(error instanceof SyntaxBreak)) throw error;
    return undefined;
  }
}
