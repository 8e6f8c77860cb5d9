import type { CommandFact, PipelineTools } from './tools.ts';

/** A command that the catalogue knows, without what only runs it (`uv run`, `python -m`, `sudo`). */
export interface RecognisedCommand {
  readonly fact: CommandFact;
  /** The words of the command, its own name first. */
  readonly words: readonly string[];
}

/** What a command comes to, where the catalogue does not know it. */
export interface PlainCommand {
  readonly fact: null;
  readonly words: readonly string[];
}

const mostWrappers = 8;

/** The command in some words: wrappers are taken off as long as something stands behind them. */
export function recogniseCommand(words: readonly string[], tools: PipelineTools): RecognisedCommand | PlainCommand {
  let rest = withoutFolder(words);
  for (let taken = 0; taken < mostWrappers; taken++) {
    const fact = factOf(rest, tools);
    if (fact === undefined) return { fact: null, words: rest };
    const inner = fact.wraps === true ? wrappedWords(rest, fact) : undefined;
    if (inner === undefined || inner.length === 0) return { fact, words: rest };
    rest = withoutFolder(inner);
  }
  return { fact: null, words: rest };
}

/** `.venv/bin/pytest` and `python3.12` are `pytest` and `python`. */
function withoutFolder(words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words;
  const name = /(?:^|\/)(?:s?bin|Scripts)\/([\w.-]+)$/.exec(first)?.[1] ?? first;
  const plain = name
    .replace(/\.exe$/i, '')
    .replace(/^(python|pip)[\d.]*$/, '$1')
    .replace(/^py$/, 'python');
  return [plain, ...rest];
}

function factOf(words: readonly string[], tools: PipelineTools): CommandFact | undefined {
  return tools.commandsOf(words[0] ?? '').find((fact) => fits(words, fact));
}

/**
 * True if the words of the fact stand in the command in their order, with nothing but options and their values between
 * them, and its options anywhere.
 */
function fits(words: readonly string[], { words: wanted }: CommandFact): boolean {
  let at = 1;
  for (const word of wanted.slice(1)) {
    if (word.startsWith('-') && word !== '-m') {
      if (!words.some((given) => given === word || given.startsWith(`${word}=`))) return false;
      continue;
    }
    const found = placeOf(words, word, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}

/** Where a word stands, counted from `from`; behind options, and one value for each of them. */
function placeOf(words: readonly string[], wanted: string, from: number): number {
  for (let at = from; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === wanted) return at;
    const value = (words[at - 1] ?? '').startsWith('-') && at > from;
    if (!word.startsWith('-') && !word.startsWith('+') && !value) return -1;
  }
  return -1;
}

/** The words behind a wrapper and its options; undefined where none are. */
function wrappedWords(words: readonly string[], fact: CommandFact): readonly string[] | undefined {
  let at = 0;
  for (const [index, word] of fact.words.entries()) at = (index === 0 ? 0 : placeOf(words, word, at)) + 1;
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') return words.slice(at + 1);
    if (fact.valued?.includes(word) === true) at++;
    else if (!word.startsWith('-') && !/^[A-Za-z_]\w*=/.test(word) && !/^\d+(?:\.\d+)?[smhd]?$/.test(word))
      return words.slice(at);
    else if (word === '-m' && fact.id !== 'python -m') return ['python', ...words.slice(at)];
  }
  return undefined;
}
