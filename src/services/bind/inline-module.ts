import type { Place, Range } from '../../evidence/place.ts';
import type { ModuleFacts } from '../../python/module-facts.ts';
import { readModule } from '../../python/read-module.ts';

/** A module with a way to the places in it. */
export interface PlacedModule {
  readonly facts: ModuleFacts;
  readonly placeOf: (range: Range) => Place;
}

/** What is added to a line of inline code to get that of the template: a block begins on the line below its key. */
export function lineOffset({ text, place }: { readonly text: string; readonly place: Place }): number {
  const block = text.includes('\n') && place.endLine > place.line;
  return place.line - (block ? 0 : 1);
}

/** Code inside a template: a file of its own, named after its resource (`id`), with the template's lines. */
export function inlineModule(id: string, code: { readonly text: string; readonly place: Place }): PlacedModule {
  const offset = lineOffset(code);
  return {
    facts: readModule(new TextEncoder().encode(code.text)),
    placeOf: (range) => ({ ...range, file: id, line: range.line + offset, endLine: range.endLine + offset }),
  };
}
