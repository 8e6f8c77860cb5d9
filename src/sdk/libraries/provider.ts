import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { LibraryModelFact } from '../../catalogue/libraries/library-model.ts';
import { type LibraryModels, ofPackages } from '../../catalogue/libraries/library-models.ts';
import type { Operation, OperationProvider } from '../../python/model-provider.ts';
import { external } from '../../python/values/make.ts';
import { indexModels, type ModelIndex } from './model-index.ts';
import { libraryDataOf, libraryMethod, libraryObject, providerName } from './objects.ts';
import { givenBy, type LibraryCall, performedBy } from './performed.ts';

/**
 * What calls of libraries perform that call AWS by themselves, by the models of the catalogue and the user's own.
 * `own` are packages of which the repository is the source: their code is read as it stands.
 */
export function libraryProvider(
  libraries: LibraryModels,
  models: Boto3Models,
  own: ReadonlySet<string> = new Set(),
): OperationProvider {
  const index = indexModels(libraries);
  const perform = (facts: readonly LibraryModelFact[], call: LibraryCall): Operation[] =>
    facts.flatMap((fact) => performedBy(fact, call, models));
  const packages = [...libraries.packages.keys()];
  const parts = new Map<string, OperationProvider>();
  return {
    name: providerName,
    within(imported) {
      const some = packages.filter((name) => imported.has(name));
      const key = some.join();
      let part = parts.get(key);
      if (part === undefined && some.length > 0)
        parts.set(key, (part = libraryProvider(ofPackages(libraries, new Set(some)), models, own)));
      return part;
    },
    imports: packages.filter((name) => !own.has(name)),
    libraries: packages.filter((name) => own.has(name)),
    mentions: (bytes) =>
      index.pattern.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')),
    isOperation: (name) => index.isNamed(name),
    isTelling: () => false,
    isResponding: (name) => index.isNamed(name),
    external: () => undefined,
    annotated: (path) => (index.isClass(path) ? libraryObject(path, null) : undefined),
    callExternal(path, call) {
      return index.isClass(path) ? libraryObject(path, call) : givenBy(libraries.of(path), null, call);
    },
    inherited: (path, name, receiver) =>
      libraries.of(`${path}.${name}`).length > 0 ? libraryMethod(`${path}.${name}`, receiver) : undefined,
    attribute(object, name) {
      const data = libraryDataOf(object);
      if (data?.kind !== 'object') return undefined;
      const path = `${data.class}.${name}`;
      return libraries.of(path).length > 0 ? libraryMethod(path, object) : external(`${data.class}().${name}`);
    },
    call(object, call) {
      const data = libraryDataOf(object);
      return data?.kind === 'method' ? givenBy(libraries.of(data.path), data.receiver, call) : undefined;
    },
    operations(callee, call, evaluation) {
      const data = libraryDataOf(callee);
      if (data?.kind !== 'method') return [];
      return perform(libraries.of(data.path), { receiver: data.receiver, arguments: call, evaluation });
    },
    operationsOfExternal(path, call, evaluation) {
      const facts = libraries.of(path);
      return perform(facts.length > 0 ? facts : ofResult(path, index), { receiver: null, arguments: call, evaluation });
    },
    fits: () => true,
    guess(attribute, call) {
      const performed = perform(index.confirmed(attribute), { receiver: null, arguments: call, evaluation: null });
      return performed.length === 0 ? undefined : performed.map((operation) => ({ ...operation, certainty: byName }));
    },
  };
}

const byName = { guessed: 'by the name of the method and the address in its arguments' };

/** Models of a method of what something of a library gave: `pandas.read_csv().to_parquet`. Its argument confirms it. */
function ofResult(path: string, index: ModelIndex): readonly LibraryModelFact[] {
  const [, from, name] = /^(\w+)\..*\(\).*\.(\w+)$/.exec(path) ?? [];
  return from === undefined || name === undefined ? [] : index.confirmed(name, from);
}
