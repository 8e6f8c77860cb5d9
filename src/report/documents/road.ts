import type { Cloud } from '../../evidence/vocabulary.ts';
import type { RequirementState } from '../../skills/road/answer.ts';
import type { RungNumber, RungState } from '../../skills/road/rung.ts';
import type { WrongTool } from '../../skills/road/wrong-tool.ts';
import type { ReportEvidence, Unreadable } from '../report.ts';

// The document of `skyworthy road`. docs/json.md describes it.

/** Where something belongs or stands. */
export interface RoadPlace {
  readonly file: string;
  readonly line: number;
}

/** One thing that a rung asks for, and what is said of it. */
export interface RequirementJson {
  readonly id: string;
  readonly what: string;
  readonly state: RequirementState;
  /** A sentence that says why. */
  readonly why: string;
  readonly evidence: readonly ReportEvidence[];
  /** The checks that say more. */
  readonly checks: readonly string[];
}

/** What a rung asks for and the service lacks. */
export interface LackJson {
  readonly what: string;
  readonly why: string;
  /** The check that says so; null where none does. */
  readonly check: string | null;
  readonly at: RoadPlace | null;
}

export interface RungJson {
  readonly rung: RungNumber;
  readonly title: string;
  readonly state: RungState;
  /** Why the rung is not for it; null where it is. */
  readonly reason: string | null;
  /** What shows that it stands there. */
  readonly evidence: readonly ReportEvidence[];
  readonly missing: readonly LackJson[];
  /** What could not be told, in the same form. */
  readonly unknown: readonly LackJson[];
  /** What would be better, and does not hold the rung back. */
  readonly improvements: readonly LackJson[];
  readonly requirements: readonly RequirementJson[];
}

/** The smallest next step. */
export interface NextStepJson {
  readonly rung: RungNumber;
  readonly text: string;
  readonly check: string | null;
  readonly at: RoadPlace | null;
}

export interface RoadServiceJson {
  readonly id: string;
  readonly name: string;
  readonly cloud: Cloud;
  /** The highest rung such that it and all below are reached, or not for the service; 0 where the first is not. */
  readonly rung: RungNumber | 0;
  readonly rungs: readonly RungJson[];
  readonly next: NextStepJson | null;
}

/** Where Python, or the shape in the cloud, is the wrong tool. */
export interface WrongToolJson {
  readonly what: WrongTool['what'];
  /** The id of the service. */
  readonly service: string;
  readonly message: string;
  readonly evidence: readonly ReportEvidence[];
}

/** By id. */
export interface RoadDocument {
  readonly schemaVersion: 1;
  readonly services: readonly RoadServiceJson[];
  readonly wrongTool: readonly WrongToolJson[];
  readonly unreadable: readonly Unreadable[];
  /** What a reader should know besides, a sentence each. */
  readonly notes: readonly string[];
}
