import type { Source } from '../../catalogue/fact.ts';
import type { Strength } from '../../catalogue/market/skill.ts';
import type { Unreadable } from '../report.ts';

// The document of `skyworthy job`. docs/json.md describes it.

/** Whether repositories show a skill: used in earnest, only declared or a relative of it, or not seen. */
export const shownStates = ['shown', 'partly', 'not-seen'] as const;
export type ShownState = (typeof shownStates)[number];

/** Why a skill that an advertisement names is not asked of applicants. */
export const notAskedReasons = ['negation', 'company', 'learn', 'benefit', 'elsewhere'] as const;
export type NotAskedReason = (typeof notAskedReasons)[number];

export const skillLevels = ['required', 'nice-to-have'] as const;
export type SkillLevel = (typeof skillLevels)[number];

/** Words of an advertisement, and where they begin. */
export interface QuoteJson {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** A skill that an advertisement asks for. */
export interface AskedSkillJson {
  readonly id: string;
  readonly name: string;
  readonly level: SkillLevel;
  /** One of those with the same number is enough; alone, something else would do as well. */
  readonly alternative: number | null;
  /** The id of a skill that is required by itself and is enough here; null for none. */
  readonly metBy: string | null;
  readonly quotes: readonly QuoteJson[];
  /** What repositories show of it; null where none was given, and for habits of people that no file can show. */
  readonly shown: ShownState | null;
  readonly strength: Strength | null;
  /** The place that shows it best, `FILE:LINE`, in the repository `root`, as given; null where nothing does. */
  readonly place: string | null;
  readonly root: string | null;
  /** The relative by which it is partly shown, or null. */
  readonly by: string | null;
}

export interface NotAskedJson {
  readonly id: string;
  readonly name: string;
  readonly why: NotAskedReason;
  readonly quotes: readonly QuoteJson[];
}

export interface AdJson {
  readonly file: string;
  readonly title: string | null;
  readonly language: 'en' | 'other';
  /** False where only the first part was read: the rest is more than an advertisement has. */
  readonly whole: boolean;
  readonly skills: readonly AskedSkillJson[];
  readonly notAsked: readonly NotAskedJson[];
  /** Lines of requirements in which no skill of the catalogue was found, in their order. */
  readonly notUnderstood: readonly UnknownLineJson[];
}

/** A line that asks for something that is not known here. */
export interface UnknownLineJson {
  readonly line: number;
  readonly text: string;
}

/** In how many of several advertisements a skill is asked for. */
export interface DemandJson {
  readonly id: string;
  readonly name: string;
  readonly ads: number;
  readonly required: number;
  readonly shown: ShownState | null;
}

/** A dated figure of the market. */
export interface MarketFigureJson {
  readonly topic: string;
  readonly among: string;
  readonly year: number;
  readonly name: string;
  readonly skill: string | null;
  readonly percent: number;
  readonly confirmed: boolean;
  readonly source: Source;
}

export interface JobDocument {
  readonly schemaVersion: 1;
  /** As given. */
  readonly ads: readonly AdJson[];
  /** The repositories held against them, as given. */
  readonly against: readonly string[];
  /** The most wanted first. */
  readonly demand: readonly DemandJson[];
  readonly market: readonly MarketFigureJson[];
  /** Files of repositories name their `root`. */
  readonly unreadable: readonly (Unreadable & { readonly root?: string })[];
}
