import { openBoto3 } from '../src/catalogue/boto3/models.ts';
import { openCatalogue } from '../src/catalogue/catalogue.ts';
import { openLibraryModels } from '../src/catalogue/libraries/library-models.ts';
import type { Operation } from '../src/python/model-provider.ts';
import { openModules } from '../src/python/modules.ts';
import { openSources } from '../src/python/program/sources.ts';
import type { Value } from '../src/python/values/value.ts';
import { memoryRepository } from '../src/repository/memory.ts';
import { boto3Provider } from '../src/sdk/boto3/provider.ts';
import { libraryProvider } from '../src/sdk/libraries/provider.ts';
import { programCalls } from '../src/sdk/program-calls.ts';

const catalogue = openCatalogue();
const models = openBoto3(catalogue);
const providers = [boto3Provider(models), libraryProvider(openLibraryModels(catalogue), models)];

/**
 * The calls of a program of some files, one a line, as `app.py:3 s3.get_object(Bucket=a) THROUGH as IDENTITY`; what is
 * guessed behind `~`, an environment variable as `$NAME`, what is not known `?`. What only some calls perform is left out.
 */
export function callLines(files: Readonly<Record<string, string>>): string[] {
  const repository = memoryRepository(files);
  const modules = openModules(repository, (bytes, read) => read(bytes));
  const search = {
    sources: openSources(repository),
    providers,
    imports: (file: string) => modules.scan(file),
    entryPoints: () => [],
    leftOut: () => false,
    named: false,
  };
  const { calls } = programCalls(search, { roots: ['.'], files: repository.files });
  return calls
    .filter(({ operation }) => operation.sometimes !== true)
    .map(({ operation, place }) => `${place.file}:${place.line} ${lineOf(operation)}`);
}

function lineOf({ service, operation, through, identity, certainty, arguments: given }: Operation): string {
  const passed = [...given].map(([name, value]) => `${name}=${shown(value)}`).join(', ');
  const as = identity.kind === 'service' ? '' : ` as ${identity.kind}`;
  const mark = certainty === 'resolved' ? '' : '~';
  return `${mark}${service}.${operation}(${passed})${through === null ? '' : ` ${through}`}${as}`;
}

function shown(value: Value): string {
  if (value.kind === 'constant') return String(value.value);
  if (value.kind === 'union') return value.members.map(shown).join('|');
  return value.kind === 'environment' ? `$${value.name}` : '?';
}
