// https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
import type { MarkerEnvironment } from './environment.ts';
import type { Marker, MarkerOperand, MarkerVariable } from './marker.ts';
import { normaliseName } from './name.ts';
import { parseSpecifier, satisfies } from './version.ts';

/** Whether a marker lets a dependency in: yes, no, or not to be told from what is known. */
export type MarkerResult = boolean | 'unknown';

const versionVariables: ReadonlySet<string> = new Set([
  'python_version',
  'python_full_version',
  'implementation_version',
  'platform_release',
]);

/** Evaluates a marker for an environment. What the environment leaves out is unknown, and `and`/`or` reckon with it. */
export function evaluateMarker(marker: Marker, environment: MarkerEnvironment): MarkerResult {
  if (marker.kind === 'compare') return evaluateComparison(marker, environment);
  const decides = marker.kind === 'or';
  let result: MarkerResult = !decides;
  for (const term of marker.terms) {
    const value = evaluateMarker(term, environment);
    if (value === decides) return decides;
    if (value === 'unknown') result = 'unknown';
  }
  return result;
}

type Comparison = Extract<Marker, { kind: 'compare' }>;

function evaluateComparison({ left, operator, right }: Comparison, environment: MarkerEnvironment): MarkerResult {
  const variable = variableOf(left) ?? variableOf(right);
  if (variable === undefined) return compareTexts(literalOf(left), operator, literalOf(right));
  if (variable === 'extra' || variable === 'extras' || variable === 'dependency_groups')
    return evaluateSet(variable, operator, literalOf(left) || literalOf(right), environment);
  const values = valuesOf(variable, environment);
  if (values === undefined) return 'unknown';
  const results = values.map((value) => {
    const known = (operand: MarkerOperand): string => ('variable' in operand ? value : operand.literal);
    return compareValues(variable, known(left), operator, known(right));
  });
  const [first = 'unknown'] = results;
  return results.every((result) => result === first) ? first : 'unknown';
}

/** The value of a variable, or the lowest and highest that it can have: of `3.12` the full version is 3.12.0 to 3.12.99. */
function valuesOf(variable: MarkerVariable, environment: MarkerEnvironment): string[] | undefined {
  const value = environment.variables[variable];
  if (value !== undefined) return [value];
  const python = environment.variables.python_version;
  if (python === undefined) return undefined;
  const follows =
    variable === 'python_full_version' ||
    (variable === 'implementation_version' && environment.variables.implementation_name === 'cpython');
  return follows ? [`${python}.0`, `${python}.1`, `${python}.99`] : undefined;
}

function evaluateSet(
  variable: 'extra' | 'extras' | 'dependency_groups',
  operator: string,
  name: string,
  environment: MarkerEnvironment,
): MarkerResult {
  const asked = variable === 'dependency_groups' ? environment.groups : environment.extras;
  if (asked === undefined) return 'unknown';
  const holds = asked.some((other) => normaliseName(other) === normaliseName(name));
  if (operator === '==' || operator === 'in') return holds;
  return operator === '!=' || operator === 'not in' ? !holds : 'unknown';
}

function compareValues(variable: MarkerVariable, left: string, operator: string, right: string): MarkerResult {
  if (versionVariables.has(variable) && operator !== 'in' && operator !== 'not in') {
    if (parseSpecifier(operator + right) !== undefined) return satisfies(left, operator + right, true) ?? 'unknown';
  }
  return compareTexts(left, operator, right);
}

/** Texts have no order: `<` and `>` are false, `<=` and `>=` mean equality. */
function compareTexts(left: string, operator: string, right: string): MarkerResult {
  switch (operator) {
    case 'in':
      return right.includes(left);
    case 'not in':
      return !right.includes(left);
    case '==':
    case '===':
    case '<=':
    case '>=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
    case '>':
      return false;
    default:
      return 'unknown';
  }
}

function variableOf(operand: MarkerOperand): MarkerVariable | undefined {
  return 'variable' in operand ? operand.variable : undefined;
}

function literalOf(operand: MarkerOperand): string {
  return 'literal' in operand ? operand.literal : '';
}
