import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import type { SyntaxFault } from '../data-tree.ts';
import { addFault } from '../limits.ts';
import { type Fault, type MayResume, readAround } from '../read-around.ts';

/** The program of a text, less what its faults cost; undefined where nothing could be read. Adds to `faults`. */
export function readTables(text: string, faults: SyntaxFault[]): AST.TOMLProgram | undefined {
  const around = readAround(text, attempt, mayResume);
  for (const { message, offset } of around.faults) addFault(faults, message, offset, Math.min(offset + 1, text.length));
  return around.result;
}

function attempt(text: string): AST.TOMLProgram | Fault {
  try {
    return parseTOML(text, { tomlVersion: 'latest' });
  } catch (error) {
    if (error instanceof ParseError) return { message: error.message, offset: error.index };
    return { message: 'cannot be read', offset: 0 };
  }
}

const header = /^\s*\[/;
const statement = /^\s*(?:\[|[\w-]+\s*[.=]|"[^"\n]*"\s*[.=]|'[^'\n]*'\s*[.=])/;

/** Keys behind a broken header would fall into the table before it, so reading goes on at the next header. */
const mayResume: MayResume = (line, first, far) => (far || header.test(first) ? header : statement).test(line);
