/** The text before a comment: `#` at the start or after white space. */
export function withoutComment(text: string): string {
  const at = text.search(/(?:^|\s)#/);
  return at < 0 ? text : text.slice(0, at);
}
