import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';

const id = 'account-key';

const app = (code: string): Files => ({
  'azure.yaml': 'name: app\nservices:\n  app:\n    project: .\n    language: py\n    host: function\n',
  'host.json': '{ "version": "2.0" }\n',
  'function_app.py': `import os\nimport azure.functions as func\nfrom azure.storage.queue import QueueClient\n\napp = func.FunctionApp()\n${code}`,
});

test.for<[title: string, code: string, expected: object]>([
  [
    'a connection string',
    'q = QueueClient.from_connection_string(os.environ["S"], "q")\n',
    { verdict: 'fail', at: { line: 6 } },
  ],
  ['an address', 'q = QueueClient(os.environ["S"], "q")\n', { verdict: 'not-applicable' }],
  ['an emulator', 'q = QueueClient.from_connection_string("UseDevelopmentStorage=true", "q")\n', { verdict: 'pass' }],
])('%s', async ([, code, expected]) => {
  expect(await findingsOn(id, app(code))).toMatchObject([expected]);
});
