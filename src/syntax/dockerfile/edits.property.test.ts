import { array, assert, constantFrom, nat, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, type TextEdit } from '../edit.ts';
import {
  type Dockerfile,
  type DockerfilePart,
  insertDockerfile,
  parseDockerfile,
  removeDockerfile,
  setDockerfile,
} from './index.ts';
import { instructionsOf, shapeOf } from './shape.ts';

// A random edit of a random file: what is given says what was meant, and leaves every other line alone.

const lines = constantFrom(
  '# syntax=docker/dockerfile:1\n',
  '# escape=`\n',
  '# a comment\n',
  '\n',
  'ARG A=1\n',
  'ARG B\n',
  'FROM python:3.12\n',
  'FROM --platform=$P x AS y\r\n',
  'ENV A=1 B="x y" \\\n  # why\n  C=3\n',
  "ENV A='1'\\\n\n B=2\n",
  'ENV old style value \n',
  '  LABEL a.b="c\\"d" e=f\n',
  'COPY --from=y --chown=a \\\n  --link \\\n  . .\n',
  'RUN --mount=type=cache,target=/x <<EOF\nFROM y\nEOF\n',
  'RUN cat <<-"A" <<B\n\ta\n\tA\nb\nB\n',
  'CMD ["a", \\\n "b"]\n',
  'HEALTHCHECK --interval=3s CMD x\n',
  'ONBUILD RUN x\n',
  'RUN x \\',
  'FR\\\nOM z\n',
  '@bad\n',
);
const files = array(lines, { maxLength: 12 }).map((all) => all.join(''));
const parts = constantFrom<DockerfilePart>(
  { kind: 'image' },
  { kind: 'arguments' },
  { kind: 'flag', name: 'platform' },
  { kind: 'flag', name: 'link' },
  { kind: 'pair', name: 'A' },
  { kind: 'pair', name: 'C' },
  { kind: 'pair', name: 'new' },
);
const values = constantFrom<string | string[]>('x', 'a b', '', '$V', 'a"b\\', '`', '["a"]', '# x', '<<EOF', 'x\ny', [
  'a',
  'b c',
]);

/** How many of the file's lines the text still has, from its head and from its end. */
function kept(before: string, after: string): number {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const common = (at: (list: string[], index: number) => string | undefined, limit: number): number => {
    let count = 0;
    while (count < limit && at(a, count) === at(b, count)) count++;
    return count;
  };
  const head = common((list, index) => list[index], Math.min(a.length, b.length));
  return head + common((list, index) => list.at(-1 - index), Math.min(a.length, b.length) - head);
}

function changes(file: Dockerfile, kind: number, which: number, part: DockerfilePart, value: string | string[]) {
  const all = instructionsOf(file);
  const target = all[which % Math.max(1, all.length)];
  const own = target ? file.text.slice(target.start, target.end).split('\n').length : 1;
  const named = part.kind === 'flag' || part.kind === 'pair' ? part : undefined;
  let edits: TextEdit[] | undefined;
  if (kind === 2)
    edits = insertDockerfile(file, file.stages.length ? which % file.stages.length : null, 0, 'RUN', value);
  else if (target)
    edits = kind === 0 ? setDockerfile(file, target, part, value) : removeDockerfile(file, target, named);
  return { edits, target, own };
}

test('an edit changes the lines of its instruction alone', () => {
  let given = 0;
  assert(
    property(files, nat(2), nat(20), parts, values, (text, kind, which, part, value) => {
      const file = parseDockerfile(text);
      const { edits, own } = changes(file, kind, which, part, value);
      if (edits === undefined) return;
      given++;
      const after = applyEdits(text, edits);
      expect(kept(text, after)).toBeGreaterThanOrEqual(text.split('\n').length - (kind === 2 ? 0 : own));
      const comments = (one: Dockerfile): string[] => one.comments.map(({ start, end }) => one.text.slice(start, end));
      const left = comments(parseDockerfile(after));
      expect(kind === 1 ? [] : left).toEqual(kind === 1 ? [] : comments(file));
    }),
    { numRuns: 5000 },
  );
  expect(given).toBeGreaterThan(1000);
});

test('an edit leaves every other instruction as it was', () => {
  assert(
    property(files, nat(2), nat(20), parts, values, (text, kind, which, part, value) => {
      const file = parseDockerfile(text);
      const { edits, target } = changes(file, kind, which, part, value);
      if (edits === undefined) return;
      const said = (one: Dockerfile): string[] => instructionsOf(one).map((each) => JSON.stringify(shapeOf(each)));
      const before = instructionsOf(file)
        .filter((one) => kind === 2 || one !== target)
        .map((each) => JSON.stringify(shapeOf(each)));
      const rest = said(parseDockerfile(applyEdits(text, edits)));
      expect(before.filter((shape) => !rest.includes(shape))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('nothing throws, whatever stands there', () => {
  assert(
    property(
      string({ unit: 'grapheme', maxLength: 200 }),
      nat(2),
      nat(20),
      parts,
      values,
      (text, kind, which, part, value) => {
        const file = parseDockerfile(`FROM x\n${text}`);
        const { edits } = changes(file, kind, which, part, value);
        expect(edits === undefined || applyEdits(file.text, edits) !== undefined).toBe(true);
      },
    ),
  );
});
