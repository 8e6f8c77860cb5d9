// What starts a function by its decorator, or by the function.json beside it.
import { evidence } from '../../../evidence/evidence.ts';
import type { Place } from '../../../evidence/place.ts';
import { isBelow } from '../../../repository/paths.ts';
import type { Repository } from '../../../repository/repository.ts';
import { parseJson } from '../../../syntax/json/index.ts';
import { asSequence, at, textOf } from '../../../syntax/navigate.ts';
import { isTestModule } from '../../discover/apart.ts';
import { type DecoratedFunction, decoratedFunctions } from '../../discover/claims/decorated-functions.ts';
import type { Unit } from '../../discover/unit.ts';
import type { Trigger } from '../../service.ts';
import type { Workspace } from '../../workspace.ts';
import { type CodeTrigger, codeTriggers, configuredTriggers } from './code-table.ts';

const largest = 1_000_000;

/**
 * What starts a unit by its code: a function by its decorators, or by the function.json that defines it; an app of Azure
 * Functions by those of all its functions.
 */
export function triggersInCode(unit: Unit, { repository, modules }: Workspace): Trigger[] {
  const { definition, definedIn, handler, code, cloud, compute } = unit;
  if (definedIn.file.endsWith('/function.json')) return configured(definedIn.file, repository);
  if (definition === null && /(^|\/)app[^/]*\.ya?ml$/.test(definedIn.file) && cloud === 'gcp')
    return [
      {
        name: 'http',
        resource: null,
        type: 'google:app-engine',
        invocation: 'synchronous',
        evidence: evidence(definedIn, 'http'),
      },
    ];
  if (definition === null && handler !== null) {
    const [file, name] = handler.text.includes(':') ? handler.text.split(':') : [definedIn.file, handler.text];
    if (file?.endsWith('.py') !== true) return [];
    const started = decoratedFunctions(file, repository).findLast((one) => one.name === name);
    return started === undefined ? [] : decorated(started);
  }
  if (cloud !== 'azure' || compute !== 'function' || code.kind !== 'folder') return [];
  return repository.files.flatMap((file) => {
    if (!isBelow(file, code.folder)) return [];
    if (file.endsWith('/function.json')) return configured(file, repository);
    if (!file.endsWith('.py') || isTestModule(file) || !modules.scan(file).has('azure')) return [];
    const functions = decoratedFunctions(file, repository).flatMap(decorated);
    return functions.length > 0 ? functions : wholeApplication(file, repository);
  });
}

/** https://learn.microsoft.com/azure/azure-functions/functions-triggers-bindings#bindings-code-examples */
function configured(file: string, repository: Repository): Trigger[] {
  const content = repository.readText(file);
  if (!content.ok || content.text.length > largest) return [];
  const tree = parseJson(content.text);
  return (asSequence(at(tree.documents[0], 'bindings'))?.items ?? []).flatMap((binding) => {
    const type = textOf(at(binding, 'type')) ?? '';
    const known = configuredTriggers.get(type.toLowerCase());
    if (known === undefined) return [];
    const place: Place = { file, ...tree.lines.range(binding.start, binding.end) };
    const name = known.names?.map((key) => textOf(at(binding, camel(key)))).find((text) => text !== undefined);
    return [triggerOf(known, name ?? type, place, type)];
  });
}

/** `queue_name` is `queueName` in function.json. */
function camel(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** An application of ASGI or WSGI that is one function: it takes every request. */
function wholeApplication(file: string, repository: Repository): Trigger[] {
  const content = repository.readText(file);
  const found = content.ok ? /\b(?:Asgi|Wsgi)FunctionApp\s*\(/.exec(content.text) : null;
  if (!content.ok || found === null) return [];
  const line = content.text.slice(0, found.index).split('\n').length;
  const place: Place = { file, line, column: 1, endLine: line, endColumn: 1 };
  return [
    {
      name: 'http',
      resource: null,
      type: 'azure:http',
      invocation: 'synchronous',
      evidence: evidence(place, found[0]),
    },
  ];
}

function decorated({ decorators }: DecoratedFunction): Trigger[] {
  return decorators.flatMap(({ path, place, texts, arguments: given }) => {
    const word = path.slice(path.lastIndexOf('.') + 1);
    const known = path.includes('.') ? codeTriggers.get(word) : undefined;
    if (known === undefined) return [];
    const label = known.names?.map((key) => given.get(key)).find((text) => text !== undefined) ?? texts[0] ?? word;
    return [triggerOf(known, label, place, path)];
  });
}

function triggerOf({ type, invocation }: CodeTrigger, name: string, place: Place, text: string): Trigger {
  return { name, resource: null, type, invocation, evidence: evidence(place, text) };
}
