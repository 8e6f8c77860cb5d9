// Whatever is written in a repository, check gives a report that keeps to its schema, and gives it twice.
import { array, assert, asyncProperty, constantFrom, nat, tuple } from 'fast-check';
import { parse } from 'valibot';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../src/report/renderers/markdown.ts';
import { renderSarif } from '../src/report/renderers/sarif.ts';
import { renderTerminal } from '../src/report/renderers/terminal.ts';
import { reportSchema } from '../src/report/schema.ts';
import { checks } from '../src/steps/registry.ts';
import { reportOn } from './judge-files.ts';

const examples = checks.flatMap(({ docs }) => [...docs.bad, ...docs.good].map(({ files }) => files));
/** What a team says itself: a broken one is an error that names the place, and no report. */
const configuration = new Set(['skyworthy.toml', 'tag-policy.toml']);
const signs = [
  '',
  ' ',
  '\n',
  '\n  ',
  ':',
  '- ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '#',
  '\\',
  ';',
  '(',
  '\0',
  '\ufeff',
  '\r',
  '\t',
];
const words = [
  '!Ref ',
  '!If [a, ',
  '&a ',
  '*a',
  '<<: ',
  'null',
  '1e999',
  'Type: ',
  'AWS::SQS::Queue',
  '${',
  '==',
  'import ',
];
const pieces = constantFrom(...signs, ...words);
const mutation = tuple(nat(400), nat(30), pieces);

test('examples with random edits', async () => {
  await assert(
    asyncProperty(
      constantFrom(...examples),
      array(mutation, { minLength: 1, maxLength: 6 }),
      async (files, mutations) => {
        const mutated = Object.fromEntries(
          Object.entries(files).map(([file, text]) => [
            file,
            configuration.has(file)
              ? text
              : mutations.reduce((now, [at, length, piece]) => {
                  const start = at % (now.length + 1);
                  return now.slice(0, start) + piece + now.slice(start + length);
                }, text),
          ]),
        );
        const report = await reportOn(mutated);
        parse(reportSchema, JSON.parse(JSON.stringify(report)));
        expect(await reportOn(mutated)).toEqual(report);
        const options = {
          root: '.',
          width: 80,
          color: false,
          severity: 'improvement',
          all: true,
          quiet: false,
        } as const;
        for (const text of [renderTerminal(report, options), renderMarkdown(report), renderSarif(report, checks)])
          expect(text.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 150 },
  );
});
