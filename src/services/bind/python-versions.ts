import { evidence } from '../../evidence/evidence.ts';
import type { Manifest } from '../../manifests/index.ts';
import type { Unit } from '../discover/unit.ts';
import type { PythonStatement, PythonStatementKind } from '../service.ts';

/** Every statement of the Python that a unit wants or gets, the deployed one first. */
export function pythonStatements(
  { runtime, image, definition, name }: Unit,
  { projects, versionFiles }: { readonly projects: readonly Manifest[]; readonly versionFiles: readonly Manifest[] },
): PythonStatement[] {
  const statements: PythonStatement[] = [];
  const [stated] = runtime.evidence;
  if (runtime.id !== null && runtime.python !== null && stated !== undefined) {
    const label = `Runtime of ${definition?.resource.id ?? name}`;
    statements.push({ kind: 'runtime', specifier: runtime.python, label, evidence: stated });
  }
  if (image !== null && image.python !== null) {
    statements.push({ kind: 'image', specifier: image.python, label: image.file, evidence: image.base });
  }
  return [
    ...statements,
    ...projects.flatMap((manifest) => statementOf(manifest, 'requires-python')),
    ...versionFiles.flatMap((manifest) => statementOf(manifest, 'version-file')),
  ];
}

function statementOf({ file, python }: Manifest, kind: PythonStatementKind): PythonStatement[] {
  if (python === null) return [];
  return [{ kind, specifier: python.specifier, label: file, evidence: evidence(python.place, python.specifier) }];
}
