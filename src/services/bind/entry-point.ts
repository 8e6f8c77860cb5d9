// https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html: module and function, the module with dots or slashes.
import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Place, Range } from '../../evidence/place.ts';
import type { UnknownReason } from '../../evidence/vocabulary.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { valueAt } from '../../infrastructure/model/resource.ts';
import type { ModuleFacts } from '../../python/module-facts.ts';
import { foldersUp, isBelow } from '../../repository/paths.ts';
import { buildMethod } from '../discover/aws-functions.ts';
import { moduleFiles, splitHandler } from '../discover/handler-module.ts';
import type { Unit } from '../discover/unit.ts';
import type { EntryPoint } from '../service.ts';
import type { Workspace } from '../workspace.ts';
import { inlineModule } from './inline-module.ts';

/** The entry point of a unit, looked up in its code; none where the unit names none. */
export function entryPointsOf(unit: Unit, workspace: Workspace): EntryPoint[] {
  const { handler } = unit;
  if (handler === null) return [];
  const name = handlerName(unit, handler);
  if (name === undefined)
    return [cannotTell(handler, handler.text, 'dynamic-value', 'its value is known at deployment only')];
  const { code } = unit;
  switch (code.kind) {
    case 'elsewhere':
      return [cannotTell(handler, name.function, code.reason, code.detail)];
    case 'inline':
      return [inlineEntryPoint(unit, handler, name, code)];
    case 'folder':
      return [folderEntryPoint(unit, handler, name, code.folder, workspace)];
  }
}

interface HandlerName {
  /** The module as a path without its ending. */
  readonly module: string;
  readonly function: string;
}

/** Modules that plugins of the Serverless Framework put into the package: https://github.com/logandk/serverless-wsgi */
const modulesOfPlugins: ReadonlyMap<string, readonly string[]> = new Map([
  ['serverless-wsgi', ['wsgi_handler.py', 'serverless_wsgi.py']],
]);

function handlerName({ cloud, code, definition }: Unit, { text, how }: Evidence): HandlerName | undefined {
  if (how === 'guessed') return undefined;
  // A function of main.py: https://docs.cloud.google.com/run/docs/write-functions#directory-structure
  if (cloud === 'gcp' && !text.includes(':')) return { module: 'main', function: text };
  if (definition === null && text.includes(':')) {
    const [file = '', name = ''] = text.split(':');
    const folder = code.kind === 'folder' && code.folder !== '.' ? `${code.folder}/` : '';
    return {
      module: (file.startsWith(folder) ? file.slice(folder.length) : file).replace(/\.py$/, ''),
      function: name,
    };
  }
  return splitHandler(text);
}

function folderEntryPoint(
  unit: Unit,
  handler: Evidence,
  name: HandlerName,
  folder: string,
  workspace: Workspace,
): EntryPoint {
  const { repository, modules } = workspace;
  if (name.module === '') return unit.cloud === 'aws' ? noFunction(handler, name) : otherPlatform(handler, name);
  const file = moduleFiles(folder, name.module).find((path) => repository.has(path));
  if (file === undefined) return missingModule(unit, handler, name, folder, workspace);
  const facts = modules.get(file);
  if (facts === undefined) return cannotTell(handler, name.function, 'unreadable-file', `${file} cannot be read`);
  return inModule(facts, file, handler, name.function, (range) => ({ file, ...range }));
}

function inModule(
  facts: ModuleFacts,
  file: string,
  handler: Evidence,
  name: string,
  placeOf: (range: Range) => Place,
): EntryPoint {
  const range = facts.bindings.get(name);
  if (range !== undefined) {
    return { found: true, file, function: name, handler, definition: evidence(placeOf(range), name) };
  }
  if (facts.open !== null)
    return cannotTell(handler, name, 'external-code', `${file} may define ${name}: ${facts.open}`);
  const [fault] = facts.faults;
  if (fault !== undefined) {
    return cannotTell(handler, name, 'unreadable-file', `${file} has a syntax error on line ${fault.range.line}`);
  }
  return {
    found: false,
    problem: 'missing-function',
    function: name,
    handler,
    detail: `${name}, which ${file} does not define`,
  };
}

