import type { Boto3Models } from '../catalogue/boto3/models.ts';
import { readLibraryArgument } from '../catalogue/libraries/library-argument.ts';
import type { LibraryModelFact, LibraryOrigin } from '../catalogue/libraries/library-model.ts';
import type { OwnLibraryModel, OwnLibraryOperation } from '../configuration/settings.ts';
import { ConfigurationError } from '../evidence/errors.ts';
import { didYouMean } from '../evidence/nearest.ts';

/**
 * The models of a team's own libraries as those of the catalogue are.
 * @throws ConfigurationError for a service, an operation, an origin or a form that is not known.
 */
export function ownLibraries(models: readonly OwnLibraryModel[], boto3: Boto3Models): LibraryModelFact[] {
  return models.map(({ place, performs, from, ...model }) => {
    for (const origin of Object.values(from ?? {})) {
      if (!origins.test(origin))
        throw new ConfigurationError(place, `from has no origin ${origin}: write construction NAME or attribute NAME.`);
    }
    for (const one of performs) checkOperation(one, boto3);
    return {
      ...model,
      source: 'OWN',
      distribution: model.id.split('.', 1)[0] ?? model.id,
      ...(from !== undefined && { from: from as Readonly<Record<string, LibraryOrigin>> }),
      performs: performs.map(({ service, operation, arguments: given, also }) => ({
        service,
        operation,
        ...(given !== undefined && { arguments: given }),
        ...(also !== undefined && { also }),
      })),
    };
  });
}

const origins = /^(?:construction \w+(?: \d+)?|attribute [\w.]+)$/;

function checkOperation(
  { service, operation, arguments: given = {}, place }: OwnLibraryOperation,
  boto3: Boto3Models,
): void {
  const model = boto3.model(service);
  if (model === undefined) {
    const names = boto3.services().map(({ id }) => id);
    throw new ConfigurationError(place, `boto3 has no service ${service}.${didYouMean(service, names)}`);
  }
  const known = model.operation(operation);
  if (known === undefined)
    throw new ConfigurationError(
      place,
      `${service} has no operation ${operation}.${didYouMean(operation, model.methods)}`,
    );
  for (const [path, argument] of Object.entries(given)) {
    const name = path.replace(/[.[{].*$/, '');
    if (!known.parameters.includes(name))
      throw new ConfigurationError(
        place,
        `${operation} has no parameter ${name}.${didYouMean(name, known.parameters)}`,
      );
    if (readLibraryArgument(argument) === undefined)
      throw new ConfigurationError(place, `${argument} has no form that is known: docs/library-models.md lists them.`);
  }
}
