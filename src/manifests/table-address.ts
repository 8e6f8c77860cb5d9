// https://python-poetry.org/docs/dependency-specification/, https://docs.astral.sh/uv/concepts/projects/dependencies/ and https://pipenv.pypa.io/en/latest/pipfile.html
import type { DataNode } from '../syntax/data-tree.ts';
import { asScalar, at, textOf } from '../syntax/navigate.ts';
import type { DependencySource } from './manifest.ts';
import { readLink } from './requirement/link.ts';

/** Where a table says that a dependency comes from. */
export interface Address {
  readonly source: Exclude<DependencySource, 'index'>;
  readonly url: string | null;
  readonly pinned: boolean;
}

const repositories = ['git', 'hg', 'svn', 'bzr'];
const places = ['url', 'path', 'file', 'directory'];

/** The address in a table with `git`, `url`, `path`, `file` or `workspace`; undefined where it comes from an index. */
export function addressOf(table: DataNode | undefined): Address | undefined {
  if (asScalar(at(table, 'workspace'))?.value === true) return { source: 'workspace', url: null, pinned: false };
  for (const kind of repositories) {
    const url = textOf(at(table, kind));
    if (url !== undefined) return repositoryAddress(kind, url, table);
  }
  for (const kind of places) {
    const url = textOf(at(table, kind));
    if (url === undefined) continue;
    const { source, pinned } = readLink(url);
    return { source: kind === 'url' || kind === 'file' ? source : 'path', url, pinned };
  }
  return undefined;
}

/** Written as pip writes it: `git+https://host/project@revision`. */
function repositoryAddress(kind: string, url: string, table: DataNode | undefined): Address {
  const revision = ['rev', 'ref', 'tag', 'branch'].map((key) => textOf(at(table, key))).find(Boolean);
  const full = `${url.startsWith(`${kind}+`) ? '' : `${kind}+`}${url}${revision === undefined ? '' : `@${revision}`}`;
  return { source: 'vcs', url: full, pinned: readLink(full).pinned };
}
