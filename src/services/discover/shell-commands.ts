// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html: as much of the shell as tells commands apart.
import type { Dockerfile, Instruction, Word } from '../../syntax/dockerfile/index.ts';

const operator = /^(?:&&|\|\||[;&|\n]|\(|\)|\{|\})$/;

/** The simple commands of a RUN, CMD or ENTRYPOINT in the order written, those of a here-document for the shell too. */
export function commandsOf(instruction: Instruction, { text }: Dockerfile): Word[][] {
  const { form, words, heredocs } = instruction;
  const commands = form === 'exec' ? [[...words]] : cut(words.flatMap((word) => tornApart(word, text)));
  const scripts = heredocs.length > 0 && commands.some(([first]) => first !== undefined && isShell(first.text));
  return [
    ...commands.flatMap(withScript),
    ...(scripts ? heredocs.flatMap(({ start, end }) => cut(scriptWords(text.slice(start, end), start))) : []),
  ].filter((command) => command.length > 0);
}

/** The simple commands of a script, as words. */
export function commandsOfText(script: string): string[][] {
  const commands = cut(scriptWords(script, 0)).flatMap(withScript);
  return commands.map((command) => command.map(({ text }) => text)).filter((command) => command.length > 0);
}

/** True for what runs a here-document as a script: a shell, or nothing but its announcement. */
function isShell(text: string): boolean {
  return /^\d*<<|(^|\/)(ba|da|a|z)?sh$/.test(text);
}

/** `sh -c "…"` is the script in it, each word at the script's place. */
function withScript(command: readonly Word[]): Word[][] {
  const [shell, ...rest] = command;
  const at = rest.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
  const script = rest[at + 1];
  if (shell === undefined || !isShell(shell.text) || at < 0 || script === undefined) return [[...command]];
  return cut(scriptWords(script.text, 0).map(({ text }) => ({ ...script, text })));
}

/** Cuts words at operators; what only opens a command (`sudo`, `VAR=value`, `if`) is left out. */
function cut(words: readonly Word[]): Word[][] {
  const commands: Word[][] = [];
  let open: Word[] = [];
  for (const word of words) {
    if (operator.test(word.text)) {
      commands.push(open);
      open = [];
    } else if (
      open.length > 0 ||
      !/^(sudo|env|exec|if|then|else|elif|do|while|!|time|[A-Za-z_]\w*=.*)$/s.test(word.text)
    ) {
      open.push(word);
    }
  }
  commands.push(open);
  return commands;
}

/** A word without quotes, cut at the operators within it (`flask&&rm`). */
function tornApart(word: Word, text: string): Word[] {
  const exact = text.slice(word.start, word.end) === word.text;
  if (!exact || operator.test(word.text) || !/[;&|()]/.test(word.text) || /\$\(/.test(word.text)) return [word];
  return [...word.text.matchAll(/&&|\|\||[;&|()]|[^;&|()]+/g)].map((match) => {
    const start = word.start + match.index;
    return { text: match[0], start, end: start + match[0].length };
  });
}

const token =
  /\\\r?\n|[ \t\r]+|#[^\n]*|(?<operator>&&|\|\||[;&|\n])|(?<word>(?:"(?:\\[^]|[^"\\])*"|'[^']*'|\\[^]|[^\s"'\\;&|]|["'\\])+)/gy;

/** The words and operators of a script that stands at an offset; quotes are removed. */
function scriptWords(script: string, offset: number): Word[] {
  const words: Word[] = [];
  for (const match of script.matchAll(token)) {
    const written = match.groups?.['operator'] ?? match.groups?.['word'];
    if (written === undefined) continue;
    const start = offset + match.index;
    words.push({ text: written.replaceAll(/["']/g, ''), start, end: start + written.length });
  }
  return words;
}
