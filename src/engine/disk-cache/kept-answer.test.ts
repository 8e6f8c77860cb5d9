import { mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { array, assert, asyncProperty, constantFrom, record } from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Files } from '../../../tests/judge-files.ts';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { openRepository } from '../../repository/disk.ts';
import { memoryRepository } from '../../repository/memory.ts';
import type { Repository } from '../../repository/repository.ts';
import { keptAnswer } from './kept-answer.ts';

beforeEach(() => void vi.stubEnv('SKYWORTHY_CACHE', temporaryFolder()));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** What was asked, and how often it had to be answered anew. */
const asked = { times: 0 };

/** Reads every file whose name ends in `.py`. */
function ask(repository: Repository): Promise<string[]> {
  asked.times++;
  const python = repository.files.filter((file) => file.endsWith('.py'));
  return Promise.resolve(
    python.map((file) => {
      const content = repository.readText(file);
      return `${file}: ${content.ok ? content.text : content.message}`;
    }),
  );
}

function answerOf(folder: string, question: unknown = 'q', enabled = true): Promise<string[]> {
  return keptAnswer(openRepository(folder), question, { enabled }, ask);
}

/** How often it is answered anew, of two times, with something done in between. */
async function timesAsked(files: Files, between: (folder: string) => void = () => {}, settled = true): Promise<number> {
  const folder = temporaryFolder(files);
  if (settled) await settle();
  await answerOf(folder);
  asked.times = 0;
  between(folder);
  expect(await answerOf(folder)).toEqual(await ask(openRepository(folder)));
  return asked.times - 1;
}

