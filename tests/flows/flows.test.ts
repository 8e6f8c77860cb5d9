// The samples of flows: each is well formed and valid Python, and what `calls` finds in it is what it expects.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findCalls } from '../../src/engine/calls.ts';
import { memoryRepository } from '../../src/repository/memory.ts';
import { parseModule } from '../../src/syntax/python/index.ts';
import { compareSample } from './compare.ts';
import { parseSample, type Sample } from './sample.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.py'))
  .sort();
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const samples: readonly Sample[] = names.map((name) => parseSample(name, textOf(name)));

/** What is not followed yet, with the reason. A sample that is followed after all has to leave the list. */
const notFollowed: Readonly<Record<string, string>> = {
  'annotations/cast.py': 'a type in quotes as the first argument of cast',
  'annotations/stub-file.py': 'types that only a .pyi beside the module says',
  'classes/attrs-default-method.py': "attrs' defaults by a decorated method",
  'collections/page-size-then-filter.py': 'a filter behind page_size(), whose row has no Prefix',
  'fixtures/conftest.py': 'a test whose only SDK object comes from a fixture of conftest.py',
  'functions/method-caller.py': 'operator.methodcaller, which performs what it names',
  'identity/default-session.py': 'setup_default_session changes the identity of later clients',
  'imports/sys-path.py': 'arguments of callers that find the module by a change of sys.path',
  'instances/delegating-getattr.py': '__getattr__ that hands on to a client',
  'instances/missing-key.py': '__missing__ that stores what it gives',
  'instances/operators.py': 'operands as arguments of the methods behind operators',
  'settings/django-module.py': "the module that is Django's settings",
  'singletons/context-variable.py': 'contextvars.ContextVar',
  'singletons/flask-application.py': "attributes of Flask's current_app",
  'unresolved/unknown-receiver.py': 'list_tables() without arguments on an unknown receiver',
};

describe('the samples of flows', () => {
  it('are more than 600, of more than 40 kinds, no two with one purpose', () => {
    expect(samples.length).toBeGreaterThan(600);
    expect(new Set(names.map((name) => name.split('/')[0])).size).toBeGreaterThan(40);
    expect(new Set(samples.map(({ purpose }) => purpose)).size).toBe(samples.length);
  });

  it.each(samples)('$name is valid Python', ({ files }) => {
    const faults = Object.entries(files).flatMap(([file, text]) =>
      parseModule(new TextEncoder().encode(text)).errors.map((error) => `${file}: ${error.message}`),
    );
    expect(faults).toEqual([]);
  });

  const differences = async (sample: Sample): Promise<readonly string[]> =>
    compareSample(sample, await findCalls(memoryRepository(sample.files), { cache: false }));

  it.each(samples.filter(({ name }) => !(name in notFollowed)))('$name gives what it expects', async (sample) => {
    expect(await differences(sample)).toEqual([]);
  });

  it.each(samples.filter(({ name }) => name in notFollowed))('$name is not followed yet', async (sample) => {
    expect(await differences(sample), 'it is followed: take it off the list').not.toEqual([]);
  });
});
