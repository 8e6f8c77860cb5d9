// https://docs.aws.amazon.com/cdk/v2/guide/assets.html
import { baseName, folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Onlooker } from '../../repository/survey.ts';
import type { FileRole } from './file-role.ts';

/** Code that apps of the CDK ship: folders that those in TypeScript or JavaScript name, and modules. */
export interface WatchedAssets {
  readonly onlooker: Onlooker;
  /** Those that become functions, and those of which a Dockerfile makes images. */
  functions(): string[];
  images(): string[];
  /** The modules that its functions start, as `folder/module`. */
  readonly handlers: ReadonlySet<string>;
  /** The names of the archives of code that it takes. */
  readonly archives: ReadonlySet<string>;
}

/** Sources of an app, and none of its declarations and tests. */
const source = /(?<!\.d|\.test|\.spec)\.[cm]?[jt]s$/;
const beside = /path\.(?:join|resolve)\(\s*__dirname\s*,([^()]{1,300})\)/g;
const named = /(?:\bfromAsset\(|\bfromImageAsset\(|\b(?:entry|directory)\s*:)\s*["'`]([^"'`$]{1,200})["'`]/g;
const quoted = /["'`]([^"'`$]*)["'`]/g;

/** `entrypoint=Path(__file__).parents[2] / "orders" / "submit.py"` of a function of an app in Python. */
const entered = /\bentry\w*\s*=\s*[^=]{0,200}?((?:["'][\w-]+["']\s*[/,]\s*)+["'][\w-]+)\.py["']/g;
/** `handler: 'orders.handler'` of a function. */
const handled = /\b(?:handler|index)\s*:\s*["'`]([\w/-]+(?:\.[\w-]+)*)\.(?:\w+)["'`]/g;
const archived = /["'`](?:[^"'`\n]{0,200}[/}])?([\w-]+)\.zip["'`]/g;

/** Watches a survey for apps of the CDK, and what they name as code of functions and images. */
export function watchAssets(repository: Repository, roleOf: (file: string) => FileRole): WatchedAssets {
  const folders = new Set<string>();
  const handlers = new Set<string>();
  const archives = new Set<string>();
  const add = (from: string, path: string): void => {
    const folder = joinPath(from, path);
    if (folder !== undefined && folder !== '.' && repository.hasFolder(folder)) folders.add(folder);
  };
  const hasApp = repository.files.some((file) => baseName(file) === 'cdk.json');
  return {
    onlooker: {
      wants: (file) => hasApp && (source.test(file) || file.endsWith('.py')) && roleOf(file) === 'own',
      see(file, content) {
        if (!content.ok) return;
        const buffer = Buffer.from(content.bytes.buffer, content.bytes.byteOffset, content.bytes.byteLength);
        if (file.endsWith('.py')) {
          if (!buffer.includes('entry') || !buffer.includes('onstruct')) return;
          for (const [, path = ''] of buffer.toString('utf8').matchAll(entered)) {
            handlers.add(path.replaceAll(/["'\s]/g, '').replaceAll(',', '/'));
          }
          return;
        }
        if (!buffer.includes('aws-cdk-lib') && !buffer.includes('@aws-cdk/')) return;
        const text = buffer.toString('utf8');
        for (const [, parts = ''] of text.matchAll(beside)) {
          add(folderOf(file), [...parts.matchAll(quoted)].map(([, part = '']) => part).join('/'));
        }
        for (const [, path = ''] of text.matchAll(named)) {
          for (const from of aboveOf(file)) add(from, path);
        }
        for (const [, module = ''] of text.matchAll(handled)) handlers.add(module.replaceAll('.', '/'));
        for (const [, name = ''] of text.matchAll(archived)) archives.add(name);
      },
    },
    functions: () => [...folders].filter((folder) => !hasDockerfile(repository, folder)),
    images: () => [...folders].filter((folder) => hasDockerfile(repository, folder)),
    handlers,
    archives,
  };
}

function hasDockerfile(repository: Repository, folder: string): boolean {
  return repository.files.some((file) => folderOf(file) === folder && /dockerfile/i.test(baseName(file)));
}

/** The folders from which the app of a file may be run: the file's own and those around it. */
function aboveOf(file: string): string[] {
  const found: string[] = [];
  for (let folder = folderOf(file); folder !== '.'; folder = folderOf(folder)) found.push(folder);
  return [...found, '.'];
}
