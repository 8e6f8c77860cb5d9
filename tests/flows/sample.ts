// A sample of a kind of flow: one or more modules in one text, with what each line is expected to give.

import { type Expectation, parseExpectations } from './expectation.ts';

export interface ExpectedLine {
  readonly file: string;
  readonly line: number;
  readonly expectations: readonly Expectation[];
}

export interface Sample {
  /** `kind/name` */
  readonly name: string;
  readonly purpose: string;
  /** The modules by path. Each has the lines of the whole sample, those of others empty, so that lines agree. */
  readonly files: Readonly<Record<string, string>>;
  readonly lines: readonly ExpectedLine[];
}

const SECTION = /^# file: (\S+)$/;
const MARK = '#>';

/** Reads a sample. Throws an Error with the line where the text is not well formed. */
export function parseSample(name: string, text: string): Sample {
  const files: Record<string, string[]> = {};
  const lines: ExpectedLine[] = [];
  const all = text.split('\n');
  const purpose = all[0] as string;
  if (!/^# \S.*[^.]$/.test(purpose) || SECTION.test(purpose)) throw new Error(`${name}:1: the purpose is missing`);
  let file = SECTION.exec(all[1] ?? '')?.[1] ?? 'main.py';
  for (const [index, line] of all.entries()) {
    file = SECTION.exec(line)?.[1] ?? file;
    const body = (files[file] ??= []);
    while (body.length < index) body.push('');
    body.push(line);
    const mark = line.indexOf(MARK);
    if (mark < 0) continue;
    try {
      lines.push({ file, line: index + 1, expectations: parseExpectations(line.slice(mark + MARK.length)) });
    } catch (error) {
      throw new Error(`${name}:${index + 1}: ${(error as Error).message}`, { cause: error });
    }
  }
  const texts = Object.entries(files).map(([path, body]) => [path, `${body.join('\n')}\n`]);
  return { name, purpose: purpose.slice(2), files: Object.fromEntries(texts), lines };
}
