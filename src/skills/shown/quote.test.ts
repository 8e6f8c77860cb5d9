import { expect, test } from 'vitest';
import { evidence } from '../../evidence/evidence.ts';
import { quoted } from './quote.ts';
import type { Sighting } from './sighting.ts';

const workflow = `jobs:
  build:
    # all of it
    runs-on: ubuntu-latest
    steps:
      - run: make test
`;
const lines = workflow.split('\n');

test.each<[string, Sighting['by'], number, string]>([
  ['a job stands at its key', 'pipeline', 4, '2:3 build:'],
  ['a step at its own line', 'pipeline', 6, '6:9 - run: make test'],
  ['a resource at its own line', 'resource', 4, '4:9 runs-on: ubuntu-latest'],
  ['what is a line already', 'text', 4, '4:9 name'],
])('%s', (_, by, line, expected) => {
  const place = { file: 'ci.yml', line, column: 9, endLine: line, endColumn: 12 };
  const found = quoted({ skill: 'ci-cd', strength: 'deployed', by, evidence: evidence(place, 'name') }, () => lines);
  expect(`${found.line}:${found.column} ${found.text}`).toBe(expected);
});
