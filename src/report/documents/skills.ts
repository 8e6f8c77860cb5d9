import type { Outlook, SightKind, SkillCategory, Strength } from '../../catalogue/market/skill.ts';
import type { How } from '../../evidence/vocabulary.ts';
import type { Unreadable } from '../report.ts';

// The document of `skyworthy skills`. docs/json.md describes it.

/** A place that shows a skill. */
export interface SkillEvidenceJson {
  /** The path that it was read from, as given; where there is one path alone, it is left out. */
  readonly root?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly text: string;
  readonly how: How;
  /** What the place is to the skill. */
  readonly by: SightKind;
  /** What this place alone shows. */
  readonly strength: Strength;
}

export interface SkillJson {
  readonly id: string;
  readonly name: string;
  readonly category: SkillCategory;
  readonly strength: Strength;
  /** The best places first, at most five. */
  readonly evidence: readonly SkillEvidenceJson[];
  readonly evidenceCount: number;
  /** The strengths above it that nothing shows. */
  readonly notSeen: readonly Strength[];
  readonly roles: readonly string[];
  readonly depth: string;
  readonly value: { readonly outlook: Outlook; readonly why: string };
}

export interface SkillsDocument {
  readonly schemaVersion: 1;
  /** The paths as given. */
  readonly roots: readonly string[];
  /** By id. */
  readonly skills: readonly SkillJson[];
  /** Ids of skills of the same families that were looked for and not found. */
  readonly notSeen: readonly string[];
  readonly unreadable: readonly (Unreadable & { readonly root?: string })[];
}
