// https://tox.wiki/en/stable/config.html
import { joinPath } from '../../repository/paths.ts';
import type { DataNode, DataTree } from '../../syntax/data-tree.ts';
import { parseIni } from '../../syntax/ini/index.ts';
import { asMapping, asSequence, at, keyOf, textOf } from '../../syntax/navigate.ts';
import { parseToml } from '../../syntax/toml/index.ts';
import { optionValues, type RecipeCall, type RecipePart } from '../commands/recipe.ts';
import { fileScript } from '../commands/script.ts';

/** A command of an environment: a line, with where it stands. */
interface Line {
  readonly text: string;
  readonly line: number;
}

/** tox's configuration: settings of sections, as lines. */
interface ToxFile {
  readonly file: string;
  readonly environments: readonly string[];
  lines(section: string, key: string): readonly Line[] | undefined;
}

const mostEnvironments = 200;
const deepestReference = 6;

/** The commands of the environments that `tox -e …` runs, of all that are listed where none is named. */
export function toxCommands(call: RecipeCall): RecipePart[] | undefined {
  const config = call.once(`tox ${call.folder}`, () => openTox(call));
  if (config === undefined) return undefined;
  const named = optionValues(call.words, '-e', '--env', '-f').flatMap(expandFactors);
  const chosen = (named.length > 0 ? named : config.environments).slice(0, mostEnvironments);
  const parts = new Map<string, RecipePart>();
  for (const environment of chosen.length > 0 ? chosen : ['py']) {
    for (const { text, line } of commandsOf(config, environment)) {
      const tolerated = /^-\s/.test(text) ? '- before the command' : null;
      const script = fileScript(config.file, text.replace(/^[-!]\s*/, ''), line);
      parts.set(`${line} ${text}`, { script, folder: call.folder, tolerated });
    }
  }
  return parts.size > 0 ? [...parts.values()] : undefined;
}

function commandsOf(config: ToxFile, environment: string): Line[] {
  const factors = new Set([environment, ...environment.split('-')]);
  return ['commands_pre', 'commands', 'commands_post'].flatMap((key) => {
    const written =
      config.lines(`testenv:${environment}`, key) ??
      sharedSection(config, environment, key) ??
      config.lines('testenv', key) ??
      [];
    return written
      .flatMap((line) => referenced(config, line, 0))
      .flatMap(({ text, line }) => {
        const [, condition, command] = /^([\w.,{}!-]+):\s+(.*)$/s.exec(text) ?? [];
        if (condition === undefined) return [{ text: substituted(text), line }];
        return expandFactors(condition).some((part) => holds(part, factors))
          ? [{ text: substituted(command ?? ''), line }]
          : [];
      });
  });
}

/** A section may stand for several environments: `[testenv:{lint,format}]`. */
function sharedSection(config: ToxFile, environment: string, key: string): readonly Line[] | undefined {
  return config.lines(`testenv:*${environment}`, key);
}

function holds(condition: string, factors: ReadonlySet<string>): boolean {
  return condition.split('-').every((part) => (part.startsWith('!') ? !factors.has(part.slice(1)) : factors.has(part)));
}

/** `{[testenv:lint]commands}` is what stands there. */
function referenced(config: ToxFile, { text, line }: Line, depth: number): Line[] {
  const match = /^\{\[([^\]]+)\](\w+)\}$/.exec(text.trim());
  if (match === null || depth > deepestReference) return [{ text, line }];
  const found = config.lines(match[1] ?? '', match[2] ?? '') ?? [];
  return found.slice(0, 100).flatMap((inner) => referenced(config, inner, depth + 1));
}

/** `{posargs:default}` is its default; other settings are unknown to a shell. */
function substituted(text: string): string {
  return text.replaceAll(/\{posargs:?([^{}]*)\}/g, '$1').replaceAll(/(?<!\$)\{[^{}\s]*\}/g, '$${DYNAMIC}');
}

