// Paths inside a repository: relative to its root, with `/`, `.` for the root itself.

/** The folder of a path (`.` for a file at the root). */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Joins a folder and a path as written (`./`, `../` and backslashes allowed) to a normal path; undefined if it is absolute
 * or leads out of the root.
 */
export function joinPath(folder: string, path: string): string | undefined {
  const written = path.replaceAll('\\', '/');
  if (written.startsWith('/') || /^[A-Za-z]:\//.test(written)) return undefined;
  const parts: string[] = [];
  for (const part of [...folder.split('/'), ...written.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else parts.push(part);
  }
  return parts.length === 0 ? '.' : parts.join('/');
}

/** Every folder that holds one of the files, directly or below, the root `.` among them. */
export function foldersOf(files: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const file of files) {
    for (let folder = folderOf(file); !found.has(folder); folder = folderOf(folder)) {
      found.add(folder);
      if (folder === '.') break;
    }
  }
  return found;
}

/** True if the path lies in the folder or below it; everything lies below `.`. */
export function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`);
}

/** The folder and those above it, nearest first, up to the root `.`. */
export function foldersUp(folder: string): string[] {
  const found: string[] = [];
  for (let current = folder; current !== '.'; current = folderOf(current)) found.push(current);
  found.push('.');
  return found;
}
