import type { FactBase } from '../fact.ts';

/** How job advertisements name a skill (`id`). Phrases hold for any case, hyphen and plural unless said otherwise. */
export interface SkillWords extends FactBase {
  readonly words?: readonly string[];
  /** Names that are ordinary words too: only as spelled here, in capitals, or in a list with another skill. */
  readonly cased?: readonly string[];
  /** Words that mean the skill only where software is spoken of. */
  readonly weak?: readonly string[];
  /** Words that mean the skill only where somebody makes such a thing. */
  readonly making?: readonly string[];
  /** People: the skill is meant where applicants talk to them, guide them or work with them. */
  readonly people?: readonly string[];
  readonly deeds?: readonly SkillDeed[];
  /** Hosts of code that mean the skill where they are named as servers of CI. */
  readonly serving?: readonly string[];
  /** A habit of people: that files do not show it says nothing. */
  readonly habit?: boolean;
  /** Phrases of other skills that bring this one along, as a service does its provider. */
  readonly implied?: readonly string[];
  /** Phrases in which such words mean something else. */
  readonly unlike?: readonly string[];
}

/** What people do: a verb in its plain form, and what it is done to some words later, as in `document … interfaces`. */
export interface SkillDeed {
  readonly verbs: readonly string[];
  /** None where the verb says enough. */
  readonly things: readonly string[];
  /** What it may not be done to. */
  readonly unless?: readonly string[];
}
