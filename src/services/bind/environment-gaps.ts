import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Place } from '../../evidence/place.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, type Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import type { Unit } from '../discover/unit.ts';
import { settingPathsOf } from './setting-paths.ts';
import { unitResources } from './unit-resources.ts';

/**
 * What may give a unit variables that are not seen: values that a deployment decides, objects of elsewhere, images that are
 * not built here, faults in its definition. Null for a unit whose definition has no place for an environment that is read.
 */
export function environmentGapsOf({ definition, artifact, image, definedIn }: Unit): readonly Evidence[] | null {
  if (definition === null) return null;
  const { resource, stack } = definition;
  const parts = unitResources(resource, stack);
  if (!parts.some(({ type }) => settingPathsOf(type)?.environment !== undefined)) return null;
  const gaps = parts.flatMap((part) => gapsOfResource(part, stack));
  if (artifact === 'image') {
    if (image === null) gaps.push(evidence(definedIn, 'an image that is not built here'));
    else
      for (const { text, last, evidence: base } of image.shape.bases)
        if (last && !plainBase.test(text ?? '')) gaps.push(base);
  }
  for (const { place, message } of stack.faults) gaps.push(evidence(place, message));
  return gaps;
}

/** Images that set no variables but their own: Python's, those of platforms, distributions of Linux. */
const plainBase =
  /^((docker\.io\/|public\.ecr\.aws\/docker\/)?(library\/)?(python|debian|ubuntu|alpine|amazonlinux):|public\.ecr\.aws\/(lambda|sam|amazonlinux)\/|mcr\.microsoft\.com\/(azure-functions|oryx)\/|gcr\.io\/distroless\/|ghcr\.io\/astral-sh\/uv)/;

function gapsOfResource(resource: Resource, stack: Stack): Evidence[] {
  const gaps: Evidence[] = [];
  const note = (place: Place, text: string): void => void gaps.push(evidence(place, text));
  const paths = settingPathsOf(resource.type);
  for (const path of paths?.environment ?? []) noteGaps(resource.properties, path.split('.'), note);
  for (const path of paths?.environmentFrom ?? []) {
    const [, from = ''] = /^(.*envFrom)/.exec(path) ?? [];
    for (const source of itemsAt(resource.properties, from.split('.'))) {
      if (!isReadSource(source, stack)) note(source.place, readText(source).text);
    }
  }
  if (resource.type.startsWith('Microsoft.Web/sites')) {
    for (const other of stack.resources.values()) {
      const settings = property(other, 'properties');
      if (/^Microsoft\.Web\/sites\/(slots\/)?config$/.test(other.type) && settings?.kind !== 'map')
        note(other.place, other.id);
    }
  }
  return gaps;
}

type Note = (place: Place, text: string) => void;

/** Tells of everything on the way along a path that is neither there in full nor absent. */
function noteGaps(value: Value, [step, ...rest]: readonly string[], note: Note): void {
  switch (value.kind) {
    case 'absent':
      return;
    case 'list':
      for (const item of value.items) noteGaps(item, step === undefined ? [] : [step, ...rest], note);
      return;
    case 'choice':
      for (const option of value.options) noteGaps(option, step === undefined ? [] : [step, ...rest], note);
      return;
    case 'map': {
      if (value.open !== null) note(value.open.place, value.open.text);
      if (step === undefined) return noteUnnamed(value, note);
      const entry = value.entries.get(step);
      if (entry !== undefined) noteGaps(entry.value, rest, note);
      return;
    }
    case 'literal':
      if (value.value !== null && value.text !== '') note(value.place, value.text);
      return;
    default:
      note(value.place, readText(value).text);
  }
}

/** An item of a list of variables whose name is put together. */
function noteUnnamed(value: Value & { kind: 'map' }, note: Note): void {
  const name = ['name', 'Name', 'key', 'Key'].map((key) => value.entries.get(key)?.value).find((one) => one);
  const isItem = ['value', 'Value', 'valueFrom', 'ValueFrom'].some((key) => value.entries.has(key));
  if (name !== undefined && isItem && name.kind !== 'literal') note(value.place, readText(name).text);
}

function itemsAt(value: Value, [step, ...rest]: readonly string[]): Value[] {
  if (value.kind === 'list')
    return value.items.flatMap((item) => itemsAt(item, step === undefined ? [] : [step, ...rest]));
  if (step === undefined) return [value];
  if (value.kind !== 'map') return [];
  const entry = value.entries.get(step);
  return entry === undefined ? [] : itemsAt(entry.value, rest);
}

/** A ConfigMap of the tree. */
function isReadSource(source: Value, stack: Stack): boolean {
  const map = source.kind === 'map' ? source.entries.get('configMapRef')?.value : undefined;
  const name = map?.kind === 'map' ? map.entries.get('name')?.value : undefined;
  const resource = name?.kind === 'reference' ? stack.resources.get(name.resource) : undefined;
  return resource !== undefined && property(resource, 'data')?.kind === 'map';
}
