import { expect, test } from 'vitest';
import { importClosure } from './import-closure.ts';
import { importLines } from './import-lines.ts';
import { openOwnModules } from './own-modules.ts';

test('what a file imports of the project, and what that imports', () => {
  const texts: Record<string, string> = {
    'src/orders/submit.py': 'import boto3\nfrom lib.store import put\n',
    'src/lib/store.py': 'from .log import info\n',
    'src/lib/log.py': 'from lib import store\n',
    'src/lib/idle.py': 'from lib import log\n',
  };
  const files = Object.keys(texts);
  const imports = new Map(files.map((file) => [file, importLines(new TextEncoder().encode(texts[file]))]));
  expect([...importClosure(['src/orders/submit.py'], imports, openOwnModules(files))]).toEqual([
    'src/orders/submit.py',
    'src/lib/store.py',
    'src/lib/log.py',
  ]);
});
