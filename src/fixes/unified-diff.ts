import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** What changes in a file as a unified diff, which `git apply` and `patch -p1` take; empty where nothing does. */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  return createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
