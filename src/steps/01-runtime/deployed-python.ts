import type { PythonStatement, Service } from '../../services/service.ts';

/** The statement of the Python that a service runs on: its runtime's or its image's; undefined where neither says it. */
export function deployedPython({ pythonVersions, runtime }: Service): PythonStatement | undefined {
  const stated = pythonVersions.find(isDeployed);
  const [evidence] = runtime.evidence;
  if (stated !== undefined || runtime.python === null || evidence === undefined) return stated;
  return { kind: 'runtime', specifier: runtime.python, label: evidence.file, evidence };
}

/** True for what decides by itself which Python runs. */
export function isDeployed({ kind }: PythonStatement): boolean {
  return kind === 'runtime' || kind === 'image';
}
