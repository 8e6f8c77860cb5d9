import { openBoto3 } from '../src/catalogue/boto3/models.ts';
import { openCatalogue } from '../src/catalogue/catalogue.ts';
import { byCodeUnits } from '../src/evidence/order.ts';
import { Evaluator } from '../src/python/evaluate/evaluator.ts';
import { languageProvider } from '../src/python/evaluate/language-object.ts';
import type { Operation, OperationProvider } from '../src/python/model-provider.ts';
import { openProgram } from '../src/python/program/open-program.ts';
import { openSources } from '../src/python/program/sources.ts';
import { standardLibrary } from '../src/python/standard-library/index.ts';
import type { Value } from '../src/python/values/value.ts';
import { memoryRepository } from '../src/repository/memory.ts';
import { boto3Provider } from '../src/sdk/boto3/provider.ts';
import { collectCalls } from '../src/sdk/collect-calls.ts';

/** The provider over the catalogue. */
export const provider: OperationProvider = boto3Provider(openBoto3(openCatalogue()));

/** What one attribute of a text performs, with its line. */
interface Performed {
  readonly line: number;
  readonly operation: Operation | 'unresolved';
}

/**
 * What each line of a module performs, as `s3.get_object(Bucket=a) through x as identity`: pairs of what is found and of what
 * the line's comment behind `#>` expects, parted by ` + `. Lines of which both are empty are left out.
 */
export function linesOf(text: string): { found: string[][]; expected: string[][] } {
  const operations = operationsIn(text);
  const found = new Map<number, string[]>();
  const expected = new Map<number, string[]>();
  for (const [index, line] of text.split('\n').entries()) {
    const here = operations.filter((one) => one.line === index + 1).map(({ operation }) => described(operation));
    const [, comment] = line.split('#> ');
    const wanted = comment?.split(' + ') ?? [];
    if (here.length + wanted.length === 0) continue;
    found.set(index, [line.trim(), ...here.sort(byCodeUnits)]);
    expected.set(index, [line.trim(), ...wanted.sort(byCodeUnits)]);
  }
  return { found: [...found.values()], expected: [...expected.values()] };
}

/** An operation in one line. Operations that are only prepared are marked with a question mark. */
function described(operation: Operation | 'unresolved'): string {
  if (operation === 'unresolved') return operation;
  const { service, operation: name, through, identity, certainty, prepares } = operation;
  const passed = [...operation.arguments].map(([key, value]) => `${key}=${shown(value)}`).join(', ');
  const by = through === null ? '' : ` through ${through}`;
  const role = identity.kind === 'assumed-role' ? ` ${shown(identity.role)}` : '';
  const profile = identity.kind === 'profile' ? ` ${shown(identity.profile)}` : '';
  const as = identity.kind === 'service' ? '' : ` as ${identity.kind}${role}${profile}`;
  const mark = `${prepares === undefined ? '' : '?'}${certainty === 'resolved' ? '' : '~'}`;
  return `${mark}${service}.${name}(${passed})${by}${as}`;
}

function shown(value: Value): string {
  switch (value.kind) {
    case 'constant':
      return String(value.value);
    case 'environment':
      return `$${value.name}`;
    case 'union':
      return value.members.map(shown).join('|');
    case 'mapping':
      return `{${value
        .keys()
        .map((key) => `${key}: ${shown(value.get(key) ?? value)}`)
        .join(', ')}}`;
    case 'sequence':
      return `[${value.elements().map(shown).join(', ')}]`;
    default:
      return '?';
  }
}

/** The operations that the text of a module performs. */
function operationsIn(text: string): Performed[] {
  const program = openProgram(openSources(memoryRepository({ 'app.py': text })), ['.']);
  const module = program.moduleOf('app.py');
  if (module === undefined) throw new Error('the text cannot be read');
  const { calls, unresolved } = collectCalls(
    new Evaluator(program, [languageProvider, ...standardLibrary, provider]),
    module,
    [provider],
  );
  return [
    ...calls.map(({ operation, place }) => ({ line: place.line, operation })),
    ...unresolved.map(({ place }) => ({ line: place.line, operation: 'unresolved' as const })),
  ];
}
