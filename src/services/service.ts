import type { RuntimePlatform } from '../catalogue/dataset.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Place } from '../evidence/place.ts';
import type { Artifact, Cloud, Compute, UnknownReason } from '../evidence/vocabulary.ts';
import type { Resource, Stack } from '../infrastructure/model/resource.ts';
import type { Value } from '../infrastructure/model/value.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Pipeline } from '../pipelines/model.ts';
import type { ImageBuild } from './discover/image.ts';

/** One deployable unit with everything that the repository says of it. */
export interface Service {
  /** `FILE#NAME`: the file that defines the unit and the unit's name there. */
  readonly id: string;
  /** The literal deployed name where there is one, else what stands after `#`. */
  readonly name: string;
  readonly cloud: Cloud;
  readonly definedIn: Place;
  /** Null where the code alone does not say. */
  readonly compute: Compute | null;
  readonly artifact: Artifact;
  readonly runtime: Runtime;
  /** The folder that is the root of Python's path, relative to the repository; null where it cannot be told. */
  readonly codeRoot: string | null;
  /** The layers that a function is given, as written. */
  readonly layers: readonly string[];
  readonly entryPoints: readonly EntryPoint[];
  readonly triggers: readonly Trigger[];
  /** The environment variables that its definition sets. */
  readonly environment: readonly Variable[];
  /** What may set others that are not seen; null where its definition has no place for variables that is read. */
  readonly environmentGaps: readonly Evidence[] | null;
  /** A file near its definition, no infrastructure code, that names a variable and so may set it; null for none. */
  readonly namedElsewhere: (variable: string) => Evidence | null;
  /** With whose rights it runs; null where nothing states it. */
  readonly identity: Identity | null;
  /** The resources of the tree that it works on, and how that is known; by id. */
  readonly uses: readonly ResourceUse[];
  /** The pipelines that test, check, build or deploy it, by file; null where pipelines were not read. */
  readonly pipelines: readonly Pipeline[] | null;
  /** The dependency files that hold for it: those that its image installs, else those of its code root or of the nearest folder above. */
  readonly manifests: readonly Manifest[];
  /** A command of a build beside those files that installs one of some distributions, for it or for another; null for none. */
  readonly installedByCommand: (distributions: ReadonlySet<string>) => Evidence | null;
  /** It stands in a folder of tests, samples or documentation: judged only when asked for. */
  readonly apart: boolean;
  /** Every statement of the Python that it wants or gets: runtime, base image, manifests, version files. */
  readonly pythonVersions: readonly PythonStatement[];
  /** Distributions of cloud SDKs that its code imports. */
  readonly sdkImports: SdkImports;
  /** Its modules' imports of what begins with one of these names, apart from what the repository itself holds. */
  readonly importsOf: (roots: ReadonlySet<string>) => ModuleImports;
  /** True if there is such an import: its modules are read only up to the first that has one. */
  readonly imports: (roots: ReadonlySet<string>) => boolean;
  /** True where all Python that may run in it is seen, layers and folders of its image too, and none imports what begins with one of these names. */
  readonly isNowhereImported: (roots: ReadonlySet<string>) => boolean;
  /** The image that it runs in, if the repository builds it. */
  readonly image: ServiceImage | null;
  /** The resource that defines it and the stack around it; null where none does. */
  readonly definition: { readonly resource: Resource; readonly stack: Stack } | null;
}

/** An environment variable that infrastructure code sets. */
export interface Variable {
  readonly name: string;
  readonly value: Value;
  /** The resource of the stack that its value names (`FILE#ID` of another stack), if it is one alone. */
  readonly resource: string | null;
  /** Where the name stands. */
  readonly place: Place;
}

/**
 * What kind of identity a service runs as: a role of AWS, a service account of Google or Kubernetes, an identity that
 * Azure manages by itself; `own` where the platform or the framework that deploys it makes one for it, `default` where it
 * is the one that the platform gives to everybody who names none.
 */
export const identityKinds = ['role', 'service-account', 'managed-identity', 'own', 'default'] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** With whose rights a service runs. */
export interface Identity {
  readonly kind: IdentityKind;
  /** As the definition names it; null where it names none. */
  readonly role: Value | null;
  /** The resource of the stack that it is. */
  readonly resource: string | null;
  /** The identity of a cloud that an account of Kubernetes stands for. */
  readonly assumes: Value | null;
  /** Other things of its stack run as it too. */
  readonly shared: boolean;
  readonly evidence: Evidence;
}

