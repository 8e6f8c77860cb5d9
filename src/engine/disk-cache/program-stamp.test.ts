import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { version } from '../../evidence/version.ts';
import { programStamp } from './program-stamp.ts';

test('changes with the code and the data of the program, and with nothing else', () => {
  const folder = temporaryFolder({ 'index.js': 'a', 'data/aws/limits.json': '{}', 'types/index.d.ts': '' });
  const first = programStamp(folder);
  expect(first).toContain(version);
  writeFileSync(join(folder, 'readme.md'), 'new');
  writeFileSync(join(folder, 'types/index.d.ts'), 'new');
  expect(programStamp(folder)).toBe(first);
  writeFileSync(join(folder, 'data/aws/limits.json'), '{"a":1}');
  const second = programStamp(folder);
  expect(second).not.toBe(first);
  rmSync(join(folder, 'index.js'));
  expect(programStamp(folder)).not.toBe(second);
});

test('of this program', () => expect(programStamp()).toBe(programStamp()));
