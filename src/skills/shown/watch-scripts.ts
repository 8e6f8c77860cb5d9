import { folderOf, isBelow, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Onlooker } from '../../repository/survey.ts';
import type { FileRole } from './file-role.ts';

/** Folders of code that shell scripts hand to a platform. */
export interface WatchedScripts {
  readonly onlooker: Onlooker;
  /** Those that become functions, and those of which images are made. */
  readonly functions: ReadonlySet<string>;
  readonly images: ReadonlySet<string>;
}

// https://cloud.google.com/sdk/gcloud/reference/run/deploy, https://cloud.google.com/sdk/gcloud/reference/functions/deploy
const deploys = /^[^#\n]*\bgcloud\s+(?:alpha\s+|beta\s+)?(run|functions)\s+deploy\b((?:[^\n]*\\\r?\n)*[^\n]*)/gm;
const source = /--source[=\s]+["']?([\w./-]+)/;
const changes = /^\s*(?:cd|pushd)\s+["']?([\w./-]+)["']?\s*$/gm;

/** Watches a survey for scripts that deploy the code of a folder, from where they have gone by then. */
export function watchScripts(repository: Repository, roleOf: (file: string) => FileRole): WatchedScripts {
  const functions = new Set<string>();
  const images = new Set<string>();
  const add = (folders: Set<string>, file: string, paths: readonly string[]): void => {
    for (const start of new Set([folderOf(file), folderOf(folderOf(file)), '.'])) {
      const folder = joinPath(start, paths.join('/'));
      if (folder === undefined || !repository.hasFolder(folder)) continue;
      if (holdsCode(repository, folder)) {
        folders.add(folder);
        return;
      }
    }
  };
  return {
    onlooker: {
      wants: (file) => file.endsWith('.sh') && roleOf(file) === 'own',
      see(file, content) {
        if (!content.ok || !Buffer.from(content.bytes).includes('gcloud')) return;
        const text = new TextDecoder().decode(content.bytes);
        for (const { index, 1: platform, 2: rest = '' } of text.matchAll(deploys)) {
          const given = source.exec(rest)?.[1];
          const before = [...text.slice(0, index).matchAll(changes)].at(-1)?.[1];
          if (given !== undefined) add(platform === 'run' ? images : functions, file, [before ?? '.', given]);
        }
      },
    },
    functions,
    images,
  };
}

/** True if a folder holds what is deployed itself: its dependencies, its Dockerfile or a module. */
function holdsCode(repository: Repository, folder: string): boolean {
  return repository.files.some((file) => isBelow(file, folder) && folderOf(file) === folder && code.test(file));
}

const code = /(?:\.py|Dockerfile|requirements\.txt|pyproject\.toml)$/;
