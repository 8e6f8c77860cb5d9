import { describe, expect, test } from 'vitest';
import { memoryRepository } from '../repository/memory.ts';
import { findLibraries } from './libraries.ts';

type Files = Readonly<Record<string, string>>;

const libraries = (files: Files) => findLibraries(memoryRepository(files));

/** The uses of a need, each as `name specifier`, with what else holds for it. */
function usesFor(need: string, files: Files): string[] {
  const uses = libraries(files).needs.find((one) => one.need === need)?.uses ?? [];
  return uses.map(({ distribution, specifier, imported, development }) =>
    [distribution, specifier ?? 'undeclared', imported && 'imported', development && 'development']
      .filter((word) => word !== false && word !== '')
      .join(' '),
  );
}

const findings = (files: Files) => libraries(files).needs.flatMap((need) => need.findings);

const places = (files: Files) =>
  findings(files).map(({ kind, distribution, evidence }) => [
    kind,
    distribution,
    ...evidence.map(({ file, line }) => `${file}:${line}`),
  ]);

describe('what is used', () => {
  const rows: [title: string, need: string, files: Files, expected: string[]][] = [
    [
      'declared and imported, declared only, imported only',
      'http',
      { 'requirements.txt': 'requests==2.34.2\nhttpx\n', 'app.py': 'import requests\nimport aiohttp.web\n' },
      ['aiohttp undeclared imported', 'httpx', 'requests ==2.34.2 imported'],
    ],
    [
      'by the names of imports',
      'settings',
      { 'requirements.txt': 'python-dotenv\n', 'app.py': 'from dotenv import load_dotenv\n' },
      ['python-dotenv imported'],
    ],
    [
      'of several distributions with one import name the one that is declared',
      'data',
      { 'requirements.txt': 'psycopg2-binary>=2.9\n', 'app.py': 'import psycopg2\n' },
      ['psycopg2-binary >=2.9 imported'],
    ],
    [
      'SDKs by their parts',
      'cloud-sdk',
      { 'requirements.txt': 'google-cloud-storage\n', 'app.py': 'from google.cloud import storage\n' },
      ['google-cloud-storage imported'],
    ],
    [
      'families of distributions',
      'workflows',
      { 'requirements.txt': 'apache-airflow-providers-amazon==9\n' },
      ['apache-airflow-providers-amazon ==9'],
    ],
    [
      'for development, by group and by file',
      'http',
      {
        'pyproject.toml': '[project]\nname = "a"\n[dependency-groups]\ntest = ["requests"]\n',
        'requirements-dev.txt': 'httpx\n',
        'tests/test_a.py': 'import requests\n',
      },
      ['httpx development', 'requests imported development'],
    ],
    [
      'for development, in a dependency group of any name, but not of what runs',
      'http',
      {
        'pyproject.toml':
          '[project]\nname = "a"\n[dependency-groups]\nredirects = [\n  "requests",\n]\nserver = ["httpx"]\n',
      },
      ['httpx', 'requests development'],
    ],
    [
      'a test does not make it a use of the product',
      'http',
      { 'tests/test_a.py': 'import requests\n', 'app.py': '' },
      [],
    ],
    [
      'tools of tests are used by tests',
      'testing',
      { 'tests/test_a.py': 'import pytest\n' },
      ['pytest undeclared imported development'],
    ],
    [
      'neither samples nor documentation nor vendored code',
      'http',
      {
        'examples/a/app.py': 'import requests\n',
        'examples/a/requirements.txt': 'requests\n',
        'docs/conf.py': 'import httpx\n',
        'pkg/_vendor/urls.py': 'import urllib3\n',
      },
      [],
    ],
    ['not what a text shows', 'http', { 'app.py': '"""Usage:\n\nimport requests\n"""\n' }, []],
    [
      'neither for type checkers, nor by a relative import',
      'http',
      {
        'pkg/__init__.py': '',
        'pkg/a.py':
          'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import requests\nfrom .httpx import Client\n',
      },
      [],
    ],
    [
      'not a module of the repository',
      'data',
      { 'requirements.txt': 'redis\n', 'redis.py': '', 'app.py': 'import redis\n' },
      ['redis'],
    ],
    [
      'a module of the same name inside a package hides nothing',
      'data',
      {
        'requirements.txt': 'redis\n',
        'pkg/__init__.py': '',
        'pkg/stores/redis.py': 'import redis\n',
      },
      ['redis imported'],
    ],
    [
      'a module of the same name inside a package hides nothing of what is not declared either',
      'data',
      {
        'pkg/__init__.py': '',
        'pkg/backends/__init__.py': '',
        'pkg/backends/redis.py': 'import redis\n',
        'pkg/lib/redis/client.py': '',
        'tests/lib/redis/client_test.py': '',
      },
      ['redis undeclared imported'],
    ],
    [
      'a package of one’s own below the same root hides nothing else',
      'cloud-sdk',
      { 'pkg/azure/a.py': 'from azure.storage.blob import BlobClient\n', 'pkg/azure/__init__.py': '' },
      ['azure-storage-blob undeclared imported'],
    ],
    [
      'not what the repository makes itself',
      'observability',
      {
        'api/pyproject.toml': '[project]\nname = "opentelemetry-api"\n',
        'sdk/pyproject.toml': '[project]\nname = "opentelemetry-sdk"\n',
        'sdk/src/a.py': 'from opentelemetry.trace import Span\nfrom opentelemetry.sdk.trace import Tracer\n',
      },
      [],
    ],
    [
      'what tests of one kind ask for',
      'testing',
      { 'src/a/test/integ/requirements.txt': 'pytest\n' },
      ['pytest development'],
    ],
    [
      'not what tests work on',
      'http',
      Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`test/requirements/a${index}.in`, 'requests\n'])),
      [],
    ],
    [
      'not the project itself',
      'background-work',
      { 'setup.py': "from setuptools import setup\nsetup(name='celery', extras_require={'all': ['celery[redis]']})\n" },
      [],
    ],
    [
      'what a tool resolved counts where code imports it',
      'http',
      {
        'requirements.in': 'requests\n',
        'requirements.txt':
          '# This file is autogenerated by pip-compile\nrequests==2.34.2\nurllib3==2.8.0\nhttpx==0.28.1\n',
        'app.py': 'import requests\nimport urllib3\n',
      },
      ['requests imported', 'urllib3 ==2.8.0 imported'],
    ],
    [
      'a project among tools is a product',
      'http',
      {
        'requirements.txt': '',
        'tools/a/requirements.txt': 'requests\n',
        'tools/a/app.py': 'import requests\nimport httpx\n',
        'tools/b.py': 'import urllib3\n',
      },
      ['httpx undeclared imported', 'requests imported', 'urllib3 undeclared imported development'],
    ],
    [
      'neither locks nor constraints',
      'http',
      { 'constraints.txt': 'requests==2\n', 'requirements.lock': 'httpx==1\n' },
      [],
    ],
  ];
  test.for(rows)('%s', ([, need, files, expected]) => expect(usesFor(need, files)).toEqual(expected));
});

