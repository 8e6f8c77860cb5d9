import { describe, expect, test } from 'vitest';
import { applyEdits, type DataValue } from '../edit.ts';
import { type BicepFile, parseBicep, removeBicep, setBicep } from './index.ts';

const queue = `resource q 'Microsoft.ServiceBus/namespaces@2022-10-01-preview' = {
  name: 'q' // why
  tags: { owner: 'me' }
  sku: {}

  resource sub 'queues' = {
    name: 'jobs'
  }
}
`;

function bodyOf(file: BicepFile) {
  const [first] = file.statements;
  if (first?.kind !== 'resource' || first.body.kind !== 'object') throw new Error('the sample begins with a resource');
  return first.body;
}

describe('set', () => {
  test.each<[string, string[], DataValue, string | undefined]>([
    ['a value', ['name'], "it's ${x}", queue.replace("'q' // why", "'it\\'s \\${x}' // why")],
    [
      'a new key behind the last',
      ['location'],
      'westeurope',
      queue.replace("jobs'\n  }\n", "jobs'\n  }\n  location: 'westeurope'\n"),
    ],
    ['a key in one line', ['tags', 'a b'], 1, queue.replace("'me' }", "'me', 'a b': 1 }")],
    ['a key of an empty object', ['sku', 'name'], 'Basic', queue.replace('sku: {}', "sku: {\n    name: 'Basic'\n  }")],
    [
      'an object',
      ['properties', 'x'],
      [true, null],
      queue.replace("jobs'\n  }\n", "jobs'\n  }\n  properties: {\n    x: [true, null]\n  }\n"),
    ],
    ['through a text', ['name', 'x'], 1, undefined],
  ])('%s', (_, path, value, expected) => {
    const file = parseBicep(queue);
    const edits = setBicep(file, bodyOf(file), path, value);
    expect(edits && applyEdits(queue, edits)).toBe(expected);
  });
});

describe('remove', () => {
  test.each<[string, string[], string | undefined]>([
    ['a key with its comment', ['name'], queue.replace("  name: 'q' // why\n", '')],
    ['the only key', ['tags', 'owner'], queue.replace("{ owner: 'me' }", '{}')],
    ['what is not there', ['nothing'], undefined],
  ])('%s', (_, path, expected) => {
    const file = parseBicep(queue);
    const edits = removeBicep(file, bodyOf(file), path);
    expect(edits && applyEdits(queue, edits)).toBe(expected);
  });
});
