import type { SkillCategory, Strength } from '../../catalogue/market/skill.ts';
import type { Artifact, Cloud, Compute } from '../../evidence/vocabulary.ts';
import type { StepId } from '../../steps/steps.ts';
import type { Unreadable } from '../report.ts';

// The document of `skyworthy job --draft`. docs/json.md describes it.

/** A skill that the code uses in earnest. */
export interface NeededSkillJson {
  readonly id: string;
  readonly name: string;
  readonly category: SkillCategory;
  readonly strength: Strength;
  /** What depth is asked for; null where a check of the same repository that speaks of it fails. */
  readonly depth: string | null;
  readonly file: string;
  readonly line: number;
}

/** A service that whoever is hired will work on. */
export interface DraftedServiceJson {
  readonly id: string;
  readonly name: string;
  readonly cloud: Cloud;
  readonly compute: Compute | null;
  readonly artifact: Artifact;
}

export const questionTopics = ['design', 'deployment'] as const;
export type QuestionTopic = (typeof questionTopics)[number];

/** A question for an interview: something that is wrong in the code, or that it does not tell. */
export interface QuestionJson {
  readonly topic: QuestionTopic;
  readonly step: StepId;
  readonly check: string;
  /** What the check asks for. */
  readonly title: string;
  readonly verdict: 'fail' | 'unknown';
  /** What was found at the first place. */
  readonly message: string;
  /** How many places there are. */
  readonly count: number;
  readonly service: string | null;
  readonly file: string;
  readonly line: number;
}

export interface JobDraftDocument {
  readonly schemaVersion: 1;
  readonly root: string;
  /** What the repository is called: its folder. */
  readonly name: string;
  /** False where there is no code in Python: then nothing is drafted. */
  readonly python: boolean;
  readonly services: readonly DraftedServiceJson[];
  /** By name. */
  readonly skills: readonly NeededSkillJson[];
  /** Names of skills that the code only declares or imports. */
  readonly marginal: readonly string[];
  readonly questions: readonly QuestionJson[];
  readonly unreadable: readonly Unreadable[];
}
