import type { NeedId, NeedStage } from '../../catalogue/market/need.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { FindingKind } from '../../skills/libraries/library-finding.ts';
import type { Unreadable } from '../report.ts';

// The document of `skyworthy libraries`. docs/json.md describes it.

export interface LibraryUseJson {
  readonly distribution: string;
  /** As the manifest that counts most says; null where none declares it. */
  readonly specifier: string | null;
  /** Null where its import name is not known. */
  readonly imported: boolean | null;
  /** It works without an import: a plugin, a driver that another one loads, a command; or a script or pipeline runs it. */
  readonly tool: boolean;
  /** Only whoever works on the code uses it. */
  readonly development: boolean;
  /** Where it is declared, then where it is imported, then where it is run. */
  readonly evidence: readonly Evidence[];
}

export interface LibraryFindingJson {
  readonly kind: FindingKind;
  readonly distribution: string;
  readonly message: string;
  readonly instead: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface CurrentChoiceJson {
  readonly distribution: string;
  readonly why: string;
  readonly asOf: string;
}

export interface NeedJson {
  readonly need: NeedId;
  readonly title: string;
  readonly stage: NeedStage;
  readonly uses: readonly LibraryUseJson[];
  readonly findings: readonly LibraryFindingJson[];
  readonly current: readonly CurrentChoiceJson[];
}

/** Every need, those of what ships before those of development. */
export interface LibrariesDocument {
  readonly schemaVersion: 1;
  readonly needs: readonly NeedJson[];
  readonly unreadable: readonly Unreadable[];
}
