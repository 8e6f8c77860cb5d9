import { basename } from 'node:path';
import { byCodeUnits } from '../evidence/order.ts';
import type { JobDraftDocument, QuestionJson, QuestionTopic } from '../report/documents/job-draft.ts';
import type { SkillJson } from '../report/documents/skills.ts';
import type { Finding, Report } from '../report/report.ts';
import { isOpen } from '../report/report.ts';
import { checks } from '../steps/registry.ts';
import type { StepId } from '../steps/steps.ts';
import { check } from './check.ts';
import { contradictedBy } from './job-draft-depths.ts';
import { placeFinder } from './job-draft-places.ts';
import type { CheckRequest } from './request.ts';
import { findServices } from './services.ts';
import { type NamedRepository, type SkillsRequest, showSkills } from './skills.ts';

/** How to look for skills, and for which day to judge. */
export type DraftRequest = SkillsRequest & Pick<CheckRequest, 'today' | 'cache' | 'onNotice'>;

/**
 * What a job description needs that says what the work is: the services of a repository, the skills that its code uses in
 * earnest, each with the best place, and questions for an interview: what the checks find wrong or cannot tell.
 * @throws ConfigurationError for a broken configuration.
 */
export async function draftJob(
  { root, repository }: NamedRepository,
  request: DraftRequest = {},
): Promise<JobDraftDocument> {
  const { skills, unreadable } = await showSkills([{ root, repository }], request);
  const name = basename(repository.disk?.root ?? root);
  if (!skills.some(isOfPython)) {
    const nothing = { services: [], skills: [], marginal: [], questions: [] };
    return { schemaVersion: 1, root, name, python: false, ...nothing, unreadable };
  }
  const { services } = await findServices(repository, request);
  const report = await check(repository, request);
  const placeOf = placeFinder(skills, repository, request.catalogue);
  const contradicted = contradictedBy(report);
  return {
    schemaVersion: 1,
    root,
    name,
    python: true,
    services: services
      .filter(({ apart }) => !apart)
      .map(({ id, name: own, cloud, compute, artifact }) => {
        return { id, name: own === '.' ? name : own, cloud, compute, artifact };
      }),
    skills: byName(skills).flatMap((skill) => {
      const place = placeOf(skill);
      if (place === undefined) return [];
      const { id, name: called, category } = skill;
      const depth = contradicted(id) ? null : skill.depth;
      return [{ id, name: called, category, strength: place.strength, depth, file: place.file, line: place.line }];
    }),
    marginal: byName(skills.filter((skill) => placeOf(skill) === undefined)).map((skill) => skill.name),
    questions: questionsOf(report),
    unreadable,
  };
}

/** True for a skill that code in Python shows. */
function isOfPython({ id, evidence }: SkillJson): boolean {
  return id === 'python' || evidence.some(({ file }) => /\.(?:py|ipynb)$/.test(file));
}

function byName(skills: readonly SkillJson[]): SkillJson[] {
  return skills.toSorted((a, b) => byCodeUnits(a.name.toLowerCase(), b.name.toLowerCase()));
}

/** The steps that are about how a thing is built; the others are about how it gets to run. */
const designSteps: ReadonlySet<StepId> = new Set(['sdk', 'credentials', 'permissions', 'coldstart', 'resilience']);
/** Questions of one topic. */
const mostQuestions = 6;

interface Open {
  readonly finding: Extract<Finding, { verdict: 'fail' | 'unknown' }>;
  readonly service: string | null;
}

/** One question for each check, those on what weighs most first; what is unproven before what is wrong. */
function questionsOf(report: Report): QuestionJson[] {
  const open = [
    ...report.repository.findings.map((finding) => ({ finding, service: null })),
    ...report.services.flatMap(({ id, findings }) => findings.map((finding) => ({ finding, service: id }))),
  ].filter((one): one is Open => isAsking(one.finding));
  const byCheck = Map.groupBy(open, ({ finding }) => `${finding.check} ${finding.verdict}`);
  const questions = [...byCheck.values()].map((found) => ({ found, weight: weightOf(found) }));
  questions.sort((a, b) => a.weight - b.weight || byCodeUnits(checkOf(a.found), checkOf(b.found)));
  const asked = questions.map(({ found }) => question(found));
  const firsts = asked.filter(({ check: id }, index) => asked.findIndex((other) => other.check === id) === index);
  return (['design', 'deployment'] as const).flatMap((topic) =>
    firsts.filter((one) => one.topic === topic).slice(0, mostQuestions),
  );
}

function isAsking(finding: Finding): boolean {
  return (finding.verdict === 'fail' || finding.verdict === 'unknown') && isOpen(finding);
}

const severities = ['blocker', 'risk', 'improvement'] as const;

function weightOf([first]: readonly Open[]): number {
  if (first === undefined) return 0;
  return severities.indexOf(first.finding.severity) * 2 + (first.finding.verdict === 'unknown' ? 0 : 1);
}

function checkOf([first]: readonly Open[]): string {
  return first?.finding.check ?? '';
}

function question(found: readonly Open[]): QuestionJson {
  const { finding, service } = found[0] as Open;
  const { check: id, step, verdict, message, at } = finding;
  const topic: QuestionTopic = designSteps.has(step) ? 'design' : 'deployment';
  const title = checks.find((one) => one.id === id)?.title ?? id;
  return {
    topic,
    step,
    check: id,
    title,
    verdict,
    message,
    count: found.length,
    service,
    file: at.file,
    line: at.line,
  };
}
