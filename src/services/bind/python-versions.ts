import { evidence } from '../../evidence/evidence.ts';
import type { Manifest } from '../../manifests/index.ts';
import type { Unit } from '../discover/unit.ts';
import type { PythonStatement, PythonStatementKind } from '../service.ts';

/** Every statement of the Python that a unit wants or gets, the deployed one first. */
export function pythonStatements(
  unit: Unit,
  manifests: readonly Manifest[],
  versionFiles: readonly Manifest[],
): PythonStatement[] {
  const { runtime, image, definition } = unit;
  const statements: PythonStatement[] = [];
  const [stated] = runtime.evidence;
  if (runtime.id !== null && runtime.python !== null && stated !== undefined) {
    const label = `Runtime of ${definition?.resource.id ?? unit.name}`;
    statements.push({ kind: 'runtime', specifier: runtime.python, label, evidence: stated });
  }
  if (image !== null && image.python !== null) {
    statements.push({ kind: 'image', specifier: image.python, label: image.file, evidence: image.base });
  }
  statements.push(...manifests.flatMap((manifest) => statementOf(manifest, 'requires-python')));
  statements.push(...versionFiles.flatMap((manifest) => statementOf(manifest, 'version-file')));
  return statements;
}

function statementOf({ role, file, python }: Manifest, kind: PythonStatementKind): PythonStatement[] {
  if (python === null || role !== 'declaration') return [];
  return [{ kind, specifier: python.specifier, label: file, evidence: evidence(python.place, python.specifier) }];
}