describe('what is superseded', () => {
  const rows: [title: string, files: Files, expected: string[][]][] = [
    [
      'where code imports it',
      { 'requirements.txt': 'pytz\n', 'a.py': 'import os\nimport pytz\n' },
      [['superseded', 'pytz', 'a.py:2', 'requirements.txt:1']],
    ],
    ['not where it is only declared', { 'requirements.txt': 'pytz\n', 'a.py': '' }, []],
    [
      'not where the code goes on without it',
      { 'a.py': 'try:\n    import zoneinfo\nexcept ImportError:\n    import pytz\n' },
      [],
    ],
    [
      'a tool, where it is declared',
      { 'requirements-dev.txt': 'bumpversion==0.6.0\n' },
      [['superseded', 'bumpversion', 'requirements-dev.txt:1']],
    ],
    [
      'a tool that others bring along is nobody’s choice',
      { 'requirements-dev.txt': '# autogenerated by pip-compile\npydocstyle==6.3.0\n' },
      [],
    ],
    [
      'not where it is there for others that use it',
      { 'pkg/contrib/rediscluster/patch.py': 'import rediscluster\n' },
      [],
    ],
    ['nor where it is declared for that', { 'instrumentation/raven/requirements.txt': 'uwsgi\n' }, []],
    ['not in what tests read', { 'lib/__fixtures__/requirements.txt': 'uwsgi\n' }, []],
    [
      'not a project that tests work on',
      { 'tests/projects/old/pyproject.toml': '[dependency-groups]\ndev = ["bump2version"]\n' },
      [],
    ],
    [
      'a tool of the tests',
      { 'tests/requirements.txt': 'pytest-runner\n' },
      [['superseded', 'pytest-runner', 'tests/requirements.txt:1']],
    ],
    [
      'not where tests go on without it',
      { 'tests/test_a.py': 'try:\n    from unittest import mock\nexcept ImportError:\n    import mock\n' },
      [],
    ],
    ['not in tests of samples', { 'examples/a/tests/test_a.py': 'import mock\n' }, []],
    ['an SDK', { 'a.py': 'from adal import AuthenticationContext\n' }, [['superseded', 'adal', 'a.py:1']]],
    ['in tests', { 'tests/test_a.py': 'import nose\n' }, [['superseded', 'nose', 'tests/test_a.py:1']]],
    [
      'not in a package that is there for it',
      {
        'exporter-opencensus/pyproject.toml':
          '[project]\nname = "exporter-opencensus"\ndependencies = ["opencensus"]\n',
        'exporter-opencensus/src/exporter/a.py': 'import opencensus\n',
        'pkg/trace/opencensus/a.py': 'import opencensus\n',
      },
      [],
    ],
    [
      'not where an extra alone installs it',
      {
        'pyproject.toml': '[project]\nname = "a"\n[project.optional-dependencies]\nxray = ["aws-xray-sdk"]\n',
        'a/xray.py': 'import aws_xray_sdk\n',
      },
      [],
    ],
    [
      'nor in what documentation asks for of it',
      {
        'docs-requirements.txt': 'opentracing\n',
        'opentracing-shim/pyproject.toml': '[project]\nname = "opentracing-shim"\ndependencies = ["opentracing"]\n',
        'opentracing-shim/src/a.py': 'import opentracing\n',
      },
      [],
    ],
    [
      'not in the project that has taken its place',
      { 'pyproject.toml': '[project]\nname = "tenacity"\n', 'tenacity/a.py': 'import retry\n' },
      [],
    ],
    [
      'not where the project is for an older Python',
      { 'pyproject.toml': '[project]\nname = "a"\nrequires-python = ">=3.8"\n', 'a.py': 'import pytz\n' },
      [],
    ],
    [
      'where it is for none that is older',
      { 'pyproject.toml': '[project]\nname = "a"\nrequires-python = ">=3.9"\n', 'a.py': 'import pytz\n' },
      [['superseded', 'pytz', 'a.py:1']],
    ],
    ['what replaced it', { 'requirements.txt': 'boto3\n', 'a.py': 'import boto3\nfrom unittest import mock\n' }, []],
  ];
  test.for(rows)('%s', ([, files, expected]) => expect(places(files)).toEqual(expected));

  test('says by what, since when and why', () => {
    const [finding] = findings({ 'a.py': 'import pytz\n' });
    expect(finding?.instead).toEqual(['zoneinfo']);
    expect(finding?.message).toMatch(/^pytz is superseded by zoneinfo since 2020-10: .*standard library\.$/);
  });
});

