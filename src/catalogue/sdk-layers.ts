import type { SdkLayer } from '../evidence/vocabulary.ts';
import type { Catalogue } from './catalogue.ts';

/** Which side of a cloud's API calls and distributions are on. */
export interface SdkLayers {
  /** The layer of an operation of AWS, by botocore's names; undefined for a service that is not in the catalogue. */
  ofOperation(service: string, operation: string): SdkLayer | undefined;
  /** The layer of a distribution, `none` for one that speaks to neither; undefined where that cannot be said. */
  ofDistribution(name: string): SdkLayer | 'none' | undefined;
}

const opened = new WeakMap<Catalogue, SdkLayers>();

/** The layers of a catalogue; read once for each. */
export function sdkLayers(catalogue: Catalogue): SdkLayers {
  let layers = opened.get(catalogue);
  if (layers === undefined) opened.set(catalogue, (layers = readLayers(catalogue)));
  return layers;
}

function readLayers(catalogue: Catalogue): SdkLayers {
  let services: ReadonlyMap<string, readonly RegExp[]> | undefined;
  const distributions = catalogue.load('python/sdk-layers').facts;
  const exact = new Map(distributions.map(({ id, layer }) => [id, layer]));
  const patterns = distributions
    .filter(({ id }) => id.includes('*'))
    .map(({ id, layer }) => ({ fits: glob(id), layer }));
  return {
    ofOperation(service, operation) {
      services ??= new Map(
        catalogue.load('aws/operation-layers').facts.map(({ id, dataPlane }) => [id, dataPlane.map(glob)]),
      );
      const dataPlane = services.get(service);
      if (dataPlane === undefined) return undefined;
      return dataPlane.some((pattern) => pattern.test(operation)) ? 'data-plane' : 'management';
    },
    ofDistribution: (name) => exact.get(name) ?? patterns.find(({ fits }) => fits.test(name))?.layer,
  };
}

function glob(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
}
