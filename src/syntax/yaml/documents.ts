/** Where the documents of a text lie, each from its `---` (if it has one) to the next. */
export function cutDocuments(text: string): { start: number; end: number }[] {
  const starts = [0];
  for (const marker of text.matchAll(/^(?:---(?=\s|$)|\.\.\.[ \t]*(?:\r\n?|\n|$))/gm)) {
    const start = marker[0].startsWith('.') ? marker.index + marker[0].length : marker.index;
    if (start > (starts.at(-1) ?? 0)) starts.push(start);
  }
  return starts
    .map((start, index) => ({ start, end: starts[index + 1] ?? text.length }))
    .filter((part) => part.end > part.start);
}
