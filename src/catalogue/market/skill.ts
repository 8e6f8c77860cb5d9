import type { FactBase } from '../fact.ts';

/** The categories of skills, in the order in which they are shown. */
export const skillCategories = ['software-engineering', 'backend', 'data-ml', 'cloud', 'collaboration'] as const;
export type SkillCategory = (typeof skillCategories)[number];

/** What becomes of the demand for a skill. */
export const outlooks = ['lasting', 'growing', 'steady', 'fading'] as const;
export type Outlook = (typeof outlooks)[number];

/** How strongly a repository shows a skill, weakest first. */
export const strengths = ['declared', 'imported', 'exercised', 'tested', 'deployed'] as const;
export type Strength = (typeof strengths)[number];

/** What a place is to a skill. */
export const sightKinds = [
  'declares',
  'imports',
  'uses',
  'text',
  'calls',
  'resource',
  'file',
  'pipeline',
  'unit',
] as const;
export type SightKind = (typeof sightKinds)[number];

/** A skill that the market asks for. */
export interface SkillFact extends FactBase {
  readonly name: string;
  readonly category: SkillCategory;
  /** The skills that it is a part of: who shows it shows these. */
  readonly broader: readonly string[];
  /** The types of roles that ask for it. */
  readonly roles: readonly string[];
  /** What is asked for, in one sentence. */
  readonly depth: string;
  readonly value: { readonly outlook: Outlook; readonly why: string };
  /** The concept of ESCO that it is or belongs to, as a URI; null where ESCO has none that fits. */
  readonly esco: string | null;
  /** The commodity code and the name of a technology skill of O*NET; null where it has none that fits. */
  readonly onet: string | null;
}

/** A kind of file that is evidence, by its name and where it lies, and by what stands in it. */
export interface FileSign {
  /** A regular expression for the whole name of the file, in any case. */
  readonly name: string;
  /** One for the folder in which it lies. */
  readonly folder?: string;
  /** A text that it must hold for `text` to be looked for. */
  readonly needle?: string;
  /** A regular expression for a place in it; without one, its first line is the place. */
  readonly text?: string;
  /** It counts in repositories alone that hold a file of this name somewhere. */
  readonly beside?: string;
  /** What it shows; `exercised` where nothing is said. */
  readonly gives?: Strength;
  /** It counts among tests, samples and documentation as it does elsewhere. */
  readonly anywhere?: true;
}

/** What is evidence of a skill (`id`) in code: texts in Python's own words. */
export interface CodeSign {
  /** A text that stands in each file that has it, so that others need no look. */
  readonly needle: string;
  /** A regular expression, tried from the needle's line on. */
  readonly pattern: string;
}

/** What is evidence of a skill, by its id. */
export interface SkillEvidenceFact extends FactBase {
  /** Distributions that a manifest declares; `*` stands for any text. */
  readonly distributions?: readonly string[];
  /** Dotted paths that Python code imports; what is below them counts too. */
  readonly imports?: readonly string[];
  /** Services of AWS by botocore's names, of which code makes a client. */
  readonly services?: readonly string[];
  /** Texts of Python code. */
  readonly code?: readonly CodeSign[];
  /** Types of resources as regular expressions for the whole type. */
  readonly types?: readonly string[];
  /** Types of which a resource counts only with this property: a rule of events that only keeps a schedule is none of events. */
  readonly needs?: Readonly<Record<string, string>>;
  /** Normalised kinds of resources, of those of a cloud alone behind a colon: `queue`, `function:aws`. */
  readonly kinds?: readonly string[];
  /** Formats of infrastructure code. */
  readonly formats?: readonly string[];
  readonly files?: readonly FileSign[];
  /** Systems whose pipelines are evidence. */
  readonly systems?: readonly string[];
  /** Tools that pipelines run, as regular expressions for the beginning of their names. */
  readonly tools?: readonly string[];
  /** Deployed units that are evidence: `compute`, `compute:cloud`, an artifact, or `several` containers. */
  readonly units?: readonly string[];
  /** The skill is about tests: their code is its own. */
  readonly ofTests?: true;
  /** Code of tests shows nothing of it: it serves the tests. */
  readonly ownOnly?: true;
  /** It is about programs that somebody starts: what a function holds of them is not run. */
  readonly programs?: true;
  /** The highest strength that it can have; `deployed` where nothing is said. */
  readonly most?: Strength;
}
