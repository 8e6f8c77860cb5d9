// https://learn.microsoft.com/azure/azure-functions/functions-reference-python: v2 decorates functions, v1 has a folder with
// function.json for each.
import { evidence } from '../../../evidence/evidence.ts';
import { startOf } from '../../../evidence/place.ts';
import { baseName, folderOf, foldersUp, isBelow, joinPath } from '../../../repository/paths.ts';
import type { Repository } from '../../../repository/repository.ts';
import { asSequence, at, textOf } from '../../../syntax/navigate.ts';
import { frameworks } from '../../entry-points/frameworks.ts';
import type { Workspace } from '../../workspace.ts';
import { isTestModule } from '../apart.ts';
import type { Start } from '../unit.ts';
import type { Claim } from './claim.ts';
import { readDataFile } from './data-file.ts';
import { decoratedFunctions } from './decorated-functions.ts';

/** Decorators that make a function one of the app's; bindings besides the trigger are none. */
const triggers = new Set(
  frameworks
    .filter(({ name }) => name === 'azure-functions')
    .flatMap(({ decorators = [] }) => decorators)
    .filter((name) => name !== 'http_type'),
);

/** One claim for each function of the code, v1 and v2. */
export async function azureFunctionClaims(workspace: Workspace): Promise<Claim[]> {
  const { repository } = workspace;
  const folders = new Set(
    repository.files.filter((file) => /(^|\/)(host\.json|function_app\.py)$/.test(file)).map(folderOf),
  );
  const claims: Claim[] = [];
  for (const file of repository.files) {
    const home = /(\.py|\/function\.json)$/.test(file)
      ? foldersUp(folderOf(file)).find((folder) => folders.has(folder))
      : undefined;
    if (home === undefined) continue;
    if (file.endsWith('.py')) claims.push(...decoratedClaims(file, home, workspace));
    else {
      const claim = await configuredClaim(file, home, workspace);
      if (claim !== undefined) claims.push(claim);
    }
  }
  return claims;
}

function decoratedClaims(file: string, home: string, { repository, modules }: Workspace): Claim[] {
  if (isTestModule(file.slice(home === '.' ? 0 : home.length + 1)) || !modules.scan(file).has('azure')) return [];
  return [
    ...wholeApps(file, home, repository),
    ...decoratedFunctions(file, repository).flatMap(({ name, definition, decorators }) => {
      const own = decorators.filter(
        ({ path }) => path.includes('.') && triggers.has(path.slice(path.lastIndexOf('.') + 1)),
      );
      if (own.length === 0) return [];
      const naming = own.find(({ path }) => path.endsWith('.function_name'));
      const named = naming?.texts[0] ?? naming?.arguments.get('name') ?? null;
      return [functionClaim(file, name, named, home, { file, attribute: name, evidence: definition })];
    }),
  ];
}

/** `app = func.AsgiFunctionApp(app=api)`: one function that hands everything to an application. */
function wholeApps(file: string, home: string, repository: Repository): Claim[] {
  const content = repository.readText(file);
  const name = content.ok ? /^(\w+)\s*=\s*[\w.]*\b(?:Asgi|Wsgi)FunctionApp\(/m.exec(content.text)?.[1] : undefined;
  if (name === undefined) return [];
  return [functionClaim(file, name, null, home, { file, attribute: name, evidence: evidence(startOf(file), name) })];
}

function functionClaim(file: string, label: string, name: string | null, home: string, start: Start): Claim {
  return {
    file,
    label,
    name,
    rank: 'function',
    cloud: 'azure',
    compute: 'function',
    place: start.evidence,
    definition: null,
    folder: home,
    handler: evidence(start.evidence, `${start.file}:${start.attribute}`),
    runtime: { platform: null, id: null, python: null, evidence: [] },
    starts: [start],
  };
}

/** https://learn.microsoft.com/azure/azure-functions/functions-reference?tabs=python: `scriptFile` is `__init__.py`, `entryPoint` `main`. */
async function configuredClaim(file: string, home: string, { repository }: Workspace): Promise<Claim | undefined> {
  const data = await readDataFile(file, repository);
  const bindings = asSequence(at(data?.root, 'bindings'))?.items ?? [];
  if (!bindings.some((binding) => textOf(at(binding, 'type'))?.endsWith('Trigger') === true)) return undefined;
  const script = joinPath(folderOf(file), textOf(at(data?.root, 'scriptFile')) ?? '__init__.py');
  if (script === undefined || !script.endsWith('.py') || !isBelow(script, home) || !repository.has(script))
    return undefined;
  const label = baseName(folderOf(file));
  const entry = textOf(at(data?.root, 'entryPoint')) ?? 'main';
  const claim = functionClaim(file, label, label, home, {
    file: script,
    attribute: entry,
    evidence: evidence(startOf(file), entry),
  });
  return claim;
}
