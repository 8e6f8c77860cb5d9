// https://docs.docker.com/reference/dockerfile/
import type { Comment, SyntaxFault } from '../data-tree.ts';
import { unreadable } from '../limits.ts';
import { Lines } from '../lines.ts';
import { readDirectives } from './directives.ts';
import { readInstruction } from './instruction.ts';
import { LineReader } from './line-reader.ts';
import type { Dockerfile, Instruction } from './model.ts';
import { cutStages } from './stages.ts';

/** Reads a Dockerfile. Never throws; unknown instructions are kept with a fault. */
export function parseDockerfile(text: string): Dockerfile {
  const faults: SyntaxFault[] = [];
  const comments: Comment[] = [];
  const refused = unreadable(text);
  if (refused) faults.push(refused);
  const readable = refused ? '' : text;
  const directives = readDirectives(readable);
  const escape = directives.find((directive) => directive.name === 'escape')?.value === '`' ? '`' : '\\';
  const reader = new LineReader(readable, escape, comments);
  const instructions: Instruction[] = [];
  for (let line = reader.next(); line; line = reader.next()) instructions.push(readInstruction(line, reader, faults));
  return { text, lines: new Lines(text), directives, ...cutStages(instructions, faults), comments, faults };
}
