import type { FixValue } from '../steps/judgement.ts';
import { type BicepFile, type Expression, type ObjectExpression, setBicep } from '../syntax/bicep/index.ts';
import type { TextEdit } from '../syntax/edit.ts';

/**
 * Edits that set a property of a resource or module: `['queue', 'properties', 'lockDuration']`; the first step is the
 * symbolic name, with the modules around it before dots. Undefined where the file has no such declaration with one body.
 */
export function setInBicep(file: BicepFile, path: readonly string[], value: FixValue): TextEdit[] | undefined {
  const [key = '', ...rest] = path;
  const name = key.slice(key.lastIndexOf('.') + 1); // that of a nested resource is `outer::inner`, and no statement's
  const found = file.statements.find(
    (statement) => (statement.kind === 'resource' || statement.kind === 'module') && statement.name === name,
  );
  const object = found !== undefined && 'body' in found ? bodyOf(found.body) : undefined;
  return object === undefined || rest.length === 0 ? undefined : setBicep(file, object, rest, value);
}

/** The object of a declaration, behind its condition; a loop's body is every round's, and stays. */
function bodyOf(body: Expression): ObjectExpression | undefined {
  if (body.kind === 'if') return bodyOf(body.body);
  return body.kind === 'object' ? body : undefined;
}
