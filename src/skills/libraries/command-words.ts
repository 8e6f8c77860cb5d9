/** A command that a line starts, and where. */
export interface CommandWord {
  readonly word: string;
  readonly line: number;
  readonly text: string;
}

/** A key with its value, as in YAML, JSON and INI files; a target of a Makefile looks the same. */
const keyed = /^(?:-\s+)?"?([\w.-]+)"?\s*(?::(?:\s+|$)|\s=\s+)(.*)$/;

/** Keys whose values are no commands, and those whose values are, be they a single word or a list. */
const named =
  /^(?:name|id|uses|title|description|image|repo|repository|package|key|path|with|label|on|rev|tags?|if|needs|\.phony)$/i;
const running =
  /^(?:run|script|scripts|command|commands|cmds?|entry|entrypoint|args|test|tests|lint|format|check|typecheck)$/i;

/** A list item of a single word, and keys below which it is a command. */
const item = /^-\s+["']?[\w.-]+["']?$/;
const listing = /run|script|command|cmd|entrypoint|args|steps|install/i;

/** What a line may begin with before its first command: a list mark, Make's and Docker's words, variables. */
const lead = /^(?:-\s+["']?)?[\s@-]*(?:(?:RUN|CMD|ENTRYPOINT)\s+(?:--\S+\s+)*(?:\[\s*"?)?)?(?:\w+=\S*\s+)*/;

/** What stands between commands of one line, and what runs another command. */
const between = /\s*(?:&&|\|\||[;|&`]|\$\(|\()\s*/;
const runner =
  /^(?:sudo|time|nice|exec|env|xargs|then|do|else|if|!|(?:uv|poetry|pipenv|pdm|pixi|rye|hatch|conda|micromamba|pipx|coverage)\s+run|uvx|uv\s+tool\s+run|(?:\S*\/)?(?:python[\d.]*|\$\(?\{?\w*python\w*\}?\)?)\s+(?:-\w\s+)*?-m|-m)\s+(?:--?[a-z][\w-]*(?:=\S+)?\s+)*(?:\w+=\S*\s+)*/i;

/**
 * The commands that the lines of a script, a pipeline or a Makefile start: the first word of each command, without its
 * folder, and what `uv run`, `python -m` and the like run. A guess by words, which takes linear time.
 */
export function commandWords(text: string): CommandWord[] {
  let key = '';
  return joinedLines(text).flatMap(({ line, text: whole }) => {
    const trimmed = whole.trim();
    key = keyed.exec(trimmed)?.[1] ?? key;
    if (item.test(trimmed) && !listing.test(key)) return [];
    const commands = commandText(trimmed).replace(lead, '').split(between);
    return commands.flatMap((command) => wordsOf(command).map((word) => ({ word, line, text: trimmed.slice(0, 160) })));
  });
}

/** What of a line may be commands: all of it, or the value of a key; nothing of a remark and of a text alone. */
function commandText(line: string): string {
  if (/^(?:#|\/\/)|^["'][^"']*["'],?$/.test(line)) return '';
  const [, key, value = ''] = keyed.exec(line) ?? [];
  if (key === undefined) return line;
  const isCommand = running.test(key);
  const text = value.replace(isCommand ? /^[|>["'\s]+/ : /^["']/, '');
  return named.test(key) || (!isCommand && !/^[^[{]\S*\s+[^\s,]/.test(text)) ? '' : text;
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
