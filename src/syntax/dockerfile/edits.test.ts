import { describe, expect, test } from 'vitest';
import { applyEdits } from '../edit.ts';
import {
  type Dockerfile,
  type DockerfilePart,
  type Instruction,
  insertDockerfile,
  parseDockerfile,
  removeDockerfile,
  setDockerfile,
} from './index.ts';

const text = `# syntax=docker/dockerfile:1
ARG PYTHON=3.12 # not a comment
# the base
FROM --platform=linux/amd64 python:$PYTHON AS build
ENV A=1 \\
    # why
    B="two words"
COPY --from=assets \\
     --chown=app \\
     /a /b
RUN <<EOF
pip install x
EOF
FROM scratch
LABEL note old style
ENTRYPOINT [ "python", "-m", "app" ]
CMD python app.py`;

type Part = { readonly kind: 'flag' | 'pair'; readonly name: string };
const flag = (name: string): Part => ({ kind: 'flag', name });
const pair = (name: string): Part => ({ kind: 'pair', name });
const image: DockerfilePart = { kind: 'image' };
const whole: DockerfilePart = { kind: 'arguments' };

function first(file: Dockerfile, keyword: string): Instruction {
  const all = [...file.preamble, ...file.stages.flatMap((stage) => [stage.from, ...stage.instructions])];
  const found = all.find((one) => one.keyword === keyword);
  if (found === undefined) throw new Error(`no ${keyword}`);
  return found;
}

/** The text with the first `from` as `to`: an edit changes nothing else. */
const replaced = (from: string, to: string, source = text): string => {
  expect(source).toContain(from);
  return source.replace(from, () => to);
};

describe('set', () => {
  test.each<[string, string, DockerfilePart, string | readonly string[], string, string]>([
    ['the image', 'FROM', image, 'python:3.13-slim@sha256:ab', 'python:$PYTHON', 'python:3.13-slim@sha256:ab'],
    ['a flag', 'FROM', flag('platform'), 'linux/arm64', 'linux/amd64', 'linux/arm64'],
    ['a new flag', 'ENTRYPOINT', flag('x'), '1', 'ENTRYPOINT [', 'ENTRYPOINT --x=1 ['],
    ['a flag behind others', 'COPY', flag('chmod'), '755', '--chown=app', '--chown=app --chmod=755'],
    ['a value without quotes', 'ENV', pair('A'), '$PYTHON', 'A=1', 'A=$PYTHON'],
    ['a value that needs quotes', 'ENV', pair('A'), 'it\'s "x" \\', 'A=1', 'A="it\'s \\"x\\" \\\\"'],
    ['a value in quotes', 'ENV', pair('B'), 'three', '"two words"', '"three"'],
    ['an empty value', 'ENV', pair('A'), '', 'A=1', 'A=""'],
    ['a new pair', 'ENV', pair('C'), '3', '"two words"', '"two words" C=3'],
    ['the old style', 'LABEL', pair('note'), 'not so new', 'old style', 'not so new'],
    ['the exec form', 'CMD', whole, ['python', 'a"b.py'], 'python app.py', '["python", "a\\"b.py"]'],
    ['the shell form', 'ENTRYPOINT', whole, 'exec python', '[ "python", "-m", "app" ]', 'exec python'],
  ])('%s', (_, keyword, part, value, from, to) => {
    const file = parseDockerfile(text);
    const edits = setDockerfile(file, first(file, keyword), part, value);
    expect(edits && applyEdits(text, edits)).toBe(replaced(from, to));
  });

  test.each<[string, string, DockerfilePart, string | readonly string[]]>([
    ['an image of two words', 'FROM', image, 'a b'],
    ['the image of what has none', 'CMD', image, 'a'],
    ['a line break in a command', 'CMD', whole, 'a\nb'],
    ['a shell form that would be read as exec form', 'CMD', whole, '["a"]'],
    ['a command that ends in a continuation', 'CMD', whole, 'a \\'],
    ['arguments with a here-document', 'RUN', whole, 'pip install y'],
    ['arguments with a comment among them', 'ENV', whole, 'A=1'],
    ['a second pair in the old style', 'LABEL', pair('b'), '1'],
    ['a flag with a blank in it', 'COPY', flag('chown'), 'a b'],
    ['a line break in a value', 'ENV', pair('A'), 'a\nb'],
    ['a pair of what has none', 'CMD', pair('A'), '1'],
    ['a pair given a list', 'ENV', pair('A'), ['1']],
  ])('not %s', (_, keyword, part, value) => {
    const file = parseDockerfile(text);
    expect(setDockerfile(file, first(file, keyword), part, value)).toBeUndefined();
  });

  test('with the escape character of the file and its line breaks', () => {
    const windows = '# escape=`\r\nFROM x\r\nENV A=`\r\nb\r\n';
    const file = parseDockerfile(windows);
    const edits = setDockerfile(file, first(file, 'ENV'), pair('A'), 'C:\\ "`');
    expect(edits && applyEdits(windows, edits)).toBe('# escape=`\r\nFROM x\r\nENV A=`\r\n"C:\\ `"``"\r\n');
  });

  test('an ARG without a default', () => {
    const file = parseDockerfile('ARG A\nFROM x\n');
    const edits = setDockerfile(file, first(file, 'ARG'), pair('A'), '1');
    expect(edits && applyEdits(file.text, edits)).toBe('ARG A=1\nFROM x\n');
  });

  test('an instruction of another file', () => {
    const file = parseDockerfile(text);
    expect(setDockerfile(file, first(parseDockerfile(text), 'CMD'), whole, 'x')).toBeUndefined();
  });
});

