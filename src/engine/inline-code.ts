import type { Place } from '../evidence/place.ts';
import type { Sources } from '../python/program/sources.ts';
import { scanImportNames, scanImports } from '../python/scan-imports.ts';
import { lineOffset } from '../services/bind/inline-module.ts';
import type { Unit } from '../services/discover/unit.ts';
import { parseModule } from '../syntax/python/index.ts';

/** Code that stands inside a template: a file of its own, named after the unit, with the template's lines. */
export interface InlineCode {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What is added to a line of the code to get that of the template. */
  readonly lineOffset: number;
}

/** The code of a unit that stands inside of its template; undefined for other units. */
export function inlineCodeOf({ id, code }: Unit): InlineCode | undefined {
  if (code.kind !== 'inline') return undefined;
  return { file: id, bytes: new TextEncoder().encode(code.text), lineOffset: lineOffset(code) };
}

/** Sources with the code of templates among them. */
export function withInline(sources: Sources, inline: ReadonlyMap<string, InlineCode>): Sources {
  if (inline.size === 0) return sources;
  return {
    ...sources,
    has: (file) => inline.has(file) || sources.has(file),
    tree(file) {
      const own = inline.get(file);
      return own === undefined ? sources.tree(file) : parseModule(own.bytes);
    },
    importNames(file) {
      const own = inline.get(file);
      return own === undefined ? sources.importNames(file) : scanImportNames(own.bytes);
    },
    bytes: (file) => inline.get(file)?.bytes ?? sources.bytes(file),
  };
}

/** The first parts of what inline code imports; undefined for other files. */
export function inlineImports(inline: ReadonlyMap<string, InlineCode>, file: string): Set<string> | undefined {
  const own = inline.get(file);
  return own && scanImports(own.bytes);
}

/** A place in the code as a place in the template; other places as they are. */
export function templatePlace(inline: ReadonlyMap<string, InlineCode>, place: Place): Place {
  const offset = inline.get(place.file)?.lineOffset ?? 0;
  return offset === 0 ? place : { ...place, line: place.line + offset, endLine: place.endLine + offset };
}
