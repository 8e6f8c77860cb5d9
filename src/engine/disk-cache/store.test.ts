import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { assert, constantFrom, integer, property, string, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { openStore } from './store.ts';

const storeModule = join(import.meta.dirname, 'store.ts');
const posix = process.platform !== 'win32';

const filesIn = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));
const onlyFile = (folder: string): string => {
  const [file = '', ...others] = filesIn(folder);
  expect(others).toEqual([]);
  return file;
};

/** A store with one text in it, and its file. */
function filled(text = 'what was kept'): { folder: string; file: string } {
  const folder = temporaryFolder();
  expect(openStore(folder).set('key', text)).toBe(true);
  return { folder, file: onlyFile(folder) };
}

test('gives any text back, under its key alone, in another process too', () => {
  const folder = temporaryFolder();
  assert(
    property(string({ unit: 'grapheme' }), string(), (key, text) => {
      openStore(folder).set(key, text);
      expect(openStore(folder).get(key)).toBe(text);
      expect(openStore(folder).get(`${key}.`)).toBeUndefined();
    }),
    { numRuns: 50 },
  );
});

test('a folder that is not there yet is made', () => {
  const folder = join(temporaryFolder(), 'a', 'b');
  expect(openStore(folder).get('key')).toBeUndefined();
  expect(openStore(folder).set('key', 'text')).toBe(true);
  expect(openStore(folder).get('key')).toBe('text');
});

test.runIf(posix)('the folder and its files are for their owner alone', () => {
  const folder = join(temporaryFolder(), 'new');
  openStore(folder).set('key', 'text');
  expect([folder, onlyFile(folder)].map((path) => statSync(path).mode & 0o077)).toEqual([0, 0]);
});

describe('a damaged file is none, and is replaced', () => {
  const damaged = (damage: (bytes: Buffer) => Uint8Array): void => {
    const { folder, file } = filled();
    const whole = readFileSync(file);
    writeFileSync(file, damage(Buffer.from(whole)));
    const known = readFileSync(file).equals(whole) ? 'what was kept' : undefined;
    expect(openStore(folder).get('key')).toBe(known);
    expect(openStore(folder).set('key', 'new')).toBe(true);
    expect(openStore(folder).get('key')).toBe('new');
  };

  test('cut off anywhere', () =>
    assert(
      property(integer({ min: 0, max: 93 }), (length) => damaged((bytes) => bytes.subarray(0, length))),
      { numRuns: 40 },
    ));

  test('one bit turned', () =>
    assert(
      property(integer({ min: 0, max: 92 }), integer({ min: 0, max: 7 }), (place, bit) =>
        damaged((bytes) => {
          bytes[place % bytes.length] = (bytes[place % bytes.length] ?? 0) ^ (1 << bit);
          return bytes;
        }),
      ),
      { numRuns: 60 },
    ));

  test('anything else in its place', () =>
    assert(
      property(
        uint8Array({ maxLength: 300 }),
        constantFrom('', 'skyworthy-cache 1 ', 'skyworthy-cache 2 '),
        (junk, head) => damaged(() => Buffer.concat([Buffer.from(head), junk])),
      ),
      { numRuns: 60 },
    ));

  test('the file of another key under its name', () => {
    const { folder, file } = filled();
    const other = filled();
    openStore(other.folder).set('other', 'text');
    const foreign = filesIn(other.folder).find((path) => path !== other.file);
    writeFileSync(file, readFileSync(foreign ?? ''));
    expect(openStore(folder).get('key')).toBeUndefined();
  });

  test('a folder under its name stays, and nothing is kept', () => {
    const { folder, file } = filled();
    const blocked = temporaryFolder();
    mkdirSync(join(blocked, file.slice(folder.length + 1)));
    expect(openStore(blocked).get('key')).toBeUndefined();
    expect(openStore(blocked).set('key', 'text')).toBe(false);
    expect(readdirSync(blocked)).toHaveLength(1);
  });
});

describe.runIf(posix)('what somebody else can have written is not read', () => {
  test('a file that others may write', () => {
    const { folder, file } = filled();
    chmodSync(file, 0o666);
    expect(openStore(folder).get('key')).toBeUndefined();
  });

  test('a pipe does not stop us', () => {
    const { folder, file } = filled();
    const other = temporaryFolder();
    expect(spawnSync('sh', ['-c', 'mkfifo "$0"', join(other, file.slice(folder.length + 1))]).status).toBe(0);
    expect(openStore(other).get('key')).toBeUndefined();
  });

  test('a link is replaced, and what it points at is left alone', () => {
    const { folder, file } = filled();
    const [other, target] = [temporaryFolder(), join(temporaryFolder({ target: 'theirs' }), 'target')];
    symlinkSync(target, join(other, file.slice(folder.length + 1)));
    expect(openStore(other).get('key')).toBeUndefined();
    expect(openStore(other).set('key', 'text')).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe('theirs');
  });
});

