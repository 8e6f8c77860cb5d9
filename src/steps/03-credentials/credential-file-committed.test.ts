import { expect, test } from 'vitest';
import { findingsOn } from '../../../tests/judge-files.ts';

const id = 'credential-file-committed';
const value = ['k7Vq29xLw', 'Pz41mRtYb'].join('');
const body = ['MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj', 'AgEAAoIBAQC7VJTUt9Us8cKjMzEfYyjiWA4R4ypb'].join('');
const key = ['-----BEGIN RSA PRIVATE', ` KEY-----\n${body}\n`].join('');
const ofAws = ['wJalrXUtnFEMIK7MDENG', 'bPxRfiCYz9Qe41LmTuVd'].join('');

test.for<[file: string, text: string, verdicts: string[], line?: number]>([
  ['.env', `A=1\nexport STRIPE_API_KEY="${value}"\n`, ['fail'], 2],
  ['.env', 'DB_PASSWORD=postgres\n', ['pass']],
  ['.env.example', `STRIPE_API_KEY=${value}\n`, []],
  ['web/.env.production', `REACT_APP_API_KEY=${value}\n`, ['pass']],
  ['tests/.env', `STRIPE_API_KEY=${value}\n`, []],
  ['infra/prod.tfvars', `db_password = "${value}"\n`, ['fail'], 1],
  ['deploy/id_rsa', key, ['fail'], 1],
  ['deploy/localhost.key', key, []],
  ['deploy/.aws/credentials', `[default]\naws_secret_access_key = ${ofAws}\n`, ['fail'], 2],
  ['api.PublishSettings', `<publishProfile userPWD="${value}${value}" />\n`, ['fail'], 1],
  ['local.settings.json', `{ "Values": {\n  "SIGNING_KEY": "${value}"\n} }\n`, ['fail'], 2],
])('%s %#', async ([file, text, verdicts, line]) => {
  const found = (await findingsOn(id, { 'main.py': 'print()\n', [file]: text })).filter(
    ({ verdict }) => verdict !== 'not-applicable',
  );
  expect(found.map(({ verdict }) => verdict)).toEqual(verdicts);
  expect(found.flatMap(({ verdict, at }) => (verdict === 'fail' ? [at?.line] : []))).toEqual(
    line === undefined ? [] : [line],
  );
  expect(JSON.stringify(found)).not.toContain(value);
});

test('a key of which only tests speak is no credential', async () => {
  const files = {
    'data/private.pem': key,
    'main.py': 'print()\n',
    'main_test.py': 'KEY = open("data/private.pem").read()\n',
  };
  expect(await findingsOn(id, files)).toMatchObject([{ verdict: 'pass' }]);
});
