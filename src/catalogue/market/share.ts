import type { FactBase } from '../fact.ts';

/** A figure of a survey. */
export interface ShareFact extends FactBase {
  /** What was counted; figures of one topic are shown together. */
  readonly topic: string;
  /** Of whom it is a share. */
  readonly among: string;
  /** The year in which people were asked. */
  readonly year: number;
  readonly name: string;
  /** The skill that it speaks of; null for something wider. */
  readonly skill: string | null;
  readonly percent: number;
}