describe('a folder that does not let us', () => {
  test('a file stands in its place', () => {
    const folder = join(temporaryFolder({ file: '' }), 'file', 'cache');
    expect(openStore(folder).get('key')).toBeUndefined();
    expect(openStore(folder).set('key', 'text')).toBe(false);
  });

  test.runIf(posix && process.getuid?.() !== 0)('it is read-only', () => {
    const { folder } = filled();
    chmodSync(folder, 0o500);
    expect(openStore(folder).set('other', 'text')).toBe(false);
    expect(openStore(folder).get('key')).toBe('what was kept');
    chmodSync(folder, 0o700);
  });

  test.runIf(posix)('the disk is full: the old text stays, and nothing half-written', () => {
    const { folder, file } = filled();
    const script = `const { openStore } = await import(${JSON.stringify(storeModule)});
      console.log(openStore(${JSON.stringify(folder)}).set('key', 'x'.repeat(1 << 20)));`;
    // Writing more than some kilobytes fails there, as on a full disk.
    const limited = spawnSync(
      'sh',
      ['-c', 'trap "" XFSZ; ulimit -f 64; exec "$0" --input-type=module -e "$1"', process.execPath, script],
      { encoding: 'utf8' },
    );
    expect(limited.stdout, limited.stderr).toBe('false\n');
    expect(onlyFile(folder)).toBe(file);
    expect(openStore(folder).get('key')).toBe('what was kept');
  });
});

test('a text too large to keep is not kept', () => {
  const folder = temporaryFolder();
  expect(openStore(folder).set('key', 'x'.repeat(32 * 1024 * 1024))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

describe('the bound', () => {
  const keep = (folder: string, key: string, most: number): boolean =>
    openStore(folder, most).set(key, 'x'.repeat(900));

  test('what was not used for longest goes, other files of the folder stay', () => {
    const folder = temporaryFolder({ 'notes.txt': 'x'.repeat(100_000) });
    const keys = Array.from({ length: 10 }, (_, index) => `key ${index}`);
    for (const [index, key] of keys.entries()) {
      const before = new Set(filesIn(folder));
      keep(folder, key, 1e9);
      for (const file of filesIn(folder)) if (!before.has(file)) utimesSync(file, 1000 + index, 1000 + index);
    }
    expect(openStore(folder).get('key 0')).toBeDefined(); // used now
    keep(folder, 'last', 6000);
    const left = keys.filter((key) => openStore(folder).get(key) !== undefined);
    expect(left).toEqual(['key 0', 'key 8', 'key 9']);
    expect(openStore(folder).get('last')).toBeDefined();
    expect(readFileSync(join(folder, 'notes.txt'))).toHaveLength(100_000);
  });

  test('a text larger than the bound alone is kept: the last one always is', () => {
    const folder = temporaryFolder();
    keep(folder, 'key', 10);
    expect(openStore(folder).get('key')).toBeDefined();
  });

  test('what killed runs left goes after an hour', () => {
    const { folder, file } = filled();
    const [old, fresh] = ['1', '2'].map((digit) => `${file}.${digit.repeat(8)}-0000-0000-0000-000000000000.tmp`);
    for (const path of [old, fresh]) writeFileSync(path ?? '', 'half');
    utimesSync(old ?? '', 1000, 1000);
    openStore(folder).set('key', 'text');
    expect(filesIn(folder).sort()).toEqual([file, fresh]);
  });
});

describe('several processes', () => {
  /** Keeps one of several long texts after the other, and reads in between: each is whole or not there. */
  const busy = (folder: string, rounds: number): string => `
    const { openStore } = await import(${JSON.stringify(storeModule)});
    const store = openStore(${JSON.stringify(folder)}, 3_000_000);
    let torn = 0;
    for (let round = 0; round < ${rounds}; round++) {
      const key = 'key ' + (round % 5);
      store.set(key, String(round % 10).repeat(300_000 + round));
      if (round === 0) console.log('started');
      const text = store.get(key);
      if (text !== undefined && (text.length < 300_000 || text !== text[0].repeat(text.length))) torn++;
    }
    console.log(torn);`;
  const start = (script: string) => spawn(process.execPath, ['--input-type=module', '-e', script]);

  test('at once never see half a text', async () => {
    const folder = temporaryFolder();
    const children = Array.from({ length: 4 }, () => start(busy(folder, 60)));
    const outputs = await Promise.all(
      children.map(async (child) => {
        let out = '';
        child.stdout.on('data', (data: Buffer) => (out += data.toString()));
        await new Promise((resolve) => child.on('close', resolve));
        return out;
      }),
    );
    expect(outputs).toEqual(children.map(() => 'started\n0\n'));
    expect(filesIn(folder).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  test('killed in the middle of a write leave whole texts or none', async () => {
    const folder = temporaryFolder();
    for (const afterMs of [0, 3, 7, 12]) {
      const child = start(busy(folder, 1e9));
      const ended = new Promise((resolve) => child.on('close', resolve));
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      child.kill('SIGKILL');
      await ended;
      for (let key = 0; key < 5; key++) {
        const text = openStore(folder).get(`key ${key}`);
        expect(text).toBe(text?.slice(0, 1).repeat(text.length));
      }
    }
    expect(openStore(folder).set('key 0', 'text')).toBe(true);
    expect(openStore(folder).get('key 0')).toBe('text');
  });
});
