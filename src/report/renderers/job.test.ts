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
  quotes: [{ line: 7, column: 3, text: quote }],
  shown: 'shown',
  strength: 'deployed',
  place: 'deploy/overlays/production/services/orders/deployment-with-a-long-name.yaml:12',
  by: null,
};

function document(part: Partial<JobDocument['ads'][number]>): JobDocument {
  const ad = { file: 'ad.txt', title: null, language: 'en', whole: true, skills: [skill], notAsked: [] } as const;
  return { schemaVersion: 1, ads: [{ ...ad, ...part }], against: ['.'], demand: [], market: [], unreadable: [] };
}

test.for([40, 80, 140])('at %i columns quotes and places are whole, and no line is longer', (width) => {
  const text = renderJob(document({}), { width, color: false, all: false, quiet: false });
  const joined = text.replaceAll(/\s+/g, '');
  expect(joined).toContain(quote.replaceAll(' ', ''));
  expect(joined).toContain(skill.place);
  for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(width);
});

test('what was read in part is said', () => {
  const part = document({ whole: false });
  const said = 'Only its first part was read';
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
