import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import { readLibraryArgument } from '../../catalogue/libraries/library-argument.ts';
import type { LibraryModelFact, LibraryOperation, LibraryOrigin } from '../../catalogue/libraries/library-model.ts';
import type { CallArguments, Evaluation, Identity, Operation } from '../../python/model-provider.ts';
import { sequenceOf } from '../../python/values/containers.ts';
import { constant, instance, isNone, unknown } from '../../python/values/make.ts';
import { members, nothing, overMembers, union } from '../../python/values/union.ts';
import type { Value } from '../../python/values/value.ts';
import { botoOf, ownIdentity } from '../boto3/objects.ts';
import { listOf, performs } from '../boto3/operation.ts';
import { requestOf } from '../boto3/request.ts';
import { beginsWith, partOfText, thoseThatBegin } from './argument-text.ts';
import { libraryDataOf, libraryObject } from './objects.ts';

/** A call of a library: what is called, on what, and with what. */
export interface LibraryCall {
  /** What the method was got from; null for functions and constructors. */
  readonly receiver: Value | null;
  readonly arguments: CallArguments;
  /** Null where nothing is known of the receiver. */
  readonly evaluation: Evaluation | null;
}

/** The operations that a call performs by one model of it; empty if an argument says that the model is not meant. */
export function performedBy(model: LibraryModelFact, call: LibraryCall, models: Boto3Models): readonly Operation[] {
  if (!isMeant(model, call.arguments)) return [];
  const through = `library:${model.id.split(' ')[0]}`;
  const identity = identityOf(call.arguments);
  return model.performs.flatMap((performed) => {
    const { service, operation, also } = performed;
    const given = requestOf(argumentsOf(model, performed, call));
    const found = performs({ kind: 'client', service, identity }, { operation, through, arguments: given }, models);
    return listOf(found && { ...found, ...(also && { sometimes: true }) });
  });
}

/** What a call gives that more calls can be made on, by its models; undefined if they say nothing of that. */
export function givenBy(
  facts: readonly LibraryModelFact[],
  receiver: Value | null,
  call: CallArguments,
): Value | undefined {
  const gives = facts.find((fact) => fact.gives !== undefined && isMeant(fact, call))?.gives;
  if (gives === undefined) return undefined;
  if (!gives.endsWith('of the class')) return libraryObject(gives, call);
  const of = receiver?.kind === 'instance' ? receiver.class : receiver;
  if (of?.kind !== 'class') return undefined;
  const made = instance(of, null);
  return gives.startsWith('objects') ? sequenceOf('list', [made], false) : made;
}

/** The arguments of the operation, by their paths in the request. What is known to be none is left out. */
function argumentsOf(model: LibraryModelFact, performed: LibraryOperation, call: LibraryCall): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const [path, argument] of Object.entries(performed.arguments ?? {})) {
    const value = filledBy(argument, model, call);
    if (value !== undefined && value !== nothing && !isNone(value)) found.set(path, value);
  }
  return found;
}

function filledBy(argument: string, model: LibraryModelFact, call: LibraryCall): Value | undefined {
  const read = readLibraryArgument(argument);
  if (read === undefined) return undefined;
  if (read.kind === 'text') return constant(read.text);
  const found = valueOf(read.name, model, call);
  if (found === undefined) return undefined;
  const given = overMembers(found, nameOf);
  const each = read.each === undefined ? given : overMembers(given, (one) => partsOf(one, read.each === 'key'));
  return partOfText(read.form, each);
}

/** A resource of the SDK that a library is given stands for its name: `EncryptedTable(table=dynamodb.Table('orders'))`. */
function nameOf(value: Value): Value {
  const data = botoOf(value);
  const [name] = data?.kind === 'resource' ? data.identifiers.values() : [];
  return name ?? value;
}

/** The items of a list or the keys of a mapping, joined; a single value counts as one item. */
function partsOf(value: Value, keys: boolean): Value {
  if (value.kind === 'sequence') return union(value.elements());
  if (value.kind !== 'mapping' || !keys) return value;
  return union([...value.keys().map((key) => constant(key)), ...listOf(value.otherKeys?.())]);
}

/** An argument of the call by its name, or what comes from elsewhere; undefined if it is not given. */
function valueOf(name: string, { parameters, from, only }: LibraryModelFact, call: LibraryCall): Value | undefined {
  const origin = from?.[name];
  if (origin !== undefined) return originValue(origin, call);
  const value = argument(name, parameters, call.arguments);
  return value !== undefined && only?.argument === name ? thoseThatBegin(value, only.starts) : value;
}

function argument(name: string, parameters = '', call: CallArguments): Value | undefined {
  const index = parameters.split(' ').indexOf(name);
  return index < 0 ? undefined : (call.get(index, name) ?? (call.open ? unknown('dynamic-value') : undefined));
}

function isMeant({ only, mode, parameters }: LibraryModelFact, call: CallArguments): boolean {
  const given = only && argument(only.argument, parameters, call);
  if (only !== undefined && (given === undefined || beginsWith(given, only.starts) !== true)) return false;
  const chosen = mode && argument(mode.argument, parameters, call);
  if (mode === undefined) return true;
  return chosen === undefined ? mode.starts.includes('r') : beginsWith(chosen, mode.starts) === true;
}

/** `construction NAME [INDEX]`, or an attribute of the object's class. */
function originValue(origin: LibraryOrigin, { receiver, evaluation }: LibraryCall): Value {
  const [kind, name = '', index] = origin.split(' ');
  const notKnown = unknown('dynamic-value');
  if (receiver === null || evaluation === null) return notKnown;
  if (kind === 'construction') {
    const data = libraryDataOf(receiver);
    const made = data?.kind === 'object' ? data.construction : null;
    return (index === undefined ? made?.keyword(name) : made?.get(Number(index), name)) ?? notKnown;
  }
  if (kind !== 'attribute' || name === 'of') return notKnown;
  return name.split('.').reduce((value, step) => evaluation.attribute(value, step), receiver);
}

/** Arguments by which a session or a client of the SDK is handed to a library. */
const speakers = ['boto3_session', 'boto3_client', 'boto_session', 'session', 'client', 'botocore_session'];

/** With whose rights the library speaks: those of a session or client that it is given, else the service's own. */
function identityOf(call: CallArguments): Identity {
  for (const name of speakers) {
    for (const member of members(call.keyword(name) ?? nothing)) {
      const data = botoOf(member);
      if (data?.kind === 'session' || data?.kind === 'client') return data.identity;
      if (data?.kind === 'resource') return data.client.identity;
    }
  }
  return ownIdentity;
}
