/** A reference as it stands in a text. */
export interface Written {
  readonly start: number;
  readonly name: string;
}

const word = `["']?([A-Za-z0-9:.-]+)["']?`;
const item = `["']?([\\w.]+)["']?`;
const patterns = [
  new RegExp(`!Ref\\s+${word}`, 'g'),
  new RegExp(`(?<![\\w.$])["']?Ref["']?[ \\t]*:[ \\t]*${word}[ \\t]*(?=[}\\r\\n#,])`, 'g'),
  new RegExp(`(?:!GetAtt|Fn::GetAtt["']?[ \\t]*:)[ \\t]+${word}[ \\t]*(?=[}\\r\\n#,\\]])`, 'g'),
  new RegExp(`(?:!GetAtt|Fn::GetAtt["']?[ \\t]*:)\\s*\\[\\s*${item}\\s*,\\s*${item}\\s*\\]`, 'g'),
  new RegExp(`(?:!GetAtt|Fn::GetAtt["']?[ \\t]*:)[ \\t]*\\n\\s*-\\s*${item}[ \\t]*\\n\\s*-\\s*${item}[ \\t]*\\n`, 'g'),
];

/** `Ref`, `GetAtt` and the names in `Sub` that stand in a text, without pseudo parameters and what stands in comments. */
export function referencesIn(text: string): Written[] {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      name: match.slice(1).filter(Boolean).join('.'),
    })),
  );
  for (const [start, end] of subs(text)) {
    for (const match of text.slice(start, end).matchAll(/\$\{([^{}!:]+|AWS::\w+)\}/g)) {
      found.push({ start: start + match.index, name: (match[1] ?? '').trim() });
    }
  }
  return found.filter(({ start, name }) => !name.startsWith('AWS::') && !isComment(text, start));
}

/** The number of the line at an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** From each `Sub` to its end: the quoted text behind it, or its line with those below that stand further in. */
function* subs(text: string): Generator<[start: number, end: number]> {
  for (const match of text.matchAll(/!Sub\b|["']?Fn::Sub["']?\s*:/g)) {
    const start = match.index + match[0].length;
    const quoted = /^\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(text.slice(start, start + 20_000))?.[0];
    if (quoted !== undefined) {
      yield [start, start + quoted.length];
      continue;
    }
    const lineStart = text.lastIndexOf('\n', match.index) + 1;
    const indent = /^[ \t]*/.exec(text.slice(lineStart, match.index))?.[0].length ?? 0;
    let end = text.indexOf('\n', start);
    while (end >= 0) {
      const next = text.indexOf('\n', end + 1);
      const line = text.slice(end + 1, next < 0 ? text.length : next);
      if (line.trim() !== '' && line.search(/[^ \t]/) <= indent) break;
      end = next;
    }
    yield [start, end < 0 ? text.length : end];
  }
}

function isComment(text: string, offset: number): boolean {
  return /(^|\s)#/.test(text.slice(text.lastIndexOf('\n', offset) + 1, offset));
}
