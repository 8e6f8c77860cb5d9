/** The methods by which an SDK itself makes clients. */
const ofSdk: ReadonlySet<string> = new Set(['client', 'resource', 'create_client']);

/** Names of a project's own functions that give a client of a service (`self._client('sqs')`, `get_boto3_client("s3")`). */
const ofProject =
  /^_*(?:(?:get|make|create|build|new|cached|init|aws|boto3?|botocore|aio\w*|service|session|local|regional|the|sdk)_+)*(?:client|resource)(?:_for)?_*$/;

/** The marks of files that are about AWS, in which a project's own names are believed. */
const marks = ['boto', 'aws', 'AWS'];

/**
 * Tells which calls give a client of the service that their first argument names, by the name that is called: in a file of
 * this text, as a method or as a function.
 */
export function clientCalls(source: Buffer): (name: string, isMethod: boolean) => boolean {
  let isOfAws: boolean | undefined;
  return (name, isMethod) => {
    if (ofSdk.has(name)) return isMethod;
    if (!ofProject.test(name)) return false;
    return (isOfAws ??= marks.some((one) => source.includes(one)));
  };
}

/** The end of the name that is called, and its first argument. */
const call = /(?:client|resource)(?:_for)?_*\(\s*(?:service_name\s*=\s*)?['"]([a-z0-9-]+)['"]/g;
const longestName = 60;

/** The services of AWS by whose names a file seems to make or take clients: a superset, as a text may hold such calls too. */
export function namedServices(source: Buffer): Set<string> {
  const found = new Set<string>();
  if (!texts.some((one) => source.includes(one))) return found;
  const text = source.toString('latin1');
  const gives = clientCalls(source);
  for (const { index, 0: whole, 1: service = '' } of text.matchAll(call)) {
    const name = text.slice(Math.max(0, index - longestName), index + whole.indexOf('(')).match(/(\.?)(\w+)$/);
    if (name !== null && gives(name[2] ?? '', name[1] === '.')) found.add(service);
  }
  return found;
}

const texts = ['client(', 'resource(', 'client_for('];
