import { describe, expect, test } from 'vitest';
import { parseDockerfile } from './index.ts';

const text = `# syntax=docker/dockerfile:1
# escape=\\
# a comment
ARG VERSION=3.12
ARG BASE=python:\${VERSION}-slim
FROM --platform=linux/amd64 $BASE AS Build
ENV A=1 B="two words" \\
    # in between
    C='x'
ENV OLD some value
ARG TOKEN
RUN --mount=type=cache,target=/cache pip install -r requirements.txt && \\
    echo done
COPY --from=ghcr.io/astral-sh/uv:0.5 /uv /bin/

FROM build
USER app:app
WORKDIR /app
EXPOSE 8080/tcp 9090
HEALTHCHECK --interval=5s CMD ["curl", "-f", "http://localhost"]
ENTRYPOINT ["python", "-m", "app"]
CMD exec gunicorn "app:app"
ONBUILD RUN echo x
`;
const file = parseDockerfile(text);
const cut = (span: { start: number; end: number } | null | undefined) => span && text.slice(span.start, span.end);

describe('stages', () => {
  test('have name, image, platform and what they build on', () => {
    expect(file.faults).toEqual([]);
    expect(file.stages.map(({ name, buildsOn }) => ({ name, buildsOn }))).toEqual([
      { name: 'build', buildsOn: null },
      { name: null, buildsOn: 0 },
    ]);
    expect(file.stages[0]?.image).toMatchObject({
      written: '$BASE',
      resolved: 'python:3.12-slim',
      name: 'python',
      tag: '3.12-slim',
    });
    expect(file.stages[0]?.platform?.resolved).toBe('linux/amd64');
    expect(cut(file.stages[1])?.startsWith('FROM build')).toBe(true);
    expect(cut(file.stages[1])?.endsWith('ONBUILD RUN echo x')).toBe(true);
  });

  test.each<[string, object]>([
    ['python', { name: 'python', tag: null, digest: null }],
    ['localhost:5000/a/b', { name: 'localhost:5000/a/b', tag: null, digest: null }],
    ['localhost:5000/a:1', { name: 'localhost:5000/a', tag: '1', digest: null }],
    ['python:3.12@sha256:abc', { name: 'python', tag: '3.12', digest: 'sha256:abc' }],
    ['python:${V}', { name: 'python', tag: null, resolved: null }],
    ['python:${V:-3.13}', { name: 'python', tag: '3.13' }],
    ['${R}/python:3.12', { resolved: null, tag: null }],
    ['scratch', { name: 'scratch' }],
  ])('FROM %s', (image, expected) => {
    expect(parseDockerfile(`FROM ${image}\n`).stages[0]?.image).toMatchObject(expected);
  });
});

describe('instructions', () => {
  const all = file.stages.flatMap((stage) => stage.instructions);
  const named = (keyword: string) => all.filter((instruction) => instruction.keyword === keyword);

  test('directives and comments', () => {
    expect(file.directives.map(({ name, value }) => [name, value])).toEqual([
      ['syntax', 'docker/dockerfile:1'],
      ['escape', '\\'],
    ]);
    expect(file.comments.map(cut)).toContain('# in between');
  });

  test('ENV in both forms, over continued lines', () => {
    const pairs = named('ENV').flatMap((env) => env.pairs.map((pair) => [pair.name, pair.value?.text, cut(pair)]));
    expect(pairs).toEqual([
      ['A', '1', 'A=1'],
      ['B', 'two words', 'B="two words"'],
      ['C', 'x', "C='x'"],
      ['OLD', 'some value', 'OLD some value'],
    ]);
  });

  test('ARG without default', () => {
    expect(named('ARG')[0]?.pairs).toMatchObject([{ name: 'TOKEN', value: null }]);
  });

  test('RUN with a mount, joined', () => {
    const run = named('RUN')[0];
    expect(run?.flags).toMatchObject([{ name: 'mount', value: 'type=cache,target=/cache' }]);
    expect(run?.command).toBe('pip install -r requirements.txt &&     echo done');
    expect(cut(run?.words.at(-1))).toBe('done');
  });

  test('COPY --from', () => {
    expect(named('COPY')[0]).toMatchObject({
      flags: [{ name: 'from', value: 'ghcr.io/astral-sh/uv:0.5' }],
      words: [{ text: '/uv' }, { text: '/bin/' }],
    });
  });

  test.each([
    ['ENTRYPOINT', 'exec', ['python', '-m', 'app']],
    ['CMD', 'shell', ['exec', 'gunicorn', 'app:app']],
    ['USER', 'shell', ['app:app']],
    ['EXPOSE', 'shell', ['8080/tcp', '9090']],
  ])('%s in %s form', (keyword, form, words) => {
    expect(named(keyword)[0]).toMatchObject({ form, words: words.map((text) => ({ text })) });
  });

  test('HEALTHCHECK and ONBUILD hold another', () => {
    expect(named('HEALTHCHECK')[0]?.inner).toMatchObject({
      keyword: 'CMD',
      form: 'exec',
      words: [{ text: 'curl' }, {}, {}],
    });
    expect(named('ONBUILD')[0]?.inner).toMatchObject({ keyword: 'RUN', command: 'echo x' });
  });
});

