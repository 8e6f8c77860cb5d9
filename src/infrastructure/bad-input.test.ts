import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryRepository } from '../repository/memory.ts';
import type { Repository } from '../repository/repository.ts';
import type { ReadStacks } from './model/reader.ts';
import { readInfrastructure } from './readers.ts';
import { type Seed, seeds } from './testing/seeds.ts';
import { shown } from './testing/shown.ts';

type Content = string | Uint8Array;

/** A repository that remembers what was asked of it besides its own files. */
function watched(contents: Record<string, Content>): { repository: Repository; strangers: string[] } {
  const own = memoryRepository(contents);
  const strangers: string[] = [];
  const watch =
    <T>(look: (file: string) => T) =>
    (file: string): T => {
      if (!own.has(file)) strangers.push(file);
      return look(file);
    };
  return {
    repository: { ...own, read: watch(own.read), glance: watch(own.glance), readText: watch(own.readText) },
    strangers,
  };
}

function within(folder: string, seed: Seed, text: Content): Record<string, Content> {
  const beside = Object.entries(seed.beside).map(([file, content]) => [`${folder}/${file}`, content] as const);
  return { ...Object.fromEntries(beside), [`${folder}/${seed.file}`]: text };
}

/** Everything that was read, down to the ground, so that nothing is left to be evaluated. */
function lookedAt({ stacks }: ReadStacks): unknown[] {
  const resources = stacks.flatMap((stack) => [...stack.resources.values()]);
  return resources.map(({ properties, tags, metadata }) =>
    [properties, tags, metadata].map((value) => value && shown(value)),
  );
}

/** Reads a bad file beside a good one of its format, and says what is left of the good one. */
async function readBeside(
  seed: Seed,
  bad: Content,
): Promise<{ stands: boolean; strangers: string[]; found: ReadStacks }> {
  const { repository, strangers } = watched({ ...within('bad', seed, bad), ...within('good', seed, seed.text) });
  const found = await readInfrastructure({ repository, kindOf: () => null });
  lookedAt(found);
  const stands = found.stacks.some(({ file, resources }) => file.startsWith('good/') && resources.has(seed.resource));
  return { stands, strangers, found };
}

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`${text}\n# é`, 'latin1'));
const manyBytes = new Uint8Array(50_000_000).fill(0x61);

describe.each(Object.entries(seeds))('%s', (_, seed) => {
  const cases: [string, Content][] = [
    ['empty', ''],
    ['blank', ' \n\t\n'],
    ['null', 'null\n'],
    ['binary', new Uint8Array([0, 255, 254, 0, 1])],
    ['UTF-16', utf16(seed.text)],
    ['Latin-1', latin1(seed.text)],
    ['50 MB', manyBytes],
    ['nested deeply', seed.deep + '['.repeat(100_000)],
    ['with lines that never end', `${seed.text}${'{{'.repeat(50_000)}`],
    ['with Windows line ends', seed.text.replaceAll('\n', '\r\n')],
    ...Object.entries(seed.odd),
  ];

  test.for(cases)('%s: the other file stands, and nothing else is opened', async ([, bad]) => {
    const start = performance.now();
    const { stands, strangers } = await readBeside(seed, bad);
    expect(stands).toBe(true);
    expect(strangers).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('cut anywhere, the other file stands', async () => {
    const lengths = [...seed.text.matchAll(/[\s\S]{1,40}/g)].map((piece) => piece.index);
    for (const length of lengths) expect((await readBeside(seed, seed.text.slice(0, length))).stands).toBe(true);
  });

  test('mixed up, the other file stands', async () => {
    const words = seed.text.split(/(?<=[\s,:(){}[\]"'])/);
    const odd = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '\n',
      ': ',
      '- ',
      '${',
      '%{',
      '*a',
      '&a ',
      '<<EOT\n',
      '__proto__',
      '\uD800',
    );
    const edit = fc.tuple(fc.nat(words.length), fc.nat(3), fc.oneof(odd, fc.nat(words.length)));
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const mixed = [...words];
        for (const [at, removed, put] of edits)
          mixed.splice(at, removed, typeof put === 'number' ? (words[put] ?? '') : put);
        const { stands, strangers } = await readBeside(seed, mixed.join(''));
        expect(stands).toBe(true);
        expect(strangers).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test.each(['binary', 'not UTF-8', '50 MB'])(
  '%s files that are named as infrastructure code are named as unreadable',
  async (what) => {
    const content =
      { binary: new Uint8Array([0, 1]), 'not UTF-8': new Uint8Array([0xff, 0x41]), '50 MB': manyBytes }[what] ?? '';
    const files = ['template.yaml', 'serverless.yml', 'main.bicep', 'main.tf', 'kustomization.yaml'];
    const repository = memoryRepository(Object.fromEntries(files.map((file) => [file, content])));
    const { unreadable } = await readInfrastructure({ repository, kindOf: () => null });
    expect([...new Set(unreadable.map(({ file }) => file))].sort()).toEqual([...files].sort());
  },
);