/** How infrastructure code says that a service works on a resource. */
export const useKinds = [
  'environment',
  'policy',
  'grant',
  'connector',
  'role-assignment',
  'destination',
  'mount',
] as const;
export type UseKind = (typeof useKinds)[number];

/** A resource that a service works on. */
export interface ResourceUse {
  /** Its id in the stack of the service; `FILE#ID` in another. */
  readonly resource: string;
  readonly through: UseKind;
  readonly evidence: Evidence;
}

/** The Python that a service runs on. */
export interface Runtime {
  /** A feature version, `3.12`; null where it cannot be told. */
  readonly python: string | null;
  /** The managed runtime's platform and identifier there, `python3.12`; null for images and for code alone. */
  readonly managed: { readonly platform: RuntimePlatform; readonly id: string } | null;
  readonly evidence: readonly Evidence[];
}

/** Where a statement about Python's version stands. */
export type PythonStatementKind = 'runtime' | 'image' | 'requires-python' | 'version-file';

/** One place that states a version of Python: exact (`3.12`) or a specifier (`>=3.11`). */
export interface PythonStatement {
  readonly kind: PythonStatementKind;
  readonly specifier: string;
  /** The file's name or the property, for a person: `Runtime of Resize`, `requires-python`. */
  readonly label: string;
  readonly evidence: Evidence;
}

/** A function that the platform calls. */
export type EntryPoint =
  | {
      readonly found: true;
      readonly file: string;
      readonly function: string;
      /** The handler as configured. */
      readonly handler: Evidence;
      /** Where the function is defined. */
      readonly definition: Evidence;
    }
  | {
      readonly found: false;
      /** What is not there though we read where it should be, or why we cannot tell. */
      readonly problem: 'missing-module' | 'missing-function' | UnknownReason;
      readonly function: string;
      readonly handler: Evidence;
      /** Where we looked, or what stands in the way, for a person. */
      readonly detail: string;
    };

/** How a platform hands work over: waits for the answer, retries by itself, or reads a queue or a stream. */
export const invocations = ['synchronous', 'asynchronous', 'scheduled', 'queue', 'stream'] as const;
export type Invocation = (typeof invocations)[number];

/** What starts a service's work. */
export interface Trigger {
  /** The name of the trigger where it is declared. */
  readonly name: string;
  /** The id of the resource that sends the work, or null where it is outside the tree or cannot be told. */
  readonly resource: string | null;
  /** The sender's type in the provider's own name. */
  readonly type: string;
  readonly invocation: Invocation;
  readonly evidence: Evidence;
}

/** The cloud SDKs that a service's code imports; `unread` says why, where the code could not be read. */
export interface SdkImports {
  /** By place. */
  readonly imports: readonly SdkImport[];
  readonly unread: UnreadCode | null;
}

/** An image that the repository builds: its Dockerfile, and what it is made of. */
export type ServiceImage = Pick<ImageBuild, 'file' | 'python' | 'base' | 'installs' | 'shape'>;

/** Imports of a service's modules; `unread` says why, where the code could not be read. */
export interface ModuleImports {
  readonly imports: readonly ModuleImport[];
  readonly unread: UnreadCode | null;
}

/** An import that is neither for type checkers nor one that the code goes on without. */
export interface ModuleImport {
  /** The first part of the module's name. */
  readonly root: string;
  /** The module, with the name that is imported from it: `distutils.version.LooseVersion`. */
  readonly path: string;
  /** In a function: it runs when that is called. */
  readonly deferred: boolean;
  readonly evidence: Evidence;
}

/** Code that could not be read, and why. */
export interface UnreadCode {
  readonly reason: UnknownReason;
  readonly detail: string;
  readonly evidence: Evidence;
}

/** A cloud SDK that a service's code imports. */
export interface SdkImport {
  readonly distribution: string;
  readonly cloud: Cloud;
  /** The first import of it, by place. */
  readonly evidence: Evidence;
  /** Distributions that install it with them. */
  readonly broughtBy: readonly string[];
  /** The base image of its image, where that may bring it along. */
  readonly mayComeWith: string | null;
  /** The platform's runtime brings it along. */
  readonly inRuntime: boolean;
}