describe('here-documents', () => {
  test('belong to their instruction', () => {
    const source = 'FROM x\nRUN <<EOF cat <<-"END"\necho $A\nEOF\n\tb\n\tEND\nCMD a\n';
    const { stages, faults } = parseDockerfile(source);
    expect(faults).toEqual([]);
    const [run, cmd] = stages[0]?.instructions ?? [];
    expect(run?.heredocs).toMatchObject([
      { name: 'EOF', expands: true, text: 'echo $A\n' },
      { name: 'END', expands: false, text: 'b\n' },
    ]);
    expect(source.slice(run?.start, run?.end)).toBe('RUN <<EOF cat <<-"END"\necho $A\nEOF\n\tb\n\tEND');
    expect(cmd?.keyword).toBe('CMD');
  });

  test('in quotes is none', () => {
    const source = 'FROM x\nRUN echo "<<EOF"\nRUN a <<<b\nCMD c\n';
    expect(parseDockerfile(source).stages[0]?.instructions).toHaveLength(3);
  });

  test('that is not closed is a fault', () => {
    expect(parseDockerfile('FROM x\nRUN <<EOF\na\n').faults).toMatchObject([
      { message: 'the here-document EOF is not closed' },
    ]);
  });
});

describe('oddities', () => {
  test('windows: the escape directive and CRLF', () => {
    const { stages, faults } = parseDockerfile('# escape=`\r\nFROM x\r\nRUN a `\r\n  C:\\b\r\nCMD c\r\n');
    expect(faults).toEqual([]);
    expect(stages[0]?.instructions.map(({ command }) => command)).toEqual(['a   C:\\b', 'c']);
  });

  test('single quotes make no exec form', () => {
    expect(parseDockerfile("FROM x\nCMD ['a']\n").stages[0]?.instructions[0]?.form).toBe('shell');
  });

  test.each<[string, string]>([
    ['FROM x\nFOO bar\n', 'unknown instruction FOO'],
    ['RUN x\nFROM y\n', 'RUN before the first FROM'],
    ['FROM\n', 'FROM lacks its arguments'],
    ['FROM x\nRUN \0', 'binary: a null character'],
  ])('%j', (source, message) => {
    expect(parseDockerfile(source).faults.map((fault) => fault.message)).toEqual([message]);
  });
});

test.each([
  ['each twice the one before', (i: number) => `ARG a${i + 1}=$a${i}$a${i}`, 'FROM $a60'],
  ['one, twice itself', () => 'ARG a0=$a0$a0', 'FROM $a0'],
  ['a long one, very often', (i: number) => `ARG b${i}=$a0$a0$a0`, `FROM ${'$b1'.repeat(50_000)}`],
])('variables that grow (%s) have no value', (_, line, from) => {
  const lines = Array.from({ length: 60 }, (__, index) => line(index));
  const start = performance.now();
  const { stages } = parseDockerfile(`ARG a0=${'x'.repeat(100)}\n${lines.join('\n')}\n${from}\n`);
  expect(performance.now() - start).toBeLessThan(2000);
  expect(stages[0]?.image.resolved).toBeNull();
});

test('a directive behind blanks', () => {
  const { directives, stages } = parseDockerfile('#syntax=x\n \t# EsCaPe=`\nFROM `\n  y\n');
  expect(directives).toMatchObject([{ name: 'syntax' }, { name: 'escape', value: '`', start: 12, end: 22 }]);
  expect(stages[0]?.image.name).toBe('y');
});
