import { type SkillCategory, skillCategories } from '../../catalogue/market/skill.ts';
import type { DraftedServiceJson, JobDraftDocument, QuestionJson } from '../documents/job-draft.ts';
import { counted, unreadSentence } from '../text.ts';
import { foldedMarkdown } from './folded-markdown.ts';
import { markdownCode, markdownText } from './markdown-text.ts';

const titles: Readonly<Record<SkillCategory, string>> = {
  'software-engineering': 'Software engineering',
  backend: 'Backend and APIs',
  'data-ml': 'Data and machine learning',
  cloud: 'Cloud and infrastructure',
  collaboration: 'Working together',
};

/** Services that are named one by one. */
const mostServices = 12;

/** A job description from what the code uses, as Markdown; for a terminal its lines are broken at `width`. */
export function renderJobDraft(document: JobDraftDocument, width?: number): string {
  if (!document.python) return `${['No Python here: no draft.', ...unreadParts(document)].join(' ')}\n`;
  const lines = draftLines(document);
  const broken = width === undefined ? lines : lines.flatMap((line) => foldedMarkdown(line, Math.max(40, width)));
  return `${broken.join('\n').trimEnd()}\n`;
}

function unreadParts({ unreadable }: JobDraftDocument): string[] {
  return [unreadSentence(unreadable)].filter((sentence) => sentence !== '');
}

function draftLines(document: JobDraftDocument): string[] {
  const { root, name: repository, services, skills, marginal, questions } = document;
  return [
    `# Python developer, ${markdownText(repository)}`,
    '',
    `Drafted from the code in ${markdownCode(root)}: what it uses in earnest is asked for, each with a place that shows it. The words behind a skill say what is asked of you, not what the code has reached.`,
    '',
    ...unreadParts(document).flatMap((sentence) => [sentence, '']),
    '## The work',
    '',
    ...serviceLines(services),
    '',
    '## What the code asks of you',
    '',
    ...(skills.length === 0 ? ['Nothing that the code uses in earnest was found.', ''] : []),
    ...skillCategories.flatMap((category) => {
      const own = skills.filter((skill) => skill.category === category);
      if (own.length === 0) return [];
      const rows = own.map(({ name, strength, depth, file, line }) => {
        const asked = depth === null ? '' : `: ${markdownText(depth)}`;
        return `- **${markdownText(name)}**${asked} (${strength}, ${markdownCode(`${file}:${line}`)})`;
      });
      return [`### ${titles[category]}`, '', ...rows, ''];
    }),
    ...(marginal.length === 0
      ? []
      : ['## Not needed in depth', '', `The code only touches ${markdownText(marginal.join(', '))}.`, '']),
    ...(questions.length === 0 ? [] : ['## Questions for the interview', '']),
    ...questionLines(
      'Design',
      questions.filter(({ topic }) => topic === 'design'),
    ),
    ...questionLines(
      'Deployment',
      questions.filter(({ topic }) => topic === 'deployment'),
    ),
  ];
}

function serviceLines(services: readonly DraftedServiceJson[]): string[] {
  if (services.length === 0) return ['No deployable service was found in the code.'];
  const rows = services.slice(0, mostServices).map(({ id, name, cloud, compute, artifact }) => {
    const where = cloud === 'none' || cloud === 'other' ? '' : ` on ${clouds[cloud]}`;
    return `- ${markdownText(name)}: ${compute ?? 'a program'}${where}, deployed as ${artifact} (${markdownCode(id)})`;
  });
  const more = services.length - mostServices;
  return more > 0 ? [...rows, `- and ${counted(more, 'more service')}`] : rows;
}

const clouds = { aws: 'AWS', azure: 'Azure', gcp: 'Google Cloud', kubernetes: 'Kubernetes' } as const;

function questionLines(heading: string, questions: readonly QuestionJson[]): string[] {
  if (questions.length === 0) return [];
  const rows = questions.map(({ title, verdict, message, count, check, file, line }, index) => {
    const others = count > 1 ? ` and ${counted(count - 1, 'more place')}` : '';
    const place = `${markdownCode(`${file}:${line}`)}${others}, ${markdownCode(check)}`;
    return `${index + 1}. ${markdownText(`${title}.`)} ${asked[verdict](markdownText(withoutStop(message)))} (${place})`;
  });
  return [`### ${heading}`, '', ...rows, ''];
}

/** What is asked of something that the code does not tell, and of something that is wrong in it. */
const asked = {
  unknown: (message: string) =>
    `The code leaves this open: ${message}. How would you find out, and what would you decide?`,
  fail: (message: string) =>
    `Here: ${message}. What follows from it under load, failure or attack, and how would you mend it?`,
} as const;

function withoutStop(message: string): string {
  return message.replace(/\.$/, '');
}
