import type { TextEdit } from '../../syntax/edit.ts';

/** One edit that makes `after` of `before`: what stands between their common beginning and their common end. */
export function editBetween(before: string, after: string): TextEdit[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  if (start === before.length && start === after.length) return [];
  return [{ start, end: before.length - end, text: after.slice(start, after.length - end) }];
}
