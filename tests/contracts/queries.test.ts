// The contract of the commands: explain, catalogue and matrix.
import { describe, expect, test } from 'vitest';
import { datasetNames } from '../../src/catalogue/dataset.ts';
import { checks } from '../../src/steps/registry.ts';
import { run } from '../run-main.ts';

async function json(...args: string[]): Promise<Record<string, unknown>> {
  const { code, out, err } = await run([...args, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as Record<string, unknown>;
}

describe('explain', () => {
  test('lists every check under its step', async () => {
    const { out } = await run(['explain']);
    for (const { id, title } of checks) expect(out).toMatch(new RegExp(`^ +${id} +${escape(title)}$`, 'm'));
    expect(await json('explain')).toMatchObject({
      schemaVersion: 1,
      checks: checks.map(({ id, step, severity }) => ({ id, step, severity })),
    });
  });

  test.for(checks)('$id: its page, with why, mend, examples and sources', async ({ id, docs }) => {
    for (const format of ['terminal', 'markdown']) {
      const { code, out } = await run(['explain', id, '--format', format]);
      const words = out.replaceAll(/\s+/g, ' ');
      expect(code).toBe(0);
      for (const text of [id, docs.why, docs.fix, docs.whenNone, ...docs.sources]) expect(words).toContain(text);
      for (const { title } of [...docs.bad, ...docs.good]) expect(words).toContain(title);
    }
    expect(await json('explain', id)).toMatchObject({ schemaVersion: 1, check: { id, why: docs.why, bad: docs.bad } });
  });

  test('keeps to the width of the terminal, but for examples and addresses', async () => {
    const { out } = await run(['explain', 'sdk-unpinned'], { width: 60, color: false });
    const paragraphs = out.split('\n').filter((line) => /^ {2}[A-Z]/.test(line));
    expect(paragraphs.length).toBeGreaterThan(5);
    expect(paragraphs.filter((line) => line.length > 60)).toEqual([]);
  });
});

describe('catalogue', () => {
  test('every dataset, with its facts, sources and age', async () => {
    const document = await json('catalogue', '--today', '2026-12-01');
    expect(document).toMatchObject({ schemaVersion: 1, today: '2026-12-01', date: expect.stringMatching(/^2\d{3}-/) });
    const datasets = document['datasets'] as { name: string; facts: number; sources: number; ageDays: number }[];
    expect(datasets.map(({ name }) => name)).toEqual(datasetNames);
    for (const { name, facts, sources, ageDays } of datasets) {
      expect(facts, name).toBeGreaterThan(0);
      expect(sources, name).toBeGreaterThan(0);
      expect(ageDays, name).toBeGreaterThan(0);
    }
  });

  test.for(datasetNames)('%s: every fact with its sources', async (name) => {
    const document = await json('catalogue', name);
    const facts = document['facts'] as { id: string }[];
    expect(document).toMatchObject({ schemaVersion: 1, dataset: name });
    const { out } = await run(['catalogue', name]);
    for (const { id } of facts) expect(out).toContain(`  ${id}: `);
  });

  test('as Markdown, a table', async () => {
    expect((await run(['catalogue', '--format', 'markdown'])).out).toMatch(/^\| Dataset \|.*\|\n\|---\|/m);
  });
});

describe('matrix', () => {
  test('ten dimensions of three clouds, each cell with source and day', async () => {
    const document = await json('matrix');
    expect(document).toMatchObject({ schemaVersion: 1 });
    const dimensions = document['dimensions'] as { id: string; clouds: Record<string, { sources: unknown[] }> }[];
    expect(dimensions.map(({ id }) => id)).toEqual([
      'sdk',
      'distribution',
      'serverless-python-versions',
      'infrastructure-as-code-in-python',
      'async-sdk',
      'container-images',
      'managed-ml-sdk',
      'credential-mechanism',
      'orchestration',
      'managed-databases',
    ]);
    for (const { id, clouds } of dimensions) {
      expect(Object.keys(clouds), id).toEqual(['aws', 'azure', 'gcp']);
      for (const { sources } of Object.values(clouds)) {
        expect(sources.length, id).toBeGreaterThan(0);
        for (const source of sources)
          expect(source, id).toMatchObject({ url: expect.stringMatching(/^(https|pkg):/), read: expect.any(String) });
      }
    }
  });

  test.for([80, 100, 160])('on a terminal of %d columns nothing is wider', async (width) => {
    const { out } = await run(['matrix'], { width, color: false });
    expect(out.split('\n').filter((line) => line.length > width)).toEqual([]);
    for (const cloud of ['AWS', 'Azure', 'Google Cloud']) expect(out).toContain(cloud);
  });

  test('as Markdown, with every source', async () => {
    const { out } = await run(['matrix', '--format', 'markdown']);
    expect(out).toMatch(/^\| +\| AWS \| Azure \| Google Cloud \|$/m);
    expect(out.match(/^- (AWS|Azure|Google Cloud): .*, read 2\d{3}-\d\d-\d\d\)$/gm)).toHaveLength(30);
  });
});

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
