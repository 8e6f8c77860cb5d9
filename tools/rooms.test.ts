// The import rules refuse what the table of rooms does not allow: a lint run over a small tree with violations.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rooms } from './rooms.ts';

const root = join(import.meta.dirname, '..');

/** What the linter says of one file in a tree that has nothing but it and the project's lint configuration. */
function lint(file: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'skyworthy-rooms-'));
  mkdirSync(join(folder, file, '..'), { recursive: true });
  mkdirSync(join(folder, 'tools'));
  writeFileSync(join(folder, file), text);
  cpSync(join(root, 'oxlint.config.ts'), join(folder, 'oxlint.config.ts'));
  cpSync(join(root, 'tools/rooms.ts'), join(folder, 'tools/rooms.ts'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const linter = join(root, 'node_modules/oxlint/bin/oxlint');
  return spawnSync(process.execPath, [linter, 'src'], { cwd: folder, encoding: 'utf8' }).stdout;
}

describe('import rules', () => {
  test.for([
    ['src/steps/x.ts', "import '../syntax/lines.ts';\n", 'steps may not import syntax'],
    ['src/syntax/yaml/x.ts', "import '../../repository/disk.ts';\n", 'syntax may not import repository'],
    ['src/python/x.ts', "import '../sdk/boto3.ts';\n", 'python may not import sdk'],
    ['src/engine/x.ts', "import '../probes/run.ts';\n", 'engine may not import probes'],
    ['src/services/bind/x.ts', "import 'node:fs';\n", 'services may not use node:fs'],
    ['src/cli/x.ts', "import 'node:child_process';\n", 'cli may not use node:child_process'],
    ['src/repository/x.ts', "import 'node:https';\n", 'repository may not use node:https'],
    ['src/report/x.ts', "import '../../tools/rooms.ts';\n", 'src may not import tools'],
  ] as const)('%s: %s', ([file, text, message]) => {
    expect(lint(file, text)).toContain(message);
  });

  test('an arrow of the table is allowed', () => {
    expect(lint('src/steps/x.ts', "import '../catalogue/limits.ts';\n")).not.toContain('may not');
  });

  test('a room imports only from rooms above it, and each arrow has a reason', () => {
    const order = Object.keys(rooms);
    for (const [name, { imports }] of Object.entries(rooms)) {
      for (const [other, reason] of Object.entries(imports)) {
        if (name === 'cli' && other === 'probes') continue; // the command line joins probes to the engine
        expect(order.indexOf(other), `${name} imports ${other}`).toBeLessThan(order.indexOf(name));
        expect(reason.length, `${name} imports ${other}`).toBeGreaterThan(3);
      }
    }
  });

  test('every folder of src is a room', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((folder) => folder.name).filter((name) => !(name in rooms))).toEqual([]);
  });
});
