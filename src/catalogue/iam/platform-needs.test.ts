import { expect, test } from 'vitest';
import { openCatalogue } from '../catalogue.ts';
import { arnForms } from './arn-forms.ts';
import { openIam } from './iam.ts';
import type { ActionNeed } from './operation-row.ts';
import { openPlatformNeeds } from './platform-needs.ts';

const catalogue = openCatalogue();
const iam = openIam(catalogue);
const platform = openPlatformNeeds(catalogue);
const ids = catalogue.load('aws/iam/platform').facts.map(({ id }) => id);
const all: readonly (readonly [string, ActionNeed])[] = ids.flatMap((id) =>
  (platform(id)?.needs ?? []).map((need) => [id, need] as const),
);

test('every action is one of AWS, on a resource if it takes one', () => {
  const wrong = all.filter(([, { action, resources }]) => {
    const known = iam.action(action);
    return known?.name !== action || known.resources.length > 0 !== resources.length > 0;
  });
  expect(wrong.map(([id, { action }]) => `${id} ${action}`)).toEqual([]);
});

test('every parameter is one that is listed, in a form that is read', () => {
  const wrong = all.flatMap(([id, { resources, when }]) => {
    const values = platform(id)?.values ?? [];
    const parameters = resources.flatMap(({ parts }) => parts.filter((part) => typeof part !== 'string'));
    const paths = [...parameters.flatMap((part) => part.paths), ...when.map(({ path }) => path)];
    const forms = parameters.flatMap(({ form }) => form ?? []).filter((form) => !arnForms.includes(form));
    return [...paths.filter((path) => !values.includes(path)), ...forms].map((name) => `${id} ${name}`);
  });
  expect(wrong).toEqual([]);
});

test('what polls a queue needs three actions on it, and the key only where there is one', () => {
  const found = platform('lambda.source.sqs');
  expect(found?.role).toBe('execution-role');
  expect(found?.needs.map(({ action, needed }) => [action, needed])).toEqual([
    ['sqs:ReceiveMessage', true],
    ['sqs:DeleteMessage', true],
    ['sqs:GetQueueAttributes', true],
    ['kms:Decrypt', false],
  ]);
});

test('a feature that is not known is undefined', () => {
  expect(platform('lambda.source.pigeon')).toBeUndefined();
});
