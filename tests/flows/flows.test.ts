// The samples of flows: each is well formed, valid Python, and says what it shows.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseModule } from '../../src/syntax/python/index.ts';
import { parseSample, type Sample } from './sample.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.py'))
  .sort();
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const samples: readonly Sample[] = names.map((name) => parseSample(name, textOf(name)));

describe('the samples of flows', () => {
  it('are more than 230, of more than 30 kinds, no two with one purpose', () => {
    expect(samples.length).toBeGreaterThan(230);
    expect(new Set(names.map((name) => name.split('/')[0])).size).toBeGreaterThan(30);
    expect(new Set(samples.map(({ purpose }) => purpose)).size).toBe(samples.length);
  });

  it.each(samples)('$name is valid Python', ({ files }) => {
    const faults = Object.entries(files).flatMap(([file, text]) =>
      parseModule(new TextEncoder().encode(text)).errors.map((error) => `${file}: ${error.message}`),
    );
    expect(faults).toEqual([]);
  });
});
