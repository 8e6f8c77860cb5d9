import {
  type CommandNode,
  type PipelineNode,
  parseShell,
  type Statement,
  type Word,
} from '../../syntax/shell/index.ts';

/** A simple command of a script. */
export interface ShellCommand {
  readonly words: readonly string[];
  readonly start: number;
  /** What makes the script go on when it fails (`|| true`); null where nothing does. */
  readonly tolerated: string | null;
}

const mostCommands = 2000;
const deepest = 200;

/** The simple commands of a script in the order written, variables whose values are known put in; undefined if it cannot be read. */
export function shellCommands(
  text: string,
  variables: ReadonlyMap<string, string>,
  pipefail = false,
): ShellCommand[] | undefined {
  const script = parseShell(text);
  if (script === undefined) return undefined;
  const reader = new CommandReader(text, new Map(variables), pipefail);
  reader.statements(script.commands, null);
  return reader.commands;
}

class CommandReader {
  readonly commands: ShellCommand[] = [];
  readonly #text: string;
  readonly #variables: Map<string, string>;
  #pipefail: boolean;
  #lenient = false;
  #depth = 0;

  constructor(text: string, variables: Map<string, string>, pipefail: boolean) {
    this.#pipefail = pipefail;
    this.#text = text;
    this.#variables = variables;
  }

  statements(statements: readonly Statement[], tolerated: string | null): void {
    for (const { command } of statements) this.#node(command, tolerated);
  }

  #node(node: Statement['command'], tolerated: string | null): void {
    if (this.#depth >= deepest || this.commands.length >= mostCommands) return;
    this.#depth++;
    this.#read(node, tolerated);
    this.#depth--;
  }

  #read(node: Statement['command'] | CommandNode, tolerated: string | null): void {
    switch (node.type) {
      case 'Command':
        this.#simple(node, tolerated);
        break;
      case 'AndOr':
        this.#chain(node.commands, node.operators, tolerated);
        break;
      case 'Pipeline':
        for (const [at, command] of node.commands.entries()) {
          const passed = at === node.commands.length - 1 || this.#pipefail;
          this.#node(command, tolerated ?? (passed ? null : '| without pipefail'));
        }
        break;
      case 'Time':
      case 'Negation':
        if (node.command !== undefined) this.#node(node.command, tolerated);
        break;
      case 'If':
        this.statements(node.clause.commands, tolerated);
        this.statements(node.then.commands, tolerated);
        if (node.else?.type === 'If') this.#node(node.else, tolerated);
        else if (node.else !== undefined) this.statements(node.else.commands, tolerated);
        break;
      case 'While':
        this.statements(node.clause.commands, tolerated);
        this.statements(node.body.commands, tolerated);
        break;
      case 'Case':
        for (const { body } of node.items) this.statements(body.commands, tolerated);
        break;
      case 'Redirected':
        this.#node(node.command, tolerated);
        break;
      case 'For':
      case 'ArithmeticFor':
      case 'Select':
      case 'Subshell':
      case 'BraceGroup':
        this.statements(node.body.commands, tolerated);
        break;
      case 'Function':
      case 'Coproc':
        if (node.body.type === 'CompoundList') this.statements(node.body.commands, tolerated);
        else this.#node(node.body, tolerated);
        break;
      default: // tests and arithmetic run no command
    }
  }

  /** `a && b || c`: what stands before `||` may fail if what stands behind it always succeeds. */
  #chain(commands: readonly PipelineNode[], operators: readonly string[], tolerated: string | null): void {
    for (const [at, command] of commands.entries()) {
      const or = operators.indexOf('||', at);
      const next = or < 0 ? undefined : commands[or + 1];
      const forgiving = next !== undefined && alwaysSucceeds(next);
      this.#node(command, tolerated ?? (forgiving ? `|| ${this.#text.slice(next.pos, next.end)}` : null));
    }
  }

  #simple(command: Extract<CommandNode, { type: 'Command' }>, tolerated: string | null): void {
    for (const part of command.prefix) {
      if (part.type !== 'Assignment' || command.name !== undefined) continue;
      const value = part.value.type === 'Word' ? this.#textOf(part.value) : undefined;
      if (value === undefined || part.append === true) this.#variables.delete(part.name);
      else this.#variables.set(part.name, value);
    }
    if (command.name === undefined) return;
    const words = [command.name, ...command.args].flatMap((word) =>
      word.type === 'Word' ? this.#wordsOf(word) : [word.text],
    );
    if (words[0] === 'set') this.#options(words.slice(1));
    else this.commands.push({ words, start: command.pos, tolerated: tolerated ?? (this.#lenient ? 'set +e' : null) });
  }

  #options(words: readonly string[]): void {
    const joined = words.join(' ');
    if (/(^| )-[a-z]*o pipefail/.test(joined)) this.#pipefail = true;
    if (/(^| )-[a-z]*e/.test(joined)) this.#lenient = false;
    if (/(^| )\+[a-z]*e/.test(joined)) this.#lenient = true;
  }

  /** A word with its variables; an unquoted variable may stand for several. */
  #wordsOf(word: Word): string[] {
    const text = this.#textOf(word);
    if (text === undefined) return [word.text];
    const unquoted = /^\$\{?\w+\}?$/.test(word.text);
    return unquoted ? text.split(/\s+/).filter(Boolean) : [text];
  }

  /** The text of a word; undefined where a part of it is not known. */
  #textOf(word: Word): string | undefined {
    if (word.parts === undefined) return word.value;
    let text = '';
    for (const part of word.parts) {
      const inner = part.type === 'DoubleQuoted' ? part.parts : [part];
      for (const piece of inner) {
        if (piece.type === 'Literal' || piece.type === 'SingleQuoted' || piece.type === 'AnsiCQuoted')
          text += piece.value;
        else if (piece.type === 'SimpleExpansion' || piece.type === 'ParameterExpansion') {
          const value = this.#variables.get(piece.text.replace(/^\$\{?(\w+).*$/s, '$1'));
          const plain =
            piece.type === 'SimpleExpansion' || piece.operation === undefined || piece.operation.type === 'Default';
          if (value === undefined || !plain) return undefined;
          text += value;
        } else return undefined;
        if (text.length > 10_000) return undefined;
      }
    }
    return text;
  }
}

/** True for `true`, `:`, `echo …`, `exit 0` and the like. */
function alwaysSucceeds(node: PipelineNode): boolean {
  if (node.type !== 'Command' || node.name === undefined) return false;
  const name = node.name.value;
  if (name === 'exit' || name === 'return') return node.args[0]?.text === '0';
  return name === 'true' || name === ':' || name === 'echo' || name === 'printf';
}
