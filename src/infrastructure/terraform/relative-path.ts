/** The path from one folder to another, both from the repository's root; `.` where they are the same. */
export function relativePath(from: string, to: string): string {
  const [start, end] = [from, to].map((folder) => (folder === '.' ? [] : folder.split('/')));
  if (start === undefined || end === undefined) return '.';
  let same = 0;
  while (same < start.length && same < end.length && start[same] === end[same]) same++;
  const parts = [...start.slice(same).map(() => '..'), ...end.slice(same)];
  return parts.length === 0 ? '.' : parts.join('/');
}
