import { expect, test } from 'vitest';
import { aFailure, aFinding, aReport } from '../../../tests/sample-report.ts';
import { renderMarkdown } from './markdown.ts';

test('a heading with the verdict, the ten steps as a table, what fails by check', () => {
  const fix = { title: 'Mend it.', safe: true, edits: [] };
  const text = renderMarkdown(aReport({ a: [aFailure('no-alarm', { fix })], b: [aFinding('unknown')] }));
  expect(text).toMatch(/^# Not ready: 2 services, as of 2026-11-21\n/);
  expect(text.match(/^\| \d+ \|/gm)).toHaveLength(10);
  expect(text).toMatch(/^\| 7 \| Error handling.*\| not ready \| 1 risk and 1 unproven \|$/m);
  expect(text).toMatch(/## no-alarm: 1 risk\n\n- `template\.yaml:3` \(a\) no-alarm fails\.\n {2}- .*Mend it\.\n/);
});

test('what could not be read', () => {
  const text = renderMarkdown(
    aReport({}, { unreadable: [{ file: 'a`b.yaml', line: 2, reason: 'it has <tags>', services: [] }] }),
  );
  expect(text).toMatch(/- `a'b\.yaml:2` it has \\<tags\\?>/);
});

test('quoted text is neither Markdown nor HTML nor a control character', () => {
  const message = '<img src=x> [link](x) **bold** | `code` \u001b[31m';
  const text = renderMarkdown(aReport({ a: [aFailure('no-alarm', { message })] }));
  expect(text).toMatch(/ \\<img src=x\\?> \\\[link\\\]\(x\) \\\*\\\*bold\\\*\\\* \\\| \\`code\\` \\\\x1b\\\[31m$/m);
});

test('a plain verdict is not given where files of services could not be read', () => {
  const unreadable = [{ file: 'app.py', line: 2, reason: 'broken', services: ['a'] }];
  expect(renderMarkdown(aReport({ a: [aFinding('pass')] }, { unreadable }))).toContain(
    '\nReady in the 1 step that was checked, as far as it could be read: 1 file could not be.\n',
  );
});
