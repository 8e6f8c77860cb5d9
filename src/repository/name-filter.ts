/** A name (`build`), or a glob that only some names fit (`*.log`, `[._]s[a-w]?`). */
const plainName = /^[\w.@+=~-]+$/;
const plainGlob = /^(?:[\w.@+=~?-]|\*|\[[\w.~]+(?:-[\w.~])*[\w.~-]*\])+$/;

/** More stars in one glob are rare, and slow to match. */
const mostStars = 2;

/** Which names fit any of some names and globs, at the cost of one look-up and one regular expression. */
export class NameFilter {
  readonly #names: Set<string>;
  readonly #globs: Set<string>;
  #glob: RegExp | undefined;

  constructor(like?: NameFilter) {
    this.#names = new Set(like === undefined ? [] : like.#names);
    this.#globs = new Set(like === undefined ? [] : like.#globs);
  }

  /** Adds a name or a glob; false if it is no plain one, or every name may fit it. */
  add(part: string): boolean {
    if (plainName.test(part)) {
      this.#names.add(part);
      return true;
    }
    const source = sourceOf(part);
    if (source === undefined) return false;
    this.#globs.add(source);
    this.#glob = undefined;
    return true;
  }

  fits(name: string): boolean {
    if (this.#names.has(name)) return true;
    if (this.#globs.size === 0) return false;
    this.#glob ??= new RegExp(`^(?:${[...this.#globs].join('|')})$`, 's');
    return this.#glob.test(name);
  }
}

/** A glob as the source of a regular expression. */
function sourceOf(part: string): string | undefined {
  if (!plainGlob.test(part) || /^\**$/.test(part) || part.split('*').length - 1 > mostStars) return undefined;
  const source = part.replaceAll(/[.+]/g, String.raw`\$&`).replaceAll('?', '.').replaceAll(/\*+/g, '.*');
  try {
    return new RegExp(source).source;
  } catch {
    return undefined; // a range from a later to an earlier letter
  }
}
