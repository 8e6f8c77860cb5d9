// https://nox.thea.codes/en/stable/config.html
import { joinPath } from '../../repository/paths.ts';
import {
  assignedValue,
  callee,
  children,
  decoratorExpression,
  definitionName,
  firstArgument,
  firstDecorator,
  firstTarget,
  Kind,
  NONE,
  type Node,
  parseModule,
  stringValue,
  type Tree,
  valueOf,
  walk,
} from '../../syntax/python/index.ts';
import { optionValues, type RecipeCall, type RecipePart } from '../commands/recipe.ts';
import { fileScript } from '../commands/script.ts';

interface Session {
  readonly name: string;
  readonly tags: readonly string[];
  readonly commands: readonly { readonly text: string; readonly line: number }[];
}

interface NoxFile {
  readonly file: string;
  readonly sessions: readonly Session[];
  readonly defaults: readonly string[] | null;
}

const mostCommands = 2000;
const runs: Readonly<Record<string, string>> = { run: '', run_always: '', run_install: '', install: 'pip install ' };

/** The commands of the sessions that `nox -s …` runs; without a name those that `nox.options.sessions` lists, else all. */
export function noxSessions(call: RecipeCall): RecipePart[] | undefined {
  const file = joinPath(call.folder, optionValues(call.words, '-f', '--noxfile')[0] ?? 'noxfile.py');
  const noxfile = file === undefined ? undefined : call.once(`nox ${file}`, () => readNoxfile(call, file));
  if (noxfile === undefined) return undefined;
  const chosen = new Set(namesAfter(call.words));
  const wanted = chosen.size > 0 ? chosen : noxfile.defaults && new Set(noxfile.defaults);
  const sessions = noxfile.sessions.filter(
    ({ name, tags }) => wanted === null || fits(wanted, name) || tags.some((tag) => wanted.has(tag)),
  );
  const parts = sessions.flatMap(({ commands }) =>
    commands.map(({ text, line }) => ({
      script: fileScript(noxfile.file, text, line),
      folder: call.folder,
      tolerated: null,
    })),
  );
  return parts.length > 0 ? parts : undefined;
}

/** `-s a b -e c`: an option takes every word up to the next. */
function namesAfter(words: readonly string[]): string[] {
  const found: string[] = [];
  let taking = false;
  for (const word of words.slice(1)) {
    if (word === '--') break;
    if (word.startsWith('-')) {
      const [option = '', value] = word.split('=', 2);
      taking = /^(-s|-e|-t|--sessions?|--tags)$/.test(option);
      if (taking && value !== undefined) found.push(value);
    } else if (taking) found.push(word);
  }
  return found;
}

/** `tests-3.12` and `tests(x=1)` are sessions of `tests`. */
function fits(wanted: ReadonlySet<string>, name: string): boolean {
  return wanted.has(name) || [...wanted].some((one) => one.startsWith(`${name}-`) || one.startsWith(`${name}(`));
}

function readNoxfile(call: RecipeCall, file: string): NoxFile | undefined {
  const content = call.repository.has(file) ? call.repository.read(file) : undefined;
  if (content?.ok !== true) return undefined;
  const tree = parseModule(content.bytes);
  const constants = new Map<string, readonly string[]>();
  const sessions: Session[] = [];
  let defaults: readonly string[] | null = null;
  for (const statement of children(tree, tree.root)) {
    if (tree.kind(statement) === Kind.FunctionDefinition) sessions.push(...sessionOf(tree, statement, constants));
    if (tree.kind(statement) !== Kind.Assignment) continue;
    const target = firstTarget(tree, statement);
    const texts = textsOf(tree, assignedValue(tree, statement), constants);
    if (tree.kind(target) === Kind.Name && texts !== undefined) constants.set(tree.nameText(target), texts);
    if (/^nox\.options\.sessions$/.test(tree.slice(tree.start(target), tree.end(target)))) defaults = texts ?? null;
  }
  return { file, sessions, defaults };
}

/** A function that `@nox.session` or `@session` decorates, with what it runs. */
function sessionOf(tree: Tree, definition: Node, constants: ReadonlyMap<string, readonly string[]>): Session[] {
  const decorator = sessionDecorator(tree, definition);
  if (decorator === NONE) return [];
  const argument = (name: string): readonly string[] | undefined => {
    if (tree.kind(decorator) !== Kind.Call) return undefined;
    for (let node = firstArgument(tree, decorator); node !== NONE; node = tree.nextSibling(node)) {
      if (tree.kind(node) === Kind.KeywordArgument && tree.nameText(node) === name)
        return textsOf(tree, valueOf(tree, node), constants);
    }
    return undefined;
  };
  const commands: { text: string; line: number }[] = [];
  walk(tree, definition, (node) => {
    if (tree.kind(node) !== Kind.Call || commands.length >= mostCommands) return;
    const target = callee(tree, node);
    const method = tree.kind(target) === Kind.Attribute ? tree.nameText(target) : '';
    if (!Object.hasOwn(runs, method) || !tree.slice(tree.start(target), tree.end(target)).startsWith('session.'))
      return;
    const words: string[] = [];
    for (let at = firstArgument(tree, node); at !== NONE; at = tree.nextSibling(at)) {
      if (tree.kind(at) === Kind.KeywordArgument || tree.kind(at) === Kind.DoubleStarred) continue;
      const value = tree.kind(at) === Kind.Starred ? valueOf(tree, at) : at;
      words.push(...(textsOf(tree, value, constants) ?? ['${DYNAMIC}']));
    }
    commands.push({
      text: (runs[method] ?? '') + words.map(quoted).join(' '),
      line: tree.lineColumn(tree.start(node)).line,
    });
  });
  return [
    {
      name: argument('name')?.[0] ?? tree.nameText(definitionName(tree, definition)),
      tags: argument('tags') ?? [],
      commands,
    },
  ];
}

/** The expression of the decorator that makes a function a session; `NONE` if none does. */
function sessionDecorator(tree: Tree, definition: Node): Node {
  for (let node = firstDecorator(tree, definition); node !== NONE; node = tree.nextSibling(node)) {
    if (tree.kind(node) !== Kind.Decorator) return NONE;
    const expression = decoratorExpression(tree, node);
    const target = tree.kind(expression) === Kind.Call ? callee(tree, expression) : expression;
    if (/^(nox\.|nox_\w+\.)?session$/.test(tree.slice(tree.start(target), tree.end(target)))) return expression;
  }
  return NONE;
}

/** A text as one word, a list of texts as its words; undefined for what is computed. */
function textsOf(
  tree: Tree,
  node: Node,
  constants: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const kind = node === NONE ? undefined : tree.kind(node);
  if (kind === Kind.String) return [stringValue(tree, node) ?? ''];
  if (kind === Kind.Name) return constants.get(tree.nameText(node));
  if (kind !== Kind.List && kind !== Kind.Tuple) return undefined;
  return children(tree, node).flatMap((item) =>
    tree.kind(item) === Kind.String ? [stringValue(tree, item) ?? ''] : ['${DYNAMIC}'],
  );
}

function quoted(word: string): string {
  return /[\s"'`;&|<>()\\#*?]/.test(word) ? `'${word.replaceAll("'", '')}'` : word;
}
