import type { Artifact, Cloud, Compute, How, Orchestration, SdkLayer } from '../../evidence/vocabulary.ts';
import type { Unreadable } from '../report.ts';

// The document of `skyworthy classify`. docs/json.md describes it.

/** The axes, in the order in which they are shown. */
export const axes = ['compute', 'sdkLayer', 'orchestration', 'artifact'] as const;
export type AxisName = (typeof axes)[number];

/** A service on the four axes. */
export interface ClassesJson {
  /** What runs it; null where nothing says. */
  readonly compute: Compute | null;
  /** The sides of the clouds' APIs that it speaks to. */
  readonly sdkLayer: readonly SdkLayer[];
  /** How work reaches it. */
  readonly orchestration: readonly Orchestration[];
  readonly artifact: Artifact;
  /** Why an axis is empty, or what is left open on it; axes of which all is known are not there. */
  readonly reasons: { readonly [Axis in AxisName]?: string };
}

/** A place that puts a service where it stands on an axis. */
export interface ClassEvidenceJson {
  /** The word of the axis that it speaks for. */
  readonly is: Compute | SdkLayer | Orchestration | Artifact;
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly how: How;
}

export interface ClassifiedServiceJson extends ClassesJson {
  readonly id: string;
  readonly name: string;
  readonly cloud: Cloud;
  /** It stands among tests, samples or documentation. */
  readonly apart: boolean;
  /** What says so, axis by axis: the first places for each word. */
  readonly evidence: { readonly [Axis in AxisName]: readonly ClassEvidenceJson[] };
}

/** By id. */
export interface ClassifyDocument {
  readonly schemaVersion: 1;
  readonly services: readonly ClassifiedServiceJson[];
  readonly unreadable: readonly Unreadable[];
}
