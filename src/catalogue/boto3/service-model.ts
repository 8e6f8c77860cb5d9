import type { Boto3Resource, Boto3ServiceFile } from './service.ts';

/** An operation of a service: its name in the API and its top-level parameters, which clients take by name only. */
export interface Boto3Operation {
  readonly api: string;
  readonly parameters: readonly string[];
  readonly required: ReadonlySet<string>;
}

/** What boto3 knows of one service. */
export interface Boto3ServiceModel {
  /** The operation of a method (`get_object`); undefined if the client has no such method. */
  operation(method: string): Boto3Operation | undefined;
  canPaginate(method: string): boolean;
  /** The names of all operations in Python. */
  readonly methods: readonly string[];
  /** The method that a waiter calls; undefined if there is no such waiter. */
  waiter(name: string): string | undefined;
  /** A resource type (`Bucket`, `ServiceResource`); undefined if there is none. */
  resource(type: string): Boto3Resource | undefined;
  readonly paginators: ReadonlySet<string>;
  readonly waiters: readonly string[];
}

/** Reads a service's file. Operations are taken apart when they are asked for. */
export function serviceModel(file: Boto3ServiceFile): Boto3ServiceModel {
  const operations = new Map<string, Boto3Operation>();
  const paginators = new Set(file.paginators?.split(' '));
  const { waiters = {}, resources = {} } = file;
  return {
    operation(method) {
      const known = operations.get(method);
      if (known !== undefined) return known;
      const text = own(file.operations, method);
      if (text === undefined) return undefined;
      const operation = readOperation(text);
      operations.set(method, operation);
      return operation;
    },
    canPaginate: (method) => paginators.has(method),
    waiter: (name) => own(waiters, name),
    resource: (type) => own(resources, type),
    methods: Object.keys(file.operations),
    paginators,
    waiters: Object.keys(waiters),
  };
}

function readOperation(text: string): Boto3Operation {
  const [api = '', ...marked] = text.split(' ');
  const required = marked.filter((name) => name.endsWith('!')).map((name) => name.slice(0, -1));
  return { api, parameters: marked.map((name) => name.replace('!', '')), required: new Set(required) };
}

/** An own property: names come from the code that is read, `constructor` among them. */
export function own<Item>(table: Readonly<Record<string, Item>> | undefined, name: string): Item | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
