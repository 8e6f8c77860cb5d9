import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Names, parseModule } from './index.ts';
import { KEYWORD_COUNT, WellKnown } from './names.ts';

it('gives equal ids for equal names only', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (texts) => {
      const names = new Names();
      const ids = texts.map((text) => names.idOf(text.toWellFormed()));
      for (const [index, id] of ids.entries()) {
        expect(names.text(id)).toBe(texts[index]!.toWellFormed());
        expect(id).toBe(names.idOf(texts[index]!.toWellFormed()));
      }
      expect(new Set(ids).size).toBe(new Set(texts.map((text) => text.toWellFormed())).size);
    }),
  );
});

it('grows', () => {
  const names = new Names();
  const ids = Array.from({ length: 50_000 }, (_, index) => names.idOf(`name${index}`));
  expect(new Set(ids).size).toBe(50_000);
  expect(names.text(ids[43_210]!)).toBe('name43210');
});

it('has the same first ids in each table', () => {
  const names = new Names();
  expect(names.text(WellKnown.match)).toBe('match');
  expect(names.idOf('yield')).toBe(KEYWORD_COUNT);
});

it('is shared by the trees that are given it, and by no others', () => {
  const names = new Names();
  const source = new TextEncoder().encode('some_name\n');
  const [left, right] = [parseModule(source, names), parseModule(source, names)];
  const nameOf = (tree: typeof left): number => tree.name(tree.firstChild(tree.firstChild(tree.root)));
  expect(nameOf(left)).toBe(nameOf(right));
  expect(left.names).toBe(names);
  expect(parseModule(source).names).not.toBe(names);
});
