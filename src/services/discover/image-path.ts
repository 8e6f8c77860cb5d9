import { joinPath } from '../../repository/paths.ts';

/** A path inside an image from its root, with a leading `/`. */
export function resolveInImage(workdir: string, path: string): string {
  const joined = path.startsWith('/') ? joinPath('.', path.slice(1)) : joinPath(workdir.slice(1) || '.', path);
  return joined === undefined || joined === '.' ? '/' : `/${joined}`;
}
