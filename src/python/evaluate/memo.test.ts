import { expect, it } from 'vitest';
import { Memo, Store } from './memo.ts';

const limits = { inCycle: 'nothing', beyond: 'too far' };

/** Finds what keys give by a table: a key names those that it asks, and gives what they give, or itself. */
function finder(asks: Readonly<Record<string, readonly string[]>>): (key: string) => string {
  const memo = new Memo();
  const store = new Store<string, string>();
  const find = (key: string): string =>
    memo.find(store, key, limits, () => {
      const parts = (asks[key] ?? []).map(find).filter((one) => one !== limits.inCycle);
      return parts.length === 0 ? key : parts.join('+');
    });
  return find;
}

it('searches again for what used a result from inside of a cycle, when the cycle is known', () => {
  const asks = { head: ['inner', 'user', 'leaf'], inner: ['head'], user: ['inner'] };
  const find = finder(asks);
  const head = find('head');
  expect(head).toContain('leaf');
  expect(find('user')).toBe(head);
});

it('searches again for what used a result that was too far', () => {
  const far = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${index}`, [`${index + 1}`]]));
  const find = finder({ ...far, start: ['0', 'user'], user: ['155'] });
  expect(find('start')).toContain('too far');
  expect(find('user')).toBe('300');
});