/** The module is missing for sure only if everything that is packaged stands in the repository. */
function missingModule(
  unit: Unit,
  handler: Evidence,
  name: HandlerName,
  folder: string,
  workspace: Workspace,
): EntryPoint {
  const file = `${name.module}.py`;
  const obstacle = obstacleOf(unit, file, folder, workspace);
  if (obstacle !== undefined) return cannotTell(handler, name.function, ...obstacle);
  const detail = `the module ${file}, which ${folder === '.' ? 'the repository' : folder} does not hold`;
  return { found: false, problem: 'missing-module', function: name.function, handler, detail };
}

/** Why a file that is not in a unit's folder may be in what is deployed all the same. */
function obstacleOf(
  unit: Unit,
  file: string,
  folder: string,
  { repository }: Workspace,
): [UnknownReason, string] | undefined {
  const link = linkOn(`${folder === '.' ? '' : `${folder}/`}${file}`, repository.links);
  if (link !== undefined) return ['external-code', `${link} is a symbolic link, which is not followed`];
  const plugin = pluginsOf(unit).find((one) => modulesOfPlugins.get(one)?.includes(file));
  if (plugin !== undefined) return ['external-code', `the plugin ${plugin} brings ${file}`];
  if (unit.artifact === 'image') return ['unsupported-construct', `the image may put ${file} elsewhere`];
  if (unit.layers.length > 0) return ['external-code', `a layer (${unit.layers.join(', ')}) may bring ${file}`];
  const builder = buildMethod(unit);
  if (builder?.startsWith('python') === false) return ['external-code', `it is built by ${builder}`];
  if (!repository.files.some((path) => path.endsWith('.py') && isBelow(path, folder))) {
    return ['external-code', `${folder} holds no Python in the repository: it may be built before it is packaged`];
  }
  return undefined;
}

/** The plugins of the Serverless Framework that package a unit. */
function pluginsOf({ definition }: Unit): string[] {
  const listed = definition === null ? undefined : valueAt(definition.resource.metadata, 'plugins');
  const plugins = listed?.kind === 'map' ? valueAt(listed, 'modules') : listed;
  return plugins?.kind === 'list' ? plugins.items.map((item) => readText(item).text) : [];
}

/** The symbolic link that a module's file, its package or a folder above it is, if any. */
function linkOn(file: string, links: ReadonlySet<string>): string | undefined {
  if (links.size === 0) return undefined;
  const module = file.replace(/\.py$/, '');
  return [file, `${module}/__init__.py`, ...foldersUp(module)].find((path) => links.has(path));
}

/** Inline code is deployed as `index.py`: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html */
function inlineEntryPoint(
  { id, layers }: Unit,
  handler: Evidence,
  name: HandlerName,
  code: { readonly text: string; readonly place: Place },
): EntryPoint {
  if (name.module === '') return noFunction(handler, name);
  if (name.module !== 'index') {
    const file = `${name.module}.py`;
    if (layers.length > 0) {
      const detail = `a layer (${layers.join(', ')}) may bring ${file}`;
      return cannotTell(handler, name.function, 'external-code', detail);
    }
    const detail = `inline code is deployed as index.py, so ${file} has to be put there by other means`;
    return cannotTell(handler, name.function, 'conflicting-evidence', detail);
  }
  const { facts, placeOf } = inlineModule(id, code);
  return inModule(facts, id, handler, name.function, placeOf);
}

function noFunction(handler: Evidence, name: HandlerName): EntryPoint {
  const detail = 'no function (MODULE.FUNCTION is wanted)';
  return { found: false, problem: 'missing-function', function: name.function, handler, detail };
}

function otherPlatform(handler: Evidence, { function: name }: HandlerName): EntryPoint {
  return cannotTell(handler, name, 'unsupported-construct', `its platform is not known to find ${name} in any file`);
}

function cannotTell(handler: Evidence, name: string, problem: UnknownReason, detail: string): EntryPoint {
  return { found: false, problem, function: name, handler, detail };
}
