import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suppressionComments } from './suppression-comments.ts';

/** `LINE checks: reason` of each. */
const found = (file: string, text: string): string[] =>
  suppressionComments(file, text).map(
    ({ line, checks, reason, fault }) => `${line} ${checks.join(',')}: ${reason}${fault === null ? '' : ` (${fault})`}`,
  );

describe('in the signs of the format', () => {
  const said = 'skyworthy: ignore[a-b] why';
  test.for<[file: string, text: string, ...expected: string[]]>([
    ['app.py', `x = 1  # ${said}`, '1 a-b: why'],
    ['app.py', `x = 1  // ${said}`],
    ['main.bicep', `param x string // ${said}`, '1 a-b: why'],
    ['main.bicep', `param x string # ${said}`],
    ['main.tf', `a = 1 # ${said}\nb = 2 // ${said}`, '1 a-b: why', '2 a-b: why'],
    ['setup.cfg', `; ${said}\n[metadata]`, '2 a-b: why'],
    ['Dockerfile', `# ${said}\nFROM python:3.10`, '2 a-b: why'],
    ['deploy/.env.prod', `# ${said}\nA=1`, '2 a-b: why'],
    ['Jenkinsfile', `// ${said}\npipeline {}`, '2 a-b: why'],
    ['requirements.txt', `a>=1 # ${said}`, '1 a-b: why'],
    ['template.json', `{ "a": "# ${said}" }`],
    ['Dockerfile', `FROM python:3.10 # ${said}`, '1 a-b: why (place)'],
    ['api/Dockerfile.prod', `RUN pip install a # ${said}`, '1 a-b: why (place)'],
    ['api.Dockerfile', `FROM a # ${said}`, '1 a-b: why (place)'],
    ['.env', `A=1 # ${said}`, '1 a-b: why (place)'],
    ['dockerfiles/a.yaml', `a: 1 # ${said}`, '1 a-b: why'],
    ['https.py', `url = "http://a"  # ${said}`, '1 a-b: why'],
  ])('%s: %s', ([file, text, ...expected]) => expect(found(file, text)).toEqual(expected));
});

describe('what is said', () => {
  test.for<[text: string, ...expected: string[]]>([
    ['# skyworthy: ignore[a-b, c-d] why not', '1 a-b,c-d: why not'],
    ['# skyworthy: ignore[a-b]: why: it is so', '1 a-b: why: it is so'],
    ['# skyworthy: ignore[a-b] — why', '1 a-b: why'],
    ['# skyworthy: ignore[a-b] pourquoi é', '1 a-b: pourquoi é'],
    ['# skyworthy: ignore[a-b] why # noqa: E501', '1 a-b: why'],
    ['# skyworthy: ignore[a-b] ...', '1 a-b: '],
    ['# skyworthy: ignore[a-b]why', '1 a-b: why'],
    ['# skyworthy: ignore[a-b', '1 : [a-b'],
    ['# skyworthy: ignore', '1 : '],
    ['# Skyworthy: Ignore[a-b] why', '1 a-b: why (wording)'],
    ['# SKYWORTHY: IGNORE', '1 :  (wording)'],
    ['# skyworthy: disable[a-b] why', '1 a-b: why (wording)'],
    ['# skyworthy ignore[a-b, c-d] why', '1 a-b,c-d: why (wording)'],
    ['# skyworthy:ignore-next-line[a-b] why', '1 a-b: why (wording)'],
    ['# skyworthy-disable(a-b) why', '1 a-b: why (wording)'],
    ['# skyworthy: skip[a-b', '1 a-b:  (wording)'],
    ['# as skyworthy says # skyworthy: ignore[a-b] why', '1 a-b: why'],
    ['# skyworthy ignores nothing'],
    ['# Skyworthy: disable the step if it is slow'],
    ['# skyworthy ignore'],
    ['# skyworthy: ignores nothing'],
    ['# skyworthy: ignore-me'],
    ['# see skyworthy: it is a tool'],
    ['skyworthy: ignore[a-b] why'],
  ])('%s', ([text, ...expected]) => expect(found('app.py', `x = 1  ${text}`)).toEqual(expected));
});

test('alone, it speaks of the next line that is no comment', () => {
  const said = '# skyworthy: ignore[a-b] why';
  expect(found('a.yaml', `${said}\n# more\n  # and more\nkey: 1\n`)).toEqual(['4 a-b: why']);
  expect(found('a.yaml', `${said}\r\nkey: 1\r\n`)).toEqual(['2 a-b: why']);
  expect(found('a.yaml', `${said}\n${said}\nkey: 1\n`)).toEqual(['3 a-b: why', '3 a-b: why']);
  expect(found('a.yaml', said)).toHaveLength(1);
});

test('whatever is written, places lie in the text', () => {
  const pieces = constantFrom(
    '#',
    '//',
    ' ',
    '\n',
    '\r',
    '"',
    'skyworthy:',
    'Skyworthy',
    'disable',
    ' ignore',
    '[',
    'a-b',
    ',',
    ']',
    ' why',
    '\0',
    '😀',
  );
  assert(
    property(array(pieces, { maxLength: 40 }), constantFrom('a.py', 'a.tf', 'a.bicep', 'a.ini'), (parts, file) => {
      const text = parts.join('');
      for (const { start, end, line } of suppressionComments(file, text)) {
        expect(start).toBeLessThan(end);
        expect(text.slice(start, end)).not.toMatch(/[\r\n]/);
        expect(line).toBeGreaterThan(0);
      }
    }),
  );
});