describe('what is maintained, with a newer choice', () => {
  const rows: [title: string, files: Files, expected: string[][]][] = [
    [
      'a driver that is declared',
      { 'requirements.txt': 'psycopg2-binary\n' },
      [['newer', 'psycopg2-binary', 'requirements.txt:1']],
    ],
    ['in tests', { 'tests/test_a.py': 'from mock import patch\n' }, [['newer', 'mock', 'tests/test_a.py:1']]],
    [
      'not in the project that is the newer choice',
      { 'pyproject.toml': '[project]\nname = "psycopg"\n', 'a.py': 'import psycopg2\n' },
      [],
    ],
  ];
  test.for(rows)('%s', ([, files, expected]) => expect(places(files)).toEqual(expected));

  test('is said without blame', () => {
    const [finding] = findings({ 'requirements.txt': 'psycopg2\n' });
    expect(finding?.message).toMatch(/^Beside psycopg2 there is psycopg: psycopg2 is maintained, /);
    expect(finding?.instead).toEqual(['psycopg']);
  });
});

describe('what is redundant', () => {
  const both = 'import tenacity\nimport stamina\n';
  const rows: [title: string, files: Files, expected: string[][]][] = [
    ['two in one project', { 'a.py': both }, [['redundant', 'stamina', 'a.py:1', 'a.py:2']]],
    [
      'not in two projects',
      {
        'one/requirements.txt': 'tenacity\n',
        'one/a.py': 'import tenacity\n',
        'two/requirements.txt': 'stamina\n',
        'two/a.py': 'import stamina\n',
      },
      [],
    ],
    ['not in two folders of no project', { 'one/a.py': 'import tenacity\n', 'two/a.py': 'import stamina\n' }, []],
    ['not where one is declared only', { 'requirements.txt': 'stamina\n', 'a.py': 'import tenacity\n' }, []],
    ['not where a function imports one', { 'a.py': 'import tenacity\ndef f():\n    import stamina\n' }, []],
    ['not in tests', { 'a.py': 'import tenacity\n', 'tests/test_a.py': 'import stamina\n' }, []],
    ['not in scripts', { 'a.py': 'import tenacity\n', 'scripts/b.py': 'import stamina\n' }, []],
    [
      'not by adapters to one of many',
      { 'a.py': 'import tenacity\n', 'pkg/integrations/s.py': 'import stamina\n' },
      [],
    ],
    ['not what belongs together', { 'a.py': 'import flask\nimport gunicorn\nimport click\nimport typer\n' }, []],
    [
      'two of tests',
      { 'tests/test_a.py': 'import responses\nimport requests_mock\n' },
      [['redundant', 'requests-mock', 'tests/test_a.py:1', 'tests/test_a.py:2']],
    ],
  ];
  test.for(rows)('%s', ([, files, expected]) => expect(places(files)).toEqual(expected));

  test('several projects in one sentence, and what to keep', () => {
    const [newer, finding] = findings({
      'one/requirements.txt': 'requests\nhttpx\n',
      'one/a.py': 'import requests\nimport httpx\n',
      'two/requirements.txt': 'requests\nhttpx\n',
      'two/a.py': 'import requests\nimport httpx\n',
    });
    expect(newer?.kind).toBe('newer');
    expect(finding?.message).toMatch(/^The code of one, two imports httpx and requests; /);
    expect(finding?.instead).toEqual(['httpx']);
  });
});

test('every need stands in the document with what the field chooses', () => {
  const { needs, unreadable } = libraries({ 'README.md': '' });
  expect(needs).toHaveLength(18);
  expect(unreadable).toEqual([]);
  expect(needs.flatMap(({ uses }) => uses)).toEqual([]);
  expect(needs.filter(({ current }) => current.length > 0).map(({ need }) => need)).toContain('retries');
});

test('a manifest and a module that cannot be read are named', () => {
  const { unreadable } = libraries({ 'pyproject.toml': '[project\n', 'a.py': 'import requests\ndef f(:\n' });
  expect(unreadable.map(({ file }) => file)).toEqual(['pyproject.toml', 'a.py']);
});
