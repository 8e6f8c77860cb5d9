import { expect, test } from 'vitest';
import { memoryRepository } from './memory.ts';
import type { Repository } from './repository.ts';
import { survey } from './survey.ts';

test('each file is glanced at once, for all who want to see it, in order', () => {
  const own = memoryRepository({ 'a.py': 'a', 'b.json': 'b', 'c.png': 'c' });
  const glances: string[] = [];
  const repository: Repository = { ...own, glance: (file) => (glances.push(file), own.glance(file)) };
  const seen: string[] = [];
  const onlooker = (name: string, pattern: RegExp) => ({
    wants: (file: string) => pattern.test(file),
    see: (file: string, content: { ok: boolean }) => seen.push(`${name} ${file} ${content.ok}`),
  });
  survey(repository, [onlooker('all', /\.(py|json)$/), onlooker('python', /\.py$/)]);
  expect(glances).toEqual(['a.py', 'b.json']);
  expect(seen).toEqual(['all a.py true', 'python a.py true', 'all b.json true']);
});
