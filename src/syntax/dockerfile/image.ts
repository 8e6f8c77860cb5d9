// https://pkg.go.dev/github.com/distribution/reference: [registry/]path[:tag][@digest]
import type { ImageReference, Resolved, Span, Word } from './model.ts';
import { substitute } from './substitute.ts';

type ValueOf = (name: string) => string | undefined;

/** A text with its variables replaced where they have values. */
export function resolve(written: string, place: Span, valueOf: ValueOf): Resolved {
  return { written, resolved: substitute(written, valueOf) ?? null, start: place.start, end: place.end };
}

/** The image that a word names. */
export function imageOf(word: Word, valueOf: ValueOf): ImageReference {
  const name = resolve(word.text, word, valueOf);
  return { ...name, ...partsOf(name.resolved ?? name.written) };
}

const parts = /^(?<name>(?:[^/@$]*\/)*[^/:@$]+)?(?::(?<tag>[^@]*))?(?:@(?<digest>.+))?$/;

/** Name, tag and digest of an image as text; parts with a variable in them are null. */
function partsOf(image: string): { name: string | null; tag: string | null; digest: string | null } {
  const found = parts.exec(image)?.groups;
  return { name: known(found?.['name']), tag: known(found?.['tag']), digest: known(found?.['digest']) };
}

function known(part: string | undefined): string | null {
  return part === undefined || part === '' || part.includes('$') ? null : part;
}
