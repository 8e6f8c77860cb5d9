import { expect, test } from 'vitest';
import { findLibraries } from '../../engine/libraries.ts';
import { memoryRepository } from '../../repository/memory.ts';
import { renderLibraries } from './libraries.ts';

const files = {
  'requirements.txt': 'pytz==2026.6\nboto3\nhttpx\n',
  'app.py': 'import boto3\nimport pytz\nimport tenacity\nimport stamina\n',
  'tests/test_app.py': 'import pytest\n',
};
const plain = { width: 80, color: false, all: false, quiet: false };
const render = (options: Partial<typeof plain> = {}, contents: Record<string, string> = files): string =>
  renderLibraries(findLibraries(memoryRepository(contents)), { ...plain, ...options });

test('needs that are served, with what is found and what the field chooses', () => {
  const lines = render().split('\n');
  expect(lines.find((line) => line.includes('Time'))).toMatch(/^ {2}Time +pytz ! +zoneinfo, /);
  expect(lines.find((line) => line.includes('HTTP'))).toMatch(/^ {2}HTTP clients +\(httpx\) +httpx2, /);
  expect(lines.find((line) => line.includes('Testing'))).toMatch(/^ {2}Testing +pytest +pytest, /);
  expect(lines.some((line) => line.includes('Kubernetes'))).toBe(false);
  expect(lines.at(-2)).toBe('6 uses of libraries for 5 of 18 needs: 1 superseded, 1 redundant.');
});

test('findings have their places', () => {
  const text = render();
  expect(text).toMatch(
    /Superseded\n {2}pytz is superseded by zoneinfo since[^]*\n {4}app\.py:2\n {4}requirements\.txt:1\n/,
  );
  expect(text).toMatch(/More than one for a need\n {2}The code imports tenacity and stamina;/);
});

test('each kind of finding has its mark, and both of a pair bear it', () => {
  const text = render({}, { ...files, 'requirements.txt': 'psycopg2\n' });
  expect(text).toContain('stamina ≈, tenacity ≈');
  expect(text).toMatch(/Data +psycopg2 ↑/);
  const [legend] = /^! superseded[^]*?\n\n/m.exec(text) ?? [];
  expect(legend?.replaceAll(/\s+/g, ' ')).toContain('≈ more than one for a need, see below; ↑ a newer choice');
  expect(text.indexOf('! superseded')).toBeLessThan(text.indexOf('Superseded\n'));
  expect(text.replaceAll('\n', ' ')).toContain('For 1 there is a newer choice.');
});

test('what only tests use stands with development', () => {
  const text = render(
    {},
    {
      'requirements.txt': 'requests\n',
      'requirements-dev.txt': 'httpx\njinja2\n',
      'app.py': 'import requests\n',
    },
  );
  expect(text).toMatch(/What ships[^]*HTTP clients +requests [^]*Development[^]*HTTP clients +\(httpx\) +–\n/);
  expect(text).toMatch(/Development[^]*Templating +\(jinja2\) +jinja2\n/);
  expect(text.split('Development')[0]).not.toContain('Templating');
});

test('a line for each need, with as many names as fit', () => {
  const many = {
    'requirements.txt': 'boto3\ndatadog\nloguru\nstatsd\nnewrelic\nstructlog\nelastic-apm\nraven\n',
    'a.py': 'import raven\n',
  };
  const line = render({}, many)
    .split('\n')
    .find((one) => one.includes('Observability'));
  expect(line).toMatch(/^ {2}Observability +raven !, \(datadog\), \(elastic-apm\) \+4 +opentelemetry-sdk \+3$/);
  expect(render({ all: true }, many)).toContain('(structlog)');
});

test('all needs, with reasons', () => {
  const text = render({ all: true });
  expect(text).toMatch(/Kubernetes +– +kubernetes\n/);
  expect(text).toContain('kubernetes: ');
});

test('the last line alone', () => {
  expect(render({ quiet: true }).split('\n')).toHaveLength(2);
});

test('nothing to say', () => {
  expect(render({}, { 'README.md': '' })).toBe(
    'No library is declared or imported that serves a need the catalogue knows.\n',
  );
});

test.for([60, 80, 140])('no line is longer than %d columns', (width) => {
  for (const line of render({ width, all: true }).split('\n')) expect(line.length).toBeLessThanOrEqual(width);
});

test('control characters of paths cannot speak to the terminal', () => {
  const text = render({}, { 'a\u001b[2J.py': 'import pytz\n' });
  expect(text).not.toContain('\u001b');
  expect(text).toContain('\\x1b');
});

test('what could not be read is named', () => {
  const text = render({ width: 140 }, { 'a.py': 'import requests\ndef f(:\n' });
  expect(text).toMatch(/Not read in full: a\.py:2 [^]*1 file could not be read in full\.\n$/);
  expect(text).not.toContain('--all');
});
