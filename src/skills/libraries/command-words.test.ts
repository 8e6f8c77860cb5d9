import { expect, test } from 'vitest';
import { commandWords } from './command-words.ts';

const rows: [title: string, text: string, words: string[]][] = [
  ['the first word of a line', 'set -e\npytest -q tests\n', ['set', 'pytest']],
  ['each command of a line', 'cd app && ruff check . | tee log; mypy src', ['cd', 'ruff', 'tee', 'mypy']],
  ['what runners run', 'uv run --frozen coverage run -m pytest tests', ['uv', 'coverage', 'pytest']],
  ['modules', 'python3 -m build --wheel', ['python3', 'build']],
  ['of a virtual environment', './.venv/bin/black .', ['black']],
  ['behind variables', 'FOO=1 BAR= tox -e py312', ['tox']],
  ['of a pipeline', '      - run: pytest --cov\n      - name: ruff check\n', ['pytest']],
  ['of a Makefile', 'lint:\n\t@flake8 src\n', ['flake8']],
  ['of a Dockerfile', 'RUN pip install \\\n  pytest \\\n  ruff\nCMD ["gunicorn", "app:app"]', ['pip', 'gunicorn']],
  ['of package.json', '    "lint": "ruff check && mypy .",', ['ruff', 'mypy']],
  ['not what is installed, nor a comment', 'pip install pytest\n# pytest\n', ['pip']],
  ['not what npm runs', 'npm run coverage', ['npm']],
  ['a list of words', 'command: ["celery", "-A", "app"]', ['celery']],
  ['not a list under another key, nor a single word', 'sanitizer: ["safety", "x"]\ncache: "poetry"\n', []],
  ['not a text alone', '  "pre-commit"\n', []],
  ['not a target that another one wants', '.PHONY: black isort\nsources: hooks/pre-commit\n', []],
  ['of a list of scripts, not of names', 'script:\n  - pytest\nneeds:\n  - build\n', ['pytest']],
  ['not an argument', 'echo pytest', ['echo']],
];
test.for(rows)('%s', ([, text, words]) => expect(commandWords(text).map(({ word }) => word)).toEqual(words));

test('the place of a command that goes on is its first line', () => {
  expect(commandWords('\nuv run \\\n  pytest')).toEqual([
    { word: 'uv', line: 2, text: 'uv run  pytest' },
    { word: 'pytest', line: 2, text: 'uv run  pytest' },
  ]);
});

test('takes linear time', () => {
  const started = performance.now();
  commandWords(`${'A='.repeat(200_000)}\n${'uv run '.repeat(100_000)}\n${'- '.repeat(200_000)}`);
  expect(performance.now() - started).toBeLessThan(1000);
});
