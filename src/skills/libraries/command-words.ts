/** A command that a line starts, and where. */
export interface CommandWord {
  readonly word: string;
  readonly line: number;
  readonly text: string;
}

/** What a line may begin with before its first command: list marks, a key, quotes, Make's and Docker's words, variables. */
const lead =
  /^(?:-\s+)?(?:"?[\w.-]+"?\s*(?::(?:\s+|$)|\s=\s+))?(?:[|>][-+]?\s*)?["'[\s@-]*(?:(?:RUN|CMD|ENTRYPOINT)\s+(?:--\S+\s+)*["'[\s]*)?(?:\w+=\S*\s+)*/;

/** Keys whose values are no commands. */
const named =
  /^(?:-\s+)?"?(?:name|id|uses|title|description|image|repo|repository|package|key|path|with|label|on|rev|tags?)"?\s*[:=]/i;

/** What stands between commands of one line, and what runs another command. */
const between = /\s*(?:&&|\|\||[;|&`]|\$\(|\()\s*/;
const runner =
  /^(?:sudo|time|nice|exec|env|xargs|then|do|else|if|!|(?:uv|poetry|pipenv|pdm|pixi|rye|hatch|conda|micromamba|pipx|coverage)\s+run|uvx|uv\s+tool\s+run|(?:\S*\/)?(?:python[\d.]*|\$\(?\{?\w*python\w*\}?\)?)\s+(?:-\w\s+)*?-m|-m)\s+(?:--?[a-z][\w-]*(?:=\S+)?\s+)*(?:\w+=\S*\s+)*/i;

/**
 * The commands that the lines of a script, a pipeline or a Makefile start: the first word of each command, without its
 * folder, and what `uv run`, `python -m` and the like run. A guess by words, which takes linear time.
 */
export function commandWords(text: string): CommandWord[] {
  return joinedLines(text).flatMap(({ line, text: whole }) => {
    const trimmed = whole.trim();
    if (trimmed.startsWith('#') || trimmed.startsWith('//') || named.test(trimmed)) return [];
    const commands = trimmed.replace(lead, '').split(between);
    return commands.flatMap((command) => wordsOf(command).map((word) => ({ word, line, text: trimmed.slice(0, 160) })));
  });
}

/** Lines that end in a backslash go on in the next one. */
function joinedLines(text: string): { line: number; text: string }[] {
  const joined: { line: number; text: string }[] = [];
  let open = false;
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    const part = row.slice(0, mostColumns);
    const last = joined.at(-1);
    const goesOn = part.endsWith('\\');
    const own = goesOn ? part.slice(0, -1) : part;
    if (open && last !== undefined) last.text = `${last.text} ${own.trim()}`.slice(0, mostColumns);
    else joined.push({ line: index + 1, text: own });
    open = goesOn;
  }
  return joined;
}

const mostColumns = 2000;
const mostRunners = 6;

function wordsOf(command: string): string[] {
  const found: string[] = [];
  let rest = command.trimStart();
  for (let count = 0; count < mostRunners; count++) {
    const word = /^["']?(?:[\w.${}~-]*\/)*([A-Za-z][\w.-]*)(?=$|[\s"'),\]])/.exec(rest)?.[1];
    if (word !== undefined) found.push(word);
    const next = runner.exec(rest);
    if (next === null) return found;
    rest = rest.slice(next[0].length);
  }
  return found;
}
