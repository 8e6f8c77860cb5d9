import type { LibraryRole } from '../../catalogue/dataset.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Severity, Verdict } from '../../evidence/vocabulary.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';
import type { Pipeline, Work } from '../../pipelines/model.ts';
import type { ModuleImport, Service, UnreadCode, Variable } from '../../services/service.ts';
import type { AppText } from './named-constructs.ts';

/** What a check said of one subject of a service. */
export interface CheckVerdict {
  readonly check: string;
  readonly verdict: Verdict;
  /** Null where the check does not apply. */
  readonly severity: Severity | null;
  readonly message: string;
  /** The place to look at first; null where the check does not apply. */
  readonly at: Evidence | null;
}

/** A call in the code of a service, as far as the road asks for it. */
export interface CalledPath {
  /** What is called, by the names under which it is imported. */
  readonly path: string;
  /** The values of its positional arguments, undefined where they are not known. */
  readonly positional: readonly unknown[];
  /** The values of the others by name, undefined where they are not known. */
  readonly keywords: ReadonlyMap<string, unknown>;
  readonly evidence: Evidence;
}

/** All that the facts say of one service and that the road asks for. What is costly is worked out when it is asked for. */
export interface Standing {
  readonly service: Service;
  /** The service itself as evidence: where it is defined. */
  readonly itself: Evidence;
  /** The resources of its stack; empty where no infrastructure code that is read defines it. */
  readonly own: readonly Resource[];
  /** Those of other stacks that may be about it. */
  readonly near: () => readonly Resource[];
  /** Those of all stacks of the repository, apart from tests and samples. */
  readonly everywhere: () => readonly Resource[];
  /** What the checks of these ids said of it, in their order. */
  readonly verdicts: (checks: readonly string[]) => readonly CheckVerdict[];
  /** What its code imports of libraries of one of the roles, by place. */
  readonly libraries: (...roles: readonly LibraryRole[]) => readonly ModuleImport[];
  /** Why its code is not read; null where it is. */
  readonly unread: () => UnreadCode | null;
  /** Calls in those of its files that import one of the packages and hold one of the texts. */
  readonly calls: (packages: readonly string[], needles: readonly string[]) => readonly CalledPath[];
  /** Where its code starts, for what has to be done in code: its entry point, or a file of it; the service itself where none is seen. */
  readonly start: () => Evidence;
  /** The variables that its definition sets, those of compose files and the like too. */
  readonly environment: readonly Variable[];
  /** True where its code reads files of variables (`.env`). */
  readonly loadsFiles: () => boolean;
  /** Where its code reads a variable that is named like a secret; undefined where it reads none. */
  readonly secretVariable: () => Evidence | undefined;
  /** The first of its files that holds one of the texts and imports one of the packages (any, where none is named); undefined where none does. */
  readonly holding: (texts: readonly string[], packages?: readonly string[]) => string | undefined;
  /** The pipelines that are about it, and what they do with it. */
  readonly pipelines: () => readonly Pipeline[];
  readonly works: () => readonly Work[];
  /** The pipelines that may be about it, bound to it or not. */
  readonly nearPipelines: () => readonly Pipeline[];
  /** Resources of its stack that name it, and so may start it or hand it on. */
  readonly namedBy: () => readonly Resource[];
  /** What may ship it though it is not read: other systems' files, resources that build and deploy. */
  readonly otherPipelines: () => readonly Evidence[];
  /** What raises an alarm in its stack. */
  readonly alarms: () => readonly Evidence[];
  /** Infrastructure code in a language that is not read, which may define the service; null where there is none. */
  readonly unreadInfrastructure: () => Evidence | null;
  /** The texts of such an app, where it is one of the CDK in TypeScript or JavaScript; empty for all others. */
  readonly unreadApp: () => readonly AppText[];
  /** The files that may be about it and whose path fits. Patterns are constants: what fits one is looked for once. */
  readonly files: (name: RegExp) => readonly string[];
  /** The same, wherever in the repository they stand. */
  readonly filesAnywhere: (name: RegExp) => readonly string[];
  /** The text of a file of the tree; null where it cannot be read. */
  readonly text: (file: string) => string | null;
}
