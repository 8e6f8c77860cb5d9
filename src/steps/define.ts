import type { Cloud, Severity } from '../evidence/vocabulary.ts';
import type { Service } from '../services/service.ts';
import type { Facts } from './facts.ts';
import type { Judgement } from './judgement.ts';
import type { StepId } from './steps.ts';
import type { Suppression } from './suppression.ts';

/** A thing that a check judges. Its name is unique within the service and stays the same when lines move. */
export interface Subject {
  readonly name: string;
}

/** A small repository that shows the fault (`bad`) or looks like it and is right (`good`). Each one runs as a test. */
export interface Example {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  /** The day for which it is judged, where that matters. */
  readonly today?: string;
}

/** A check's page. */
export interface CheckDocs {
  /** What goes wrong for users of the service, and when. */
  readonly why: string;
  /** What to do. */
  readonly fix: string;
  /** Said where there is no subject: why it does not apply. */
  readonly whenNone: string;
  readonly bad: readonly [Example, ...Example[]];
  readonly good: readonly [Example, ...Example[]];
  /** Pages that state the rule. */
  readonly sources: readonly [string, ...string[]];
}

interface CheckBase {
  /** Also its file's name, its page, its rule in SARIF and its name in configuration. */
  readonly id: string;
  readonly step: StepId;
  /** The clouds on which it means something; a service on another is not applicable. */
  readonly clouds: readonly Cloud[];
  /** How bad a failure is, unless the judgement says otherwise. */
  readonly severity: Severity;
  /** What to do, in the imperative, without a full stop. */
  readonly title: string;
  readonly docs: CheckDocs;
}

/** A check of each service. */
export interface ServiceCheck<S extends Subject> extends CheckBase {
  readonly scope: 'service';
  /** What it judges in one service. None: not applicable. */
  readonly subjects: (service: Service, facts: Facts) => readonly S[];
  readonly judge: (subject: S, service: Service, facts: Facts) => Judgement;
}

/** A check of the repository as a whole. */
export interface RepositoryCheck<S extends Subject> extends CheckBase {
  readonly scope: 'repository';
  readonly subjects: (facts: Facts) => readonly S[];
  readonly judge: (subject: S, facts: Facts) => Judgement;
}

/** A check of what suppresses findings, when those of all other checks are known. */
export interface SuppressionCheck<S extends Subject> extends CheckBase {
  readonly scope: 'suppressions';
  readonly subjects: (suppressions: readonly Suppression[]) => readonly S[];
  readonly judge: (subject: S) => Judgement;
}

/** A check with its kind of subject hidden, as the registry holds it. */
export type Check = RegisteredServiceCheck | RegisteredRepositoryCheck | RegisteredSuppressionCheck;

interface RegisteredServiceCheck extends CheckBase {
  readonly scope: 'service';
  readonly run: (service: Service, facts: Facts) => readonly Judged[];
}

interface RegisteredRepositoryCheck extends CheckBase {
  readonly scope: 'repository';
  readonly run: (facts: Facts) => readonly Judged[];
}

interface RegisteredSuppressionCheck extends CheckBase {
  readonly scope: 'suppressions';
  readonly run: (suppressions: readonly Suppression[]) => readonly Judged[];
}

/** A subject's name with what the check says of it. */
export interface Judged {
  readonly subject: string;
  readonly judgement: Judgement;
}

/** Defines a check: of each service, of the repository as a whole, or of what suppresses findings. */
export function defineCheck<S extends Subject>(check: ServiceCheck<S>): Check;
export function defineCheck<S extends Subject>(check: RepositoryCheck<S>): Check;
export function defineCheck<S extends Subject>(check: SuppressionCheck<S>): Check;
export function defineCheck<S extends Subject>(
  check: ServiceCheck<S> | RepositoryCheck<S> | SuppressionCheck<S>,
): Check {
  if (check.scope === 'service') {
    const { subjects, judge, ...rest } = check;
    return {
      ...rest,
      run: (service: Service, facts: Facts) =>
        subjects(service, facts).map((subject) => ({
          subject: subject.name,
          judgement: judge(subject, service, facts),
        })),
    };
  }
  if (check.scope === 'suppressions') {
    const { subjects, judge, ...rest } = check;
    return {
      ...rest,
      run: (suppressions: readonly Suppression[]) =>
        subjects(suppressions).map((subject) => ({ subject: subject.name, judgement: judge(subject) })),
    };
  }
  const { subjects, judge, ...rest } = check;
  return {
    ...rest,
    run: (facts: Facts) =>
      subjects(facts).map((subject) => ({ subject: subject.name, judgement: judge(subject, facts) })),
  };
}
