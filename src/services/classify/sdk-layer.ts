import type { SdkLayers } from '../../catalogue/sdk-layers.ts';
import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Place } from '../../evidence/place.ts';
import { type SdkLayer, sdkLayers } from '../../evidence/vocabulary.ts';
import type { SdkImports } from '../service.ts';
import { type Axis, collected } from './classification.ts';

/** A call of AWS that a service makes, by botocore's names. */
export interface LayeredCall {
  readonly service: string;
  readonly operation: string;
  readonly place: Place;
}

/** Distributions whose calls tell the layer, if anything does. */
const byCalls: ReadonlySet<string> = new Set(['boto3', 'botocore', 'aioboto3', 'aiobotocore', 's3transfer']);

/**
 * The side of the clouds' APIs that a service speaks to: by the distributions that it imports, and for AWS by its calls;
 * `calls` is null where they were not looked for.
 */
export function sdkLayerOf(
  imports: SdkImports,
  calls: readonly LayeredCall[] | null,
  layers: SdkLayers,
): Axis<SdkLayer> {
  if (imports.unread !== null) return { found: [], reason: `its code was not read: ${imports.unread.detail}` };
  const pieces: (readonly [SdkLayer, Evidence])[] = [];
  const open = new Set<string>();
  for (const { distribution, evidence: piece } of imports.imports) {
    const layer = layers.ofDistribution(distribution);
    if (byCalls.has(distribution)) {
      if (calls === null) open.add(`${distribution} speaks to both layers: its calls tell`);
    } else if (layer === undefined) open.add(`${distribution} speaks to both layers`);
    else if (layer !== 'none') pieces.push([layer, piece]);
  }
  for (const { service, operation, place } of calls ?? []) {
    const layer = layers.ofOperation(service, operation);
    if (layer === undefined) open.add(`of ${service} it is not known which operations manage resources`);
    else pieces.push([layer, evidence(place, `${service}.${operation}`)]);
  }
  const found = collected(sdkLayers, pieces);
  if (open.size > 0) return { found, reason: [...open].sort().join('; ') };
  if (found.length > 0) return { found, reason: null };
  return { found, reason: reasonOf(imports) };
}

function reasonOf({ imports }: SdkImports): string {
  if (imports.length === 0) return 'it imports no SDK of a cloud';
  if (imports.some(({ distribution }) => byCalls.has(distribution)))
    return 'it imports an SDK of AWS, but no call of it was found';
  const names = imports.map(({ distribution }) => distribution).join(', ');
  return `what it imports speaks to neither layer by itself: ${names}`;
}
