import { lazy } from '../../evidence/lazy.ts';
import type { Catalogue } from '../catalogue.ts';
import { readDataFile } from '../data-file.ts';
import type { Boto3Customization } from './customization.ts';
import type { Boto3MethodsFile, Boto3Resource, Boto3Service, Boto3ServiceFile } from './service.ts';
import { type Boto3ServiceModel, own, serviceModel } from './service-model.ts';

/** What is known of boto3, read part by part when it is asked for. */
export interface Boto3Models {
  /** A service by a name that `boto3.client` takes; undefined if there is none. */
  service(name: string): Boto3Service | undefined;
  /** All services, by name. */
  services(): readonly Boto3Service[];
  /** The model of a service; undefined if there is no such service. */
  model(name: string): Boto3ServiceModel | undefined;
  /** A service's resource type with what boto3's code adds to it; undefined if there is none. */
  resource(service: string, type: string): Boto3Resource | undefined;
  /** The services whose clients have this method as an operation. */
  servicesWith(method: string): readonly string[];
  /** True if a resource of some service can perform an operation by this name. */
  isResourceName(name: string): boolean;
  readonly customizations: readonly Boto3Customization[];
}

/** Opens what the catalogue knows of boto3. Nothing is read before it is asked for. */
export function openBoto3(catalogue: Catalogue): Boto3Models {
  const index = lazy(() => byName(catalogue.load('aws/boto3/index').facts));
  const methods = lazy(() => readMethods(readDataFile('aws/boto3/methods') as Boto3MethodsFile));
  const models = new Map<string, Boto3ServiceModel>();
  const resources = new Map<string, Boto3Resource | undefined>();
  const customizations = lazy(() => catalogue.load('aws/boto3/customizations').facts);
  const model = (name: string): Boto3ServiceModel | undefined => {
    const id = index().get(name)?.id;
    if (id === undefined) return undefined;
    let found = models.get(id);
    if (found === undefined) {
      found = serviceModel(readDataFile(`aws/boto3/services/${id}`) as Boto3ServiceFile);
      models.set(id, found);
    }
    return found;
  };
  return {
    service: (name) => index().get(name),
    services: () => catalogue.load('aws/boto3/index').facts,
    model,
    resource(service, type) {
      const key = `${service} ${type}`;
      if (!resources.has(key)) resources.set(key, extended(service, type, model(service), customizations()));
      return resources.get(key);
    },
    servicesWith: (method) => methods().servicesWith(method),
    isResourceName: (name) => methods().resources.has(name),
    get customizations() {
      return customizations();
    },
  };
}

function byName(services: readonly Boto3Service[]): Map<string, Boto3Service> {
  const found = new Map(services.map((service) => [service.id, service]));
  for (const service of services) for (const other of service.otherNames ?? []) found.set(other, service);
  return found;
}

/** A resource type with the actions that boto3's code adds; a `load` that it adds is what loads it. */
function extended(
  service: string,
  type: string,
  model: Boto3ServiceModel | undefined,
  customizations: readonly Boto3Customization[],
): Boto3Resource | undefined {
  const modelled = model?.resource(type);
  if (modelled === undefined) return undefined;
  const added = customizations.filter((fact) => fact.kind === 'resource-action');
  const here = added.filter((fact) => fact.service === service && fact.resource === type);
  const actions = new Map(here.map(({ method, action }) => [method, action]));
  const load = actions.get('load') ?? modelled.load;
  actions.delete('load');
  return { ...modelled, ...(load && { load }), actions: { ...modelled.actions, ...Object.fromEntries(actions) } };
}

interface Methods {
  servicesWith(method: string): readonly string[];
  readonly resources: ReadonlySet<string>;
}

/** The table of methods. The methods that begin with one word are taken apart when one of them is asked for. */
function readMethods(file: Boto3MethodsFile): Methods {
  const words = new Map<string, Map<string, string>>();
  return {
    resources: new Set(file.resources.trim().split(' ')),
    servicesWith(method) {
      const end = method.indexOf('_');
      const word = end < 0 ? method : method.slice(0, end);
      const text = own(file.operations, word);
      if (text === undefined) return [];
      let rests = words.get(word);
      if (rests === undefined) words.set(word, (rests = readRests(text)));
      return rests.get(end < 0 ? '' : method.slice(end + 1))?.split(',') ?? [];
    },
  };
}

function readRests(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of text.trimStart().split(' ')) {
    const equals = entry.indexOf('=');
    found.set(entry.slice(0, equals), entry.slice(equals + 1));
  }
  return found;
}
