import type { Place, Range } from '../../evidence/place.ts';
import type { ModuleFacts } from '../../python/module-facts.ts';
import { readModule } from '../../python/read-module.ts';

/** A module with a way to the places in it. */
export interface PlacedModule {
  readonly facts: ModuleFacts;
  readonly placeOf: (range: Range) => Place;
}

/** Code inside a template: a file of its own, named after its resource (`id`), with the template's lines. */
export function inlineModule(id: string, code: { readonly text: string; readonly place: Place }): PlacedModule {
  const block = code.text.includes('\n') && code.place.endLine > code.place.line;
  const offset = code.place.line - (block ? 0 : 1);
  return {
    facts: readModule(new TextEncoder().encode(code.text)),
    placeOf: (range) => ({ ...range, file: id, line: range.line + offset, endLine: range.endLine + offset }),
  };
}
