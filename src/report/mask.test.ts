import { expect, test } from 'vitest';
import { maskCredentials, maskSecret } from './mask.ts';

test.for<[string, string]>([
  ['git+https://ada:secret@example.com/x.git', 'git+https://***@example.com/x.git'],
  ['https://token@example.com', 'https://***@example.com'],
  ['https://example.com/a@b', 'https://example.com/a@b'],
])('%s: %s', ([url, shown]) => expect(maskCredentials(url)).toBe(shown));

test.for<[string, string, string]>([
  ['aws_secret_access_key', 'anything', '***'],
  ['MasterUserPassword', 'anything', '***'],
  ['SecretString', '{"user": "ada"}', '***'],
  ['SecretId', 'prod/db', 'prod/db'],
  ['ApiKey', '', ''],
  ['NextToken', 'abc', 'abc'],
  ['Body', `id ${'AKIA'}IOSFODNN7EXAMPLE.`, '***'],
  ['Body', `-----BEGIN RSA ${'PRIVATE'} KEY-----\nMII`, '***'],
  ['Url', 'postgres://ada:secret@db/x', 'postgres://***@db/x'],
  ['Bucket', 'reports', 'reports'],
])('%s %s: %s', ([name, text, shown]) => expect(maskSecret(name, text)).toBe(shown));