describe('remove', () => {
  test.each<[string, string, Part | undefined, string, string]>([
    ['a flag', 'FROM', flag('platform'), '--platform=linux/amd64 ', ''],
    ['a flag before a continuation', 'COPY', flag('from'), 'COPY --from=assets \\\n', 'COPY \\\n'],
    ['a flag on a line of its own', 'COPY', flag('chown'), '     --chown=app \\\n', ''],
    ['the only pair, with its instruction', 'LABEL', pair('note'), 'LABEL note old style\n', ''],
    ['an instruction with its here-document', 'RUN', undefined, 'RUN <<EOF\npip install x\nEOF\n', ''],
    ['an instruction with its comments', 'ENV', undefined, 'ENV A=1 \\\n    # why\n    B="two words"\n', ''],
    ['the last line', 'CMD', undefined, 'CMD python app.py', ''],
  ])('%s', (_, keyword, part, from, to) => {
    const file = parseDockerfile(text);
    const edits = removeDockerfile(file, first(file, keyword), part);
    expect(edits && applyEdits(text, edits)).toBe(replaced(from, to));
  });

  test.each<[string, string, string, string]>([
    ['the first of three', 'ENV A=1 B=2 C=3\n', 'A', 'ENV B=2 C=3\n'],
    ['the last of three', 'ENV A=1 B=2 C=3\n', 'C', 'ENV A=1 B=2\n'],
    ['one on a line of its own', 'ENV A=1 \\\n  B=2 \\\n  C=3\n', 'B', 'ENV A=1 \\\n  C=3\n'],
    ['the last line', 'ENV A=1 \\\n  B=2\n', 'B', 'ENV A=1\n'],
  ])('a pair: %s', (_, source, name, expected) => {
    const file = parseDockerfile(`FROM x\n${source}`);
    const edits = removeDockerfile(file, first(file, 'ENV'), pair(name));
    expect(edits && applyEdits(file.text, edits)).toBe(`FROM x\n${expected}`);
  });

  test.each<[string, string, Part | undefined]>([
    ['a stage', 'FROM', undefined],
    ['a flag that is missing', 'FROM', flag('x')],
    ['a pair next to a comment', 'ENV', pair('B')],
  ])('not %s', (_, keyword, part) => {
    const file = parseDockerfile(text);
    expect(removeDockerfile(file, first(file, keyword), part)).toBeUndefined();
  });
});

describe('insert', () => {
  test.each<[string, number | null, number, string, string | readonly string[], string, string]>([
    ['behind FROM', 0, 0, 'USER', 'app', 'AS build\n', 'AS build\nUSER app\n'],
    ['behind a here-document', 0, 3, 'USER', 'app', 'EOF\nFROM scratch', 'EOF\nUSER app\nFROM scratch'],
    ['at the open end', 1, 3, 'STOPSIGNAL', 'SIGINT', 'CMD python app.py', 'CMD python app.py\nSTOPSIGNAL SIGINT'],
    ['before the first FROM', null, 1, 'ARG', 'X=1', '# the base', 'ARG X=1\n# the base'],
    ['at the head', null, 0, 'ARG', 'X=1', 'ARG PYTHON', 'ARG X=1\nARG PYTHON'],
    ['the exec form', 1, 0, 'SHELL', ['sh', '-c'], 'FROM scratch\n', 'FROM scratch\nSHELL ["sh", "-c"]\n'],
  ])('%s', (_, stage, index, keyword, value, from, to) => {
    const file = parseDockerfile(text);
    const edits = insertDockerfile(file, stage, index, keyword, value);
    expect(edits && applyEdits(text, edits)).toBe(replaced(from, to));
  });

  test.each<[string, number | null, number, string, string]>([
    ['a stage', 0, 0, 'FROM', 'x'],
    ['an unknown instruction', 0, 0, 'INCLUDE', 'x'],
    ['what is no ARG before FROM', null, 0, 'RUN', 'x'],
    ['two instructions', 0, 0, 'RUN', 'x\nRUN y'],
    ['what swallows the next line', 0, 0, 'RUN', 'x \\'],
    ['what opens a here-document', 0, 0, 'RUN', 'cat <<EOF'],
    ['into a stage that is missing', 2, 0, 'USER', 'x'],
    ['behind the end of a stage', 0, 9, 'USER', 'x'],
  ])('not %s', (_, stage, index, keyword, value) => {
    expect(insertDockerfile(parseDockerfile(text), stage, index, keyword, value)).toBeUndefined();
  });
});
