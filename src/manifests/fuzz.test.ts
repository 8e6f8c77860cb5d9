import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Place } from '../evidence/place.ts';
import { type ManifestFormat, manifestFormats, parseRequirement, readManifest } from './index.ts';

const pieces = [
  'name ==1.0 >=2,<3 ~=1 ^1.2 ~1 * [ ] { } " \' \\ # = ; python_version "3.8" extra ( ) -r -e --hash=sha256:aa @ https://h/x git+',
  '[project] dependencies install_requires setup( [[package]] version pip: - default _meta constructor __proto__ \ud800 é , : .',
  '[tool.poetry.dependencies] include-group | || [options] file: [packages] [[packages]] !include ../.. ${X} \u2028',
].flatMap((line) => line.split(' '));
const piece = fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(' ', '\n', '\n', '\r\n', '\t', '\\\n'));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(piece, { maxLength: 80 }).map((parts) => parts.join('')),
);

/** What does not hold of a manifest, though it should of every one. */
function wrongs(format: ManifestFormat, text: string): string[] {
  const { dependencies, faults, options, includes } = readManifest('dir/file', format, text);
  const lines = text.split(/\r\n|\n|\r/).length;
  const outside = ({ file, line, column, endLine, endColumn }: Place): boolean =>
    file !== 'dir/file' ||
    line < 1 ||
    column < 1 ||
    endLine > lines ||
    endLine < line ||
    (endLine === line && endColumn < column);
  return [
    ...[...dependencies, ...faults, ...options]
      .filter(({ place }) => outside(place))
      .map(({ place }) => `${JSON.stringify(place)} is no place in ${lines} lines`),
    ...dependencies.filter(({ name }) => name !== name.toLowerCase()).map(({ name }) => `${name} is not normal`),
    ...includes.filter((include) => /^(?:\/|\.\.\/)/.test(include)).map((include) => `${include} lies outside`),
  ];
}

describe.each(manifestFormats)('%s', (format) => {
  test('any text is read without an exception, and every place lies in it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(wrongs(format, text)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    '[',
    '(',
    ' ',
    '#',
    '\\\n',
    'a==1 \\\n',
    '"',
    '[[package]]\n',
    '{"a":',
    'a;',
    '- ',
    ' #',
    'a.',
    'a: &b [*b]\n',
  ])('time is linear in many %j', (part) => {
    const text = part.repeat(Math.ceil(200_000 / part.length));
    const start = performance.now();
    expect(wrongs(format, text)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(4000);
  });
});

test('a requirement is read as what it is made of', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{0,5}([-_.][a-z0-9]{1,3})?$/);
  const version = fc.stringMatching(/^[0-9]{1,3}(\.[0-9]{1,3}){0,3}$/);
  const clauses = fc.array(fc.tuple(fc.constantFrom('==', '>=', '<', '!='), version), { maxLength: 3 });
  const gaps = fc.constantFrom('', ' ', '\t ');
  fc.assert(
    fc.property(name, fc.array(name, { maxLength: 3 }), clauses, gaps, (project, extras, asked, gap) => {
      const specifier = asked.map(([operator, bound]) => `${operator}${gap}${bound}`).join(`${gap},${gap}`);
      const brackets = extras.length > 0 ? `[${extras.join(`${gap},`)}]` : '';
      const { requirement, fault } = parseRequirement([project, brackets, specifier, ''].join(gap));
      expect(fault).toBeNull();
      expect(requirement).toMatchObject({ name: project, extras });
      expect(requirement?.specifier).toBe(asked.map((parts) => parts.join('')).join(','));
    }),
  );
});
