/**
 * The text of a file of HCL with blanks for everything that is no expression: comments, the text of strings and
 * here-documents (but not what is interpolated), and blocks that name addresses rather than use them.
 */
export function expressionText(text: string): string {
  const kept: string[] = [];
  const blank = (to: number): void => {
    kept.push(text.slice(at, to).replaceAll(/[^\n]/g, ' '));
    at = to;
  };
  const open: ('"' | '{' | 'heredoc')[] = [];
  const ends: string[] = [];
  let at = 0;
  while (at < text.length) {
    const inside = open.at(-1);
    const rest = text.slice(at, at + 200);
    if (inside === '"' || inside === 'heredoc') {
      const line = text.indexOf('\n', at);
      if (/^(\$\$|%%)\{/.test(rest)) blank(at + 3);
      else if (/^[$%]\{/.test(rest)) {
        open.push('{');
        blank(at + 2);
      } else if (inside === '"' && rest.startsWith('\\')) blank(at + 2);
      else if (inside === '"' && (rest.startsWith('"') || rest.startsWith('\n'))) {
        open.pop();
        blank(at + 1);
      } else if (inside === 'heredoc' && rest.startsWith('\n') && nextLine(text, at) === ends.at(-1)) {
        open.pop();
        ends.pop();
        const end = text.indexOf('\n', line + 1);
        blank(end < 0 ? text.length : end);
      } else blank(at + 1);
      continue;
    }
    const heredoc = /^<<-?([A-Za-z_][\w-]*)[ \t]*\r?(?=\n)/.exec(rest);
    const comment = /^(?:#|\/\/)/.test(rest)
      ? text.indexOf('\n', at)
      : rest.startsWith('/*')
        ? text.indexOf('*/', at)
        : 0;
    const addresses =
      /^(?:moved|removed|import)\s*\{/.test(rest) && /(^|\n)$/.test(text.slice(0, at)) ? text.indexOf('}', at) : 0;
    if (heredoc) {
      open.push('heredoc');
      ends.push(heredoc[1] ?? '');
      blank(at + heredoc[0].length);
    } else if (comment !== 0) blank(comment < 0 ? text.length : comment + (rest.startsWith('/*') ? 2 : 0));
    else if (addresses > 0) blank(addresses + 1);
    else {
      const sign = text[at] ?? '';
      if (sign === '"') open.push('"');
      if (sign === '{' && open.length > 0) open.push('{');
      if (sign === '}' && open.length > 0) open.pop();
      kept.push(sign);
      at++;
    }
  }
  return kept.join('');
}

function nextLine(text: string, feed: number): string {
  const end = text.indexOf('\n', feed + 1);
  return text.slice(feed + 1, end < 0 ? text.length : end).trim();
}
