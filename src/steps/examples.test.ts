import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingsOn } from '../../tests/judge-files.ts';
import { checkFiles } from '../../tools/registry.ts';
import type { Example } from './define.ts';
import { checks } from './registry.ts';
import { stepFolder } from './steps.ts';

const folder = import.meta.dirname;
const files = checkFiles(folder);

const examples = (kind: 'bad' | 'good'): { id: string; title: string; example: Example }[] =>
  checks.flatMap(({ id, docs }) => docs[kind].map((example) => ({ id, title: example.title, example })));

async function verdictsOf(id: string, { files: texts, today }: Example): Promise<string[]> {
  const findings = await findingsOn(id, texts, today === undefined ? {} : { today });
  return findings.map(({ verdict }) => verdict);
}

describe('examples', () => {
  test.for(examples('bad'))('$id finds: $title', async ({ id, example }) => {
    expect(await verdictsOf(id, example)).toContain('fail');
  });

  test.for(examples('good'))('$id leaves alone: $title', async ({ id, title, example }) => {
    const verdicts = await verdictsOf(id, example);
    expect(verdicts).not.toContain('fail');
    expect(verdicts).toContain(title.includes('cannot be told') ? 'unknown' : 'pass');
  });
});

describe('check files', () => {
  test('the registry holds every one of them, in order', () => {
    expect(checks.map(({ id, step }) => `${stepFolder(step)}/${id}.ts`)).toEqual(files);
  });

  test('ids are unique', () => {
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
  });

  test.for(files)('%s has a test beside it', (file) => {
    const beside = join(folder, dirname(file), `${basename(file, '.ts')}.test.ts`);
    expect(existsSync(beside), beside).toBe(true);
  });
});

describe.for(checks)('page of $id', ({ id, title, docs, clouds }) => {
  test('its id reads well alone', () => expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/));

  test('its title is an order without a full stop', () => expect(title).toMatch(/^[A-Z].*[^.!?\s]$/));

  test('its paragraphs are sentences', () => {
    for (const text of [docs.why, docs.fix, docs.whenNone]) expect(text).toMatch(/^\S.*\.$/);
  });

  test('it is for at least one cloud', () => expect(clouds.length).toBeGreaterThan(0));

  test('its sources are addresses of pages', () => {
    for (const source of docs.sources) {
      expect(new URL(source).protocol).toBe('https:');
    }
  });

  test('its examples have titles of their own, without a full stop', () => {
    const titles = [...docs.bad, ...docs.good].map((example) => example.title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const text of titles) expect(text).not.toMatch(/[.\s]$/);
  });
});
