import { expect, test } from 'vitest';
import { secretNames, showsSecret } from './secret-flow.ts';

const text = `def handler(event, context):
    answer = boto3.client("secretsmanager").get_secret_value(SecretId="db")
    name = answer["Name"]
    raw = answer["SecretString"]
    secret = json.loads(raw)
`;

test('names are those of answers and of what is taken out of them', () => {
  expect(secretNames(text)).toEqual({ whole: new Set(['answer']), bare: new Set(['raw', 'secret']) });
});

test.for<[argument: string, shows: boolean]>([
  ['answer', true],
  ['raw', true],
  ['f"{secret}"', true],
  ['f"{secret!r}"', true],
  ['"secret: " + raw', true],
  ['"secret: " + str(secret)', true],
  ['f"{secret[\'password\']}"', true],
  ['f"{secret[\'host\']}"', false],
  ['answer["SecretString"]', true],
  ['answer["ARN"]', false],
  ['name', false],
  ['"raw"', false],
  ['f"raw {name}"', false],
  ['len(raw)', false],
])('%s', ([argument, shows]) => {
  expect(showsSecret(argument, secretNames(text))).toBe(shows);
});

test('a name that is bound to other things too is none of them', () => {
  expect(secretNames(`${text}    answer = put()\n`).whole).toEqual(new Set());
});
