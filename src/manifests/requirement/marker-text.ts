import { Cursor } from './cursor.ts';
import type { MarkerEnvironment } from './environment.ts';
import { evaluateMarker, type MarkerResult } from './evaluate-marker.ts';
import { type Marker, readMarker } from './marker.ts';

export type { Marker, MarkerVariable } from './marker.ts';

/** Reads a whole text as a marker; undefined where it is none. */
export function parseMarker(text: string): Marker | undefined {
  const cursor = new Cursor(text);
  const tree = readMarker(cursor);
  cursor.skipSpace();
  return typeof tree === 'string' || !cursor.atEnd ? undefined : tree;
}

/** Whether a dependency's marker holds in an environment: true without a marker, unknown where it can't be read. */
export function markerHolds(text: string | null, environment: MarkerEnvironment): MarkerResult {
  if (text === null) return true;
  const marker = parseMarker(text);
  return marker === undefined ? 'unknown' : evaluateMarker(marker, environment);
}
