// https://docs.aws.amazon.com/boto3/latest/guide/s3.html: methods that move files, by several operations
import type { Boto3Transfer, TransferForm, TransferOperation } from '../../catalogue/boto3/customization.ts';
import type { Boto3Models } from '../../catalogue/boto3/models.ts';
import type { IndirectCall, Operation } from '../../python/model-provider.ts';
import { constant, stringOf } from '../../python/values/make.ts';
import { members } from '../../python/values/union.ts';
import type { Value } from '../../python/values/value.ts';
import type { Behaviour, MethodCall } from './behaviour.ts';
import { calledBack } from './events.ts';
import { botoOf, type Client, methodOf, opaque, type Transfer } from './objects.ts';
import { listOf, performs } from './operation.ts';
import { entriesOf } from './presigned.ts';

/** A transfer and the method that starts it. */
interface Started {
  readonly fact: Boto3Transfer;
  readonly form: TransferForm;
}

/** Objects of s3transfer's classes. */
export const transfer: Behaviour<Transfer> = {
  attribute: (data, name, models) =>
    transferOn(data.class, name, models) === undefined ? opaque : methodOf(data, name),
  call: () => opaque,
  operations(data, call, models) {
    const started = transferOn(data.class, call.name, models);
    return started === undefined ? [] : transfers(data.client, started, call, models);
  },
  calls(data, call, models) {
    const started = transferOn(data.class, call.name, models);
    return started === undefined ? [] : progressCallback(started, call);
  },
};

/** The transfer that a method starts; undefined if it starts none. */
export function transferOn(on: string, method: string, models: Boto3Models): Started | undefined {
  for (const fact of models.customizations) {
    if (fact.kind !== 'transfer') continue;
    const form = fact.forms.find((one) => one.on === on && one.method === method);
    if (form !== undefined) return { fact, form };
  }
  return undefined;
}

/**
 * The operations of a transfer; those that only clean up after a failure are left out. `identifiers` are those of the
 * resource whose method it is.
 */
export function transfers(
  client: Client,
  { fact, form }: Started,
  call: MethodCall,
  models: Boto3Models,
  identifiers: ReadonlyMap<string, Value> = new Map(),
): readonly Operation[] {
  const given = argumentsOf(form, call, identifiers);
  const extra = entriesOf(given.get('ExtraArgs'));
  return fact.performs
    .filter((step) => step.when !== 'failure' && isAskedFor(step, extra))
    .flatMap((step) => {
      const by = step.client === undefined ? undefined : botoOf(given.get(step.client));
      const speaker = by?.kind === 'client' ? by : client;
      const { operation } = step;
      const known = models.model(fact.service)?.operation(operation)?.parameters ?? [];
      const passed = new Map([...extra].filter(([name]) => known.includes(name)));
      for (const [name, source] of Object.entries(step.arguments)) {
        const value = sourceValue(source, given, call);
        if (value !== undefined) passed.set(name, value);
      }
      const performed = { operation, through: `transfer:${form.method}`, arguments: passed };
      return listOf(performs({ ...speaker, service: fact.service }, performed, models));
    });
}

/** The function that is told of a transfer's progress. */
export function progressCallback({ form }: Started, { arguments: call }: MethodCall): readonly IndirectCall[] {
  const index = form.parameters.indexOf('Callback');
  return index < 0 ? [] : calledBack(call, call.get(index, form.snake ? 'callback' : 'Callback'));
}

/** The arguments under boto3's names of them. */
function argumentsOf(
  form: TransferForm,
  { arguments: call }: MethodCall,
  identifiers: ReadonlyMap<string, Value>,
): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const [index, name] of form.parameters.entries()) {
    const value = call.get(index, form.snake ? snakeCase(name) : name);
    if (value !== undefined) found.set(name, value);
  }
  for (const [name, identifier] of Object.entries(form.given ?? {})) {
    const value = identifiers.get(identifier);
    if (value !== undefined) found.set(name, value);
  }
  return found;
}

function snakeCase(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}

/** True unless the operation is only performed for a key of `ExtraArgs` that is not there, or has another value. */
function isAskedFor({ extra: condition = {} }: TransferOperation, extra: ReadonlyMap<string, Value>): boolean {
  return Object.entries(condition).every(([key, values]) => {
    const value = extra.get(key);
    return value !== undefined && members(value).some((member) => values.includes(stringOf(member) ?? values[0] ?? ''));
  });
}

/** An argument, or what stands under a key of one. */
function sourceValue(source: string, given: ReadonlyMap<string, Value>, { evaluation }: MethodCall): Value | undefined {
  const [name = '', key] = source.split('.');
  const value = given.get(name);
  return value === undefined || key === undefined ? value : evaluation.item(value, constant(key));
}
