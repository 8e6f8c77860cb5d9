import { memoryRepository } from '../../../repository/memory.ts';
import { callee, Kind, type Node } from '../../../syntax/python/index.ts';
import { Evaluator } from '../../evaluate/evaluator.ts';
import { languageProvider } from '../../evaluate/language-object.ts';
import { openProgram } from '../../program/open-program.ts';
import { openSources } from '../../program/sources.ts';
import { members } from '../../values/union.ts';
import type { Constant, Value } from '../../values/value.ts';
import { standardLibrary } from '../index.ts';

/** What each `reveal(expression)` of a module shows, as Python would write it where it is known; `$X` is a variable of the environment. */
export function reveal(code: string, files: Readonly<Record<string, string>> = {}): string[] {
  const program = openProgram(openSources(memoryRepository({ ...files, 'main.py': code })), ['.']);
  const e = new Evaluator(program, [languageProvider, ...standardLibrary]);
  const module = program.moduleOf('main.py');
  if (module === undefined) return [];
  const { tree } = module;
  const shown: string[] = [];
  for (let node = 1 as Node; node < tree.count; node++) {
    if (tree.kind(node) !== Kind.Call) continue;
    const called = callee(tree, node);
    if (tree.kind(called) !== Kind.Name || tree.nameText(called) !== 'reveal') continue;
    shown.push(show(e.evaluate(e.context(module), tree.nextSibling(called))));
  }
  return shown;
}

/** What one expression shows, below some lines of code. */
export function revealOne(expression: string, before = ''): string {
  return reveal(`${before}\nreveal(${expression})\n`).join('; ');
}

const brackets = { list: ['[', ']'], tuple: ['(', ')'], set: ['{', '}'] } as const;

function show(value: Value, depth = 0): string {
  if (depth > 4) return '…';
  const inner = (one: Value): string => show(one, depth + 1);
  switch (value.kind) {
    case 'constant':
      return showConstant(value);
    case 'text':
      return `f'${value.parts.map((part) => (typeof part === 'string' ? part : `{${inner(part)}}`)).join('')}'`;
    case 'environment':
      return value.fallback === null ? `$${value.name}` : `$${value.name}|${inner(value.fallback)}`;
    case 'sequence': {
      const [open, close] = brackets[value.type];
      const elements = value.elements().map(inner);
      const comma = value.type === 'tuple' && elements.length === 1 ? ',' : '';
      return `${value.exact ? '' : '~'}${open}${elements.join(', ')}${comma}${close}`;
    }
    case 'mapping': {
      const rest = value.rest();
      const entries = value.keys().map((key) => `${quote(key)}: ${inner(value.get(key) ?? value)}`);
      if (rest !== undefined) entries.push(`**${inner(rest)}`);
      return `{${entries.join(', ')}}`;
    }
    case 'union':
      return members(value).length === 0 ? 'nothing' : members(value).map(inner).join(' | ');
    case 'unknown':
      return value.reason === 'dynamic-value' ? '?' : `?${value.reason}`;
    case 'external':
      return value.path;
    case 'object':
      return `<${value.key.replace(/!.*/, '')}>`;
    case 'module':
      return `<module ${value.module.name}>`;
    default:
      return `<${value.kind}>`;
  }
}

function showConstant({ value, bytes }: Constant): string {
  if (typeof value === 'string') return (bytes ? 'b' : '') + quote(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value === null ? 'None' : String(value);
}

function quote(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const mark = value.includes("'") && !value.includes('"') ? '"' : "'";
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
}
