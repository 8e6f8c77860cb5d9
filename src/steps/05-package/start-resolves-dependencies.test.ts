import { expect, test } from 'vitest';
import { findingsOn } from '../../../tests/judge-files.ts';

const id = 'start-resolves-dependencies';

const image = (cmd: string, lines: readonly string[] = []): Record<string, string> => ({
  Dockerfile: ['FROM python:3.13', 'WORKDIR /app', 'COPY . .', ...lines, `CMD ${cmd}`, ''].join('\n'),
  'app.py': 'print()\n',
});

test.for([
  ['["sh", "-c", "pip3 install -U flask; python app.py"]', [], 'fail', 'risk', '`pip3 install` installs'],
  ['python -m pip install . && python app.py', [], 'fail', 'risk', '`pip install` installs'],
  ['uv sync --frozen && .venv/bin/python app.py', [], 'fail', 'risk', '`uv sync` installs'],
  ['["uvx", "gunicorn", "app:app"]', [], 'fail', 'risk', '`uvx` installs'],
  ['["uv", "run", "python", "app.py"]', ['RUN uv sync'], 'fail', 'improvement', 'locks and syncs'],
  ['["uv", "run", "app.py"]', ['RUN uv sync --no-dev'], 'fail', 'risk', 'the groups that the build left out'],
  ['["uv", "run", "--no-dev", "app.py"]', ['RUN uv sync --no-dev'], 'fail', 'improvement', 'locks and syncs'],
  ['["uv", "run", "--frozen", "app.py"]', [], 'pass', 'risk', 'Nothing is installed'],
  ['["pipenv", "run", "python", "app.py"]', [], 'pass', 'risk', 'Nothing is installed'],
  ['["python", "app.py"]', ['RUN pip install flask'], 'pass', 'risk', 'Nothing is installed'],
] as const)('CMD %s after %j: %s, %s', async ([cmd, lines, verdict, severity, fragment]) => {
  const findings = await findingsOn(id, image(cmd, lines));
  expect(findings).toMatchObject([{ verdict, severity, at: { file: 'Dockerfile', line: lines.length + 4 } }]);
  expect(findings[0]?.message).toContain(fragment);
});

test('a definition that starts it otherwise', async () => {
  const files = {
    ...image('pip install . && python app.py'),
    'k8s.yaml':
      'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  template:\n    spec:\n      containers:\n        - { name: web, image: web, command: [python, app.py] }\n',
    'skaffold.yaml': 'apiVersion: skaffold/v4beta6\nkind: Config\nbuild:\n  artifacts: [{ image: web, context: . }]\n',
  };
  expect(await findingsOn(id, files)).toMatchObject([{ verdict: 'unknown', reason: 'conflicting-evidence' }]);
});

test('the line of a script is shown', async () => {
  const files = { ...image('["sh", "start.sh"]'), 'start.sh': 'set -e\n# pip install\npip install .\npython app.py\n' };
  expect(await findingsOn(id, files)).toMatchObject([{ verdict: 'fail', at: { file: 'start.sh', line: 3 } }]);
});
