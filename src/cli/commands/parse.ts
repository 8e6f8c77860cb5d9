import { relative, resolve } from 'node:path';
import { Command } from 'commander';
import type { NamedFile } from '../../engine/parse.ts';
import { renderParse } from '../../report/renderers/parse.ts';
import { openPath, readPath } from '../open-path.ts';
import { formatOption } from '../options.ts';
import type { Output } from '../output.ts';

interface ParseFlags {
  readonly format: 'terminal' | 'json';
  readonly tree?: true;
  readonly cwd?: string;
}

/** `skyworthy parse FILE-OR-FOLDER…`: how files were read, with errors and their places. */
export function parseCommand(output: Output): Command {
  return new Command('parse')
    .description('Show how files were read: format, errors with their places.')
    .argument('<file-or-folder...>', 'files, or folders with all files that are read')
    .addOption(formatOption('terminal', 'json'))
    .option('--tree', 'print the tree of each file')
    .action(async (paths: string[], { format, tree, cwd }: ParseFlags) => {
      const named: NamedFile[] = [];
      const found: NamedFile[] = [];
      for (const path of paths) {
        const content = readPath(path, cwd);
        if (content !== undefined) named.push({ file: shown(path), read: () => content });
        else found.push(...filesBelow(path, cwd));
      }
      const { parseFiles } = await import('../../engine/parse.ts'); // nothing that other commands need
      const document = await parseFiles(named, found, tree === true);
      output.write(format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : renderParse(document));
    });
}

function filesBelow(path: string, cwd: string | undefined): NamedFile[] {
  const repository = openPath(path, cwd);
  const prefix = shown(relative('.', resolve(path)) === '' ? '' : path).replace(/\/$/, '');
  return repository.files.map((file) => ({
    file: prefix === '' || prefix === '.' ? file : `${prefix}/${file}`,
    read: () => repository.read(file),
  }));
}

/** A path as it was typed, with `/`. */
function shown(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//, '');
}
