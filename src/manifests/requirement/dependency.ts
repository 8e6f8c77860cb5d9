import type { Place } from '../../evidence/place.ts';
import type { Dependency } from '../manifest.ts';
import { isUrl, readLink } from './link.ts';
import { normaliseName } from './name.ts';
import { isPinned } from './pinned.ts';
import type { Requirement } from './requirement.ts';

/** What a manifest says of a dependency besides its requirement. */
export interface Setting {
  readonly place: Place;
  readonly group?: string | null;
  readonly hashes?: number;
}

/** The dependency that a requirement makes; one with a URL is pinned by what the URL holds or by hashes beside it. */
export function dependencyOf(requirement: Requirement, { place, group = null, hashes = 0 }: Setting): Dependency {
  const { url } = requirement;
  const link = url === null ? null : readLink(url);
  const extras = [...requirement.extras, ...trailingExtras(url ?? '')];
  return {
    name: normaliseName(requirement.name),
    specifier: requirement.specifier,
    extras: [...new Set(extras.map(normaliseName))],
    marker: requirement.marker?.text ?? null,
    group,
    source: link === null ? 'index' : link.source,
    url,
    pinned: link === null ? isPinned(requirement.specifier) : link.pinned || hashes > 0,
    hashes: hashes + (link?.hashes ?? 0),
    place,
  };
}

/** The dependency at a URL, the address of a repository or a path; its name is empty where nothing tells it. */
export function dependencyAt(address: string, setting: Setting, marker: string | null = null): Dependency {
  const { place, group = null, hashes = 0 } = setting;
  const asked = isUrl(address) ? [] : trailingExtras(address);
  const base = asked.length > 0 ? address.slice(0, address.lastIndexOf('[')) : address;
  const link = readLink(base);
  const named = link.requirement;
  return {
    name: normaliseName(named?.name ?? ''),
    specifier: named?.specifier ?? '',
    extras: [...new Set([...(named?.extras ?? []), ...asked].map(normaliseName))],
    marker,
    group,
    source: link.source,
    url: base,
    pinned: link.pinned || hashes > 0,
    hashes: hashes + link.hashes,
    place,
  };
}

/** The extras in brackets at an address's end: `.[dev]`. */
function trailingExtras(address: string): string[] {
  const start = address.endsWith(']') ? address.lastIndexOf('[') : -1;
  const names = start < 0 ? [] : address.slice(start + 1, -1).split(',');
  return names.map((name) => name.trim()).filter(Boolean);
}
