import type { LibraryModelFact } from '../../catalogue/libraries/library-model.ts';
import type { LibraryModels } from '../../catalogue/libraries/library-models.ts';

/** The models of libraries, as they are asked for while code is read. */
export interface ModelIndex {
  readonly models: LibraryModels;
  /** True for the path of a class of which methods have models. */
  isClass(path: string): boolean;
  /** True if something of that name has a model: a function, a class, a method. */
  isNamed(name: string): boolean;
  /**
   * The models of methods of a name that an argument alone confirms (`df.to_csv('s3://…')`): of a package, else of all
   * packages those that perform different things.
   */
  confirmed(name: string, from?: string): readonly LibraryModelFact[];
  /** Any of those names in the text of a file, as a word. */
  readonly pattern: RegExp;
}

/** Sorts models by what they are asked for by. Nothing is loaded before it is. */
export function indexModels(models: LibraryModels): ModelIndex {
  let read: Sorted | undefined;
  const sorted = (): Sorted => {
    read ??= sort(models);
    return read;
  };
  return {
    models,
    isClass: (path) => sorted().classes.has(path),
    isNamed: (name) => sorted().names.has(name),
    confirmed(name, from) {
      const found = sorted().confirmed.get(name) ?? [];
      return from === undefined ? different(found) : found.filter(({ id }) => id.startsWith(`${from}.`));
    },
    get pattern() {
      return sorted().pattern;
    },
  };
}

interface Sorted {
  readonly classes: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly confirmed: ReadonlyMap<string, readonly LibraryModelFact[]>;
  readonly pattern: RegExp;
}

function sort(models: LibraryModels): Sorted {
  const methods = models.paths.filter((path) => /\.[A-Z]\w*\.\w+$/.test(path));
  const names = new Set(models.paths.map(lastPart));
  const confirmed = new Map<string, LibraryModelFact[]>();
  for (const path of methods) {
    const found = models.of(path).filter(({ only, id }) => only !== undefined && id.startsWith(path));
    if (found.length > 0) confirmed.set(lastPart(path), [...(confirmed.get(lastPart(path)) ?? []), ...found]);
  }
  const classes = new Set(methods.map((path) => path.slice(0, path.lastIndexOf('.'))));
  const isMethod = new Set(methods);
  const words = [...classes, ...models.paths.filter((path) => !isMethod.has(path))].map(lastPart);
  return {
    classes,
    names,
    confirmed,
    pattern: new RegExp(`\\b(?:${[...new Set([...words, ...confirmed.keys()])].join('|')})\\b`),
  };
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** Of models that perform the same, the first. */
function different(models: readonly LibraryModelFact[]): LibraryModelFact[] {
  return [...new Map(models.toReversed().map((model) => [operationsOf(model), model])).values()];
}

function operationsOf({ performs }: LibraryModelFact): string {
  return performs.map(({ service, operation }) => `${service}.${operation}`).join();
}