/** Lets the clock run on, so that what was written just now is not fresh any more. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20)); // a later change has another time, even in ticks of the system
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 10_000);
}

const files: Files = { 'a.py': 'a = 1\n', 'src/b.py': 'b = 1\n', 'notes.md': '# notes\n' };

describe.for([
  ['files that rest', true],
  ['files that were written just now', false],
] as const)('%s', ([, settled]) => {
  test('nothing changed: the answer is kept', async () => {
    expect(await timesAsked(files, () => {}, settled)).toBe(0);
  });

  test.for<[string, (folder: string) => void]>([
    ['a file that was read', (folder) => writeFileSync(join(folder, 'a.py'), 'a = 20\n')],
    ['one, to the same length', (folder) => writeFileSync(join(folder, 'a.py'), 'a = 2\n')],
    ['a new file', (folder) => writeFileSync(join(folder, 'c.txt'), '')],
    ['a file gone', (folder) => rmSync(join(folder, 'notes.md'))],
    ['a file renamed', (folder) => renameSync(join(folder, 'a.py'), join(folder, 'c.py'))],
    ['an ignore rule', (folder) => writeFileSync(join(folder, '.gitignore'), 'a.py\n')],
  ])('%s: it is answered anew', async ([, change]) => {
    expect(await timesAsked(files, change, settled)).toBe(1);
  });

  test('a file that was not read changes nothing', async () => {
    expect(await timesAsked(files, (folder) => writeFileSync(join(folder, 'notes.md'), '#'), settled)).toBe(0);
  });
});

test('a change that sets the time back is seen', async () => {
  const change = (folder: string): void => {
    const file = join(folder, 'a.py');
    const { atime, mtime } = statSync(file);
    writeFileSync(file, 'a = 2\n');
    utimesSync(file, atime, mtime);
  };
  expect(await timesAsked(files, change)).toBe(1);
});

test('once files rest, they are not opened any more', async () => {
  const folder = temporaryFolder(files);
  await answerOf(folder);
  await settle();
  const reads: string[] = [];
  const open = (): Repository => {
    const repository = openRepository(folder);
    return {
      ...repository,
      read: (file) => {
        reads.push(file);
        return repository.read(file);
      },
    };
  };
  await keptAnswer(open(), 'q', { enabled: true }, ask);
  expect(reads.splice(0)).toEqual(['a.py', 'src/b.py']);
  await keptAnswer(open(), 'q', { enabled: true }, ask);
  expect(reads).toEqual([]);
});

describe('what else an answer depends on', () => {
  test('the question', async () => {
    const folder = temporaryFolder(files);
    asked.times = 0;
    for (const question of [{ today: '2026-11-21' }, { today: '2026-11-22' }, { today: '2026-11-21' }])
      await answerOf(folder, question);
    expect(asked.times).toBe(2);
  });

  test('the folder', async () => {
    asked.times = 0;
    for (const _ of [1, 2]) await answerOf(temporaryFolder(files));
    expect(asked.times).toBe(2);
  });

  test('one that is not wanted is neither looked for nor kept', async () => {
    const folder = temporaryFolder(files);
    asked.times = 0;
    await answerOf(folder, 'q', false);
    await answerOf(folder);
    await answerOf(folder, 'q', false);
    expect(asked.times).toBe(3);
  });

  test('a repository in memory is always asked', async () => {
    asked.times = 0;
    for (const _ of [1, 2]) await keptAnswer(memoryRepository({ 'a.py': 'a' }), 'q', { enabled: true }, ask);
    expect(asked.times).toBe(2);
  });

  test('an error is not kept', async () => {
    const folder = temporaryFolder(files);
    const fail = (): Promise<string[]> => Promise.reject(new Error('broken'));
    await expect(keptAnswer(openRepository(folder), 'q', { enabled: true }, fail)).rejects.toThrow('broken');
    expect(await answerOf(folder)).toHaveLength(2);
  });
});

describe('where it cannot be kept, one line says so and the answer is there', () => {
  const troubles = async (cache: string, folder: string): Promise<string[]> => {
    vi.stubEnv('SKYWORTHY_CACHE', cache);
    const messages: string[] = [];
    const keeping = { enabled: true, onTrouble: (message: string) => void messages.push(message) };
    expect(await keptAnswer(openRepository(folder), 'q', keeping, ask)).toHaveLength(2);
    return messages;
  };

  test('a folder in the repository is never written to', async () => {
    const folder = temporaryFolder(files);
    for (const cache of [folder, join(folder, '.cache'), join(folder, 'src', 'new', 'cache')])
      expect(await troubles(cache, folder)).toEqual([expect.stringContaining('in the repository')]);
    expect(readdirSync(folder).sort()).toEqual(['a.py', 'notes.md', 'src']);
  });

  test('nor by a link to it', async () => {
    const [folder, other] = [temporaryFolder(files), temporaryFolder()];
    symlinkSync(folder, join(other, 'link'), 'junction');
    expect(await troubles(join(other, 'link', 'cache'), folder)).toHaveLength(1);
  });

  test('a folder beside it that is named alike is another one', async () => {
    const folder = temporaryFolder({ 'x/a.py': '', 'x/b.py': '' });
    expect(await troubles(join(folder, 'x..'), join(folder, 'x'))).toEqual([]);
  });

  test('a path that is a file', async () => {
    const file = join(temporaryFolder({ file: '' }), 'file');
    expect(await troubles(join(file, 'cache'), temporaryFolder(files))).toEqual([expect.stringContaining(file)]);
  });
});

test('whatever is done to a repository, a kept answer is the one that asking anew gives', async () => {
  const paths = ['a.py', 'b.py', 'src/a.py', 'notes.md', '.gitignore'];
  const step = record({
    path: constantFrom(...paths),
    content: constantFrom('a', 'b', 'c.py\n', '*.py\n', 'src\n'),
    action: constantFrom('write', 'write', 'remove', 'touch', 'ask'),
  });
  await assert(
    asyncProperty(array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const folder = temporaryFolder({ 'a.py': 'a' });
      for (const { path, content, action } of steps) {
        const file = join(folder, path);
        mkdirSync(dirname(file), { recursive: true });
        if (action === 'write') writeFileSync(file, content);
        if (action === 'remove') rmSync(file, { force: true });
        if (action === 'touch' && statSync(file, { throwIfNoEntry: false })) utimesSync(file, 1000, 1000);
        expect(await answerOf(folder)).toEqual(await ask(openRepository(folder)));
      }
    }),
    { numRuns: 25 },
  );
});