/** `py{311,312}-{a,b},lint` as the names it stands for. */
function expandFactors(text: string): string[] {
  let names = text.split(/[,\s]+(?![^{]*\})/).filter(Boolean);
  for (let round = 0; round < 5 && names.some((name) => name.includes('{')); round++) {
    names = names.slice(0, mostEnvironments).flatMap((name) => {
      const [whole, inner = ''] = /\{([^{}]*)\}/.exec(name) ?? [];
      return whole === undefined ? [name] : inner.split(',').map((part) => name.replace(whole, () => part.trim()));
    });
  }
  return names.slice(0, mostEnvironments);
}

function openTox(call: RecipeCall): ToxFile | undefined {
  for (const name of ['tox.ini', 'setup.cfg', 'pyproject.toml', 'tox.toml']) {
    const file = joinPath(call.folder, name);
    const content = file !== undefined && call.repository.has(file) ? call.repository.readText(file) : undefined;
    if (file === undefined || content?.ok !== true) continue;
    const found = name.endsWith('.toml')
      ? tomlTox(file, content.text, name)
      : iniTox(file, parseIni(content.text), name, 0);
    if (found !== undefined) return found;
  }
  return undefined;
}

function iniTox(file: string, tree: DataTree, name: string, firstLine: number): ToxFile | undefined {
  const [root] = tree.documents;
  const head = name === 'setup.cfg' ? 'tox:tox' : 'tox';
  const sections = asMapping(root)?.entries.flatMap((entry) => keyOf(entry) ?? []) ?? [];
  if (!sections.some((section) => section === head || section.startsWith('testenv'))) return undefined;
  const lines = (section: string, key: string): Line[] | undefined => {
    const names = section.startsWith('testenv:*')
      ? sections.filter((other) => stands(other, section.slice(9)))
      : [section];
    const node = names.map((one) => at(root, one, key)).find(Boolean);
    return node && linesOf(node, tree, firstLine);
  };
  const listed = lines(head, 'envlist') ?? lines(head, 'env_list') ?? [];
  return { file, environments: listed.flatMap(({ text }) => expandFactors(text)), lines };
}

/** True for `testenv:{lint,format}` and `lint`. */
function stands(section: string, environment: string): boolean {
  return (
    section.includes('{') && section.startsWith('testenv:') && expandFactors(section.slice(8)).includes(environment)
  );
}

function linesOf(node: DataNode, tree: DataTree, firstLine: number): Line[] {
  const first = tree.lines.position(node.start).line + firstLine;
  const found: Line[] = [];
  let open = '';
  let start = first;
  for (const [index, raw] of tree.text.slice(node.start, node.end).split(/\r?\n/).entries()) {
    const text = raw.replace(/(^|\s)[#;].*$/, '').trim();
    if (open === '') start = first + index;
    open += text.endsWith('\\') ? `${text.slice(0, -1)} ` : text;
    if (text.endsWith('\\')) continue;
    if (open !== '') found.push({ text: open, line: start });
    open = '';
  }
  return open === '' ? found : [...found, { text: open, line: start }];
}

function tomlTox(file: string, text: string, name: string): ToxFile | undefined {
  const tree = parseToml(text);
  const root = name === 'tox.toml' ? tree.documents[0] : at(tree.documents[0], 'tool', 'tox');
  const legacy = at(root, 'legacy_tox_ini');
  if (legacy !== undefined) {
    return iniTox(file, parseIni(textOf(legacy) ?? ''), 'tox.ini', tree.lines.position(legacy.start).line);
  }
  if (asMapping(root) === undefined) return undefined;
  const listed = asSequence(at(root, 'env_list'))?.items.flatMap((item) => textOf(item) ?? []) ?? [];
  const lines = (section: string, key: string): Line[] | undefined => {
    const path = section.startsWith('testenv:') ? ['env', section.slice(8)] : ['env_run_base'];
    const node = asSequence(at(root, ...path, key));
    return node?.items.flatMap((command): Line[] => {
      const words = asSequence(command)?.items.flatMap((word) => textOf(word) ?? []) ?? [];
      return words.length === 0
        ? []
        : [{ text: words.map(quoted).join(' '), line: tree.lines.position(command.start).line }];
    });
  };
  return { file, environments: listed, lines };
}

function quoted(word: string): string {
  return /[\s"';&|]/.test(word) ? `'${word.replaceAll("'", '')}'` : word;
}
