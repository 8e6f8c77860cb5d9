import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { UnknownReason } from '../../evidence/vocabulary.ts';
import type { CallArguments, Operation } from '../../python/model-provider.ts';
import { clientFits } from './fits.ts';
import type { Client } from './objects.ts';
import { type Performed, performs } from './operation.ts';

/** True if the catalogue knows the service that a client speaks to. */
export function isServiceKnown({ service }: Client, models: Boto3Models): boolean {
  return service !== null && models.service(service) !== undefined;
}

/** What a client of an unknown service performs: the operation of the only service where it takes these arguments, a guess. */
export function guessedByArguments(
  client: Client,
  performed: Performed,
  { open }: CallArguments,
  models: Boto3Models,
): Operation | undefined {
  if (client.service !== null) return undefined; // it has a name that the catalogue does not know
  const fits = clientFits(performed.operation, [...performed.arguments.keys()], open, models) ?? [];
  const [only] = fits;
  if (only === undefined || fits.length > 1) return undefined;
  const found = performs({ ...client, service: only.service }, performed, models);
  return found && { ...found, certainty: { guessed: 'by the arguments: the service of the client is not known' } };
}

/** Why it cannot be said what such a client performs; undefined if it can, or if no operation takes the arguments. */
export function whyUnresolved(
  client: Client,
  method: string,
  { keywords, open }: CallArguments,
  models: Boto3Models,
): UnknownReason | undefined {
  const fits = clientFits(method, keywords, open, models);
  if (fits?.length === 0) return undefined;
  if (client.service !== null) return 'not-in-catalogue';
  return fits?.length === 1 ? undefined : 'dynamic-value';
}
