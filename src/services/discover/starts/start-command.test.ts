import { describe, expect, test } from 'vitest';
import { memoryRepository } from '../../../repository/memory.ts';
import { startOfCommand } from './start-command.ts';
import { startsOfWords } from './starts-of.ts';

test.for<[string, string | null]>([
  ['gunicorn -w 4 --bind 0.0.0.0:8000 shop.wsgi:application', 'shop.wsgi:application'],
  ['gunicorn -c conf.py shop.wsgi', 'shop.wsgi:application'],
  ['uvicorn --host localhost:80 main:app', 'main:app'],
  ['poetry run uvicorn --factory main:make_app', 'main:make_app'],
  ['tini -- python -u -m shop.worker', 'shop.worker'],
  ['python -m uvicorn main:app', 'main:app'],
  ['python -W ignore /srv/run.py --fast', '/srv/run.py'],
  ['python3 -m pip install .', null],
  ['python -c print(1)', null],
  ['python setup.py install', null],
  ['pip install gunicorn', null],
  ['celery -A shop worker -l info', 'shop:app'],
  ['celery --app=shop.tasks beat', 'shop.tasks:app'],
  ['opentelemetry-instrument --traces_exporter console flask --app web run', 'web:app'],
  ['flask --app web db upgrade', null],
  ['fastapi run --workers 4 app/main.py', 'app/main.py:app'],
  ['functions-framework --target=resize', 'main.py:resize'],
  ['uwsgi --http :80 --module shop.wsgi:application', 'shop.wsgi:application'],
  ['streamlit run ui.py', 'ui.py'],
  ['uv run main.py', 'main.py'],
  ['./manage.py runserver', './manage.py'],
  ['npm start', null],
])('%s', ([command, expected]) => {
  const found = startOfCommand(command.split(' '));
  const name = found && (found.script ?? found.module);
  expect(found === undefined ? null : `${name}${found.attribute === null ? '' : `:${found.attribute}`}`).toBe(expected);
});

describe('what a command line leads to', () => {
  const starting = (files: Record<string, string>, ...words: string[]): string | null => {
    const { found } = startsOfWords(words, { repository: memoryRepository(files), folders: ['.', 'src'] });
    return found === null ? null : `${found.root} ${found.file}:${found.attribute ?? ''}`;
  };

  test.for<[string, Record<string, string>, string[], string | null]>([
    [
      'a module from a code root',
      { 'src/shop/wsgi.py': '' },
      ['gunicorn', 'shop.wsgi:app'],
      'src src/shop/wsgi.py:app',
    ],
    ['a package', { 'shop/__init__.py': '' }, ['uvicorn', 'shop:app'], '. shop/__init__.py:app'],
    ['a package that is run', { 'shop/__main__.py': '' }, ['python', '-m', 'shop'], '. shop/__main__.py:'],
    ['a name in a module', { 'shop.py': '' }, ['celery', '-A', 'shop.app', 'worker'], '. shop.py:app'],
    ['a script, by its folder', { 'jobs/run.py': '' }, ['python', 'jobs/run.py'], 'jobs jobs/run.py:'],
    [
      'the only file of that path',
      { 'a/b/run.py': '', 'tests/run.py': '' },
      ['python', '/srv/run.py'],
      'a/b a/b/run.py:',
    ],
    ['none of several', { 'a/run.py': '', 'b/run.py': '' }, ['python', '/srv/run.py'], null],
    ['a library', { 'a.py': '' }, ['gunicorn', 'library.wsgi'], null],
    [
      'what comes last in a shell',
      { 'a.py': '', 'b.py': '' },
      ['sh', '-c', 'python a.py && exec python b.py'],
      '. b.py:',
    ],
    [
      'the server rather than what prepares it',
      { 'manage.py': '', 'seed.py': '', 'web.py': '' },
      ['sh', '-c', 'gunicorn web:app; python seed.py; python manage.py migrate'],
      '. web.py:app',
    ],
    ['a shell script', { 'start.sh': 'exec python web.py\n', 'web.py': '' }, ['./start.sh'], '. web.py:'],
    [
      'one that starts this or that',
      { 'start.sh': 'case $1 in a) python a.py ;; b) python b.py ;; esac\n', 'a.py': '', 'b.py': '' },
      ['bash', 'start.sh', 'a'],
      null,
    ],
    ['one that starts itself', { 'start.sh': './start.sh\n' }, ['./start.sh'], null],
  ])('%s', ([, files, words, expected]) => {
    expect(starting(files, ...words)).toBe(expected);
  });
});
