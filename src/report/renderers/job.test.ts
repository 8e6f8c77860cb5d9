import { expect, test } from 'vitest';
import type { AskedSkillJson, JobDocument } from '../documents/job.ts';
import { renderJob } from './job.ts';
import { renderJobMarkdown } from './job-markdown.ts';

const quote = 'You have run services on Kubernetes for years, and you know what to do when a node is gone at night.';
const skill: AskedSkillJson = {
  id: 'kubernetes',
  name: 'Kubernetes',
  level: 'required',
  alternative: null,
  metBy: null,
  quotes: [{ line: 7, column: 3, text: quote }],
  shown: 'shown',
  strength: 'deployed',
  root: '.',
  place: 'deploy/overlays/production/services/orders/deployment-with-a-long-name.yaml:12',
  by: null,
};

function document(part: Partial<JobDocument['ads'][number]>): JobDocument {
  const ad = {
    file: 'ad.txt',
    title: null,
    language: 'en',
    whole: true,
    skills: [skill],
    notAsked: [],
    notUnderstood: [],
  } as const;
  return { schemaVersion: 1, ads: [{ ...ad, ...part }], against: ['.'], demand: [], market: [], unreadable: [] };
}

test.for([40, 80, 140])('at %i columns quotes are whole, places on one line, and no other line is longer', (width) => {
  const lines = renderJob(document({}), { width, color: false, all: false, quiet: false }).split('\n');
  expect(lines.join('').replaceAll(/\s+/g, '')).toContain(quote.replaceAll(' ', ''));
  const [place, ...others] = lines.toSorted((a, b) => b.length - a.length);
  expect(lines).toContain(`              deployed, ${skill.place}`);
  for (const line of width > 100 ? [place, ...others] : others) expect(line?.length, line).toBeLessThanOrEqual(width);
});

const plain = { width: 80, color: false, all: false, quiet: false } as const;

test('alternatives are one requirement, shown by the best of them; order is that of the text', () => {
  const at = (line: number): { line: number; column: number; text: string }[] => [{ line, column: 1, text: 'words' }];
  const django = {
    ...skill,
    id: 'django',
    name: 'Django',
    alternative: 1,
    quotes: at(2),
    place: 'app.py:3',
    strength: 'tested',
  } as const;
  const fastapi = {
    ...django,
    id: 'fastapi',
    name: 'FastAPI',
    shown: 'not-seen',
    strength: null,
    place: null,
  } as const;
  const habit = { ...fastapi, id: 'agile', name: 'Agile', alternative: null, shown: null, quotes: at(1) } as const;
  expect(renderJob(document({ skills: [fastapi, django, habit] }), plain)).toBe(`ad.txt
  Required
    no file   Agile
              1:1 “words”
    shown     FastAPI or Django
              Django: tested, app.py:3
              2:1 “words”

1 advertisement: 2 required, 0 nice to have. In .: 1 shown, 0 partly shown and 0
not seen. 1 is nothing that files can show.
`);
});

test('words that ask for several stand once; what is not understood is said', () => {
  const git = { ...skill, id: 'git', name: 'Git', shown: null, place: null };
  const ad = document({
    skills: [{ ...git, id: 'a', name: 'A' }, git],
    notUnderstood: [{ line: 9, text: 'Own a drill' }],
  });
  const bare = { ...ad, against: [] };
  expect(renderJob(bare, plain).split('“')).toHaveLength(2);
  expect(renderJob(bare, plain)).toContain('Not understood, no skill of the catalogue in 1 line: 9\n');
  expect(renderJob(bare, { ...plain, all: true })).toContain('9 “Own a drill”');
  expect(renderJobMarkdown(bare)).toContain('- 9: “Own a drill”');
});

test('no address of an advertisement becomes a link in Markdown', () => {
  const words = [{ line: 1, column: 1, text: 'see http://a.example and www.b.example' }];
  const text = renderJobMarkdown(document({ skills: [{ ...skill, quotes: words }] }));
  expect(text).not.toMatch(/http:\/\/a|www\.b/);
});

test('what was read in part is said', () => {
  const part = document({ whole: false });
  const said = 'Only a part of it was read';
  expect(renderJob(part, { width: 80, color: false, all: false, quiet: false })).toContain(said);
  expect(renderJobMarkdown(part)).toContain(said);
  expect(renderJob(document({}), { width: 80, color: false, all: false, quiet: false })).not.toContain(said);
});

test('control characters of an advertisement are shown, not sent', () => {
  const sent = document({
    title: '\u001b[2J',
    skills: [{ ...skill, quotes: [{ line: 1, column: 1, text: 'a\u001bb' }] }],
  });
  expect(renderJob(sent, { width: 80, color: false, all: false, quiet: false })).not.toContain('\u001b');
});
