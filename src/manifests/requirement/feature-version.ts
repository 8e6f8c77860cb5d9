// https://packaging.python.org/en/latest/specifications/core-metadata/#requires-python
import { parseSpecifier, parseVersion, satisfies } from './version.ts';

const highestMicro = 999;

/**
 * True if some release of the feature version (`3.12`) satisfies the specifier: `>=3.12.1,<3.13` includes 3.12.
 * Undefined where either can't be read.
 */
export function includesFeatureVersion(specifier: string, feature: string): boolean | undefined {
  const clauses = parseSpecifier(specifier);
  if (clauses === undefined || !/^\d+\.\d+$/.test(feature)) return undefined;
  const bounds = clauses.map((clause) => parseVersion(clause.version)?.release[2] ?? 0);
  const micros = new Set([0, highestMicro, ...bounds.flatMap((micro) => [Math.max(0, micro - 1), micro, micro + 1])]);
  return [...micros].some((micro) => satisfies(`${feature}.${micro}`, specifier, true) === true);
}
