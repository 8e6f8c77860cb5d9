// What record_calls.py writes: one JSON object a line.

/** A line of a file of the repository, its path from the root. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A frame of the stack, in the repository's own code. */
export interface Frame extends Place {
  readonly function: string;
  readonly test: boolean;
}

/** An operation as it was performed: botocore's names, the stack from the innermost frame, and how it came about. */
export interface Recording {
  readonly service: string;
  readonly operation: string;
  readonly stack: readonly Frame[];
  readonly made?: Frame;
  readonly via?: string;
}

/** A line of code that performed an operation. */
export interface Site {
  readonly service: string;
  readonly operation: string;
  /** Where the call may be said to stand: where its pages or its batch were got, if they were, and where it happened. */
  readonly places: readonly [Frame, ...Frame[]];
  /** The frames around it, from the innermost. */
  readonly callers: readonly Frame[];
}

/** The sites of a recording. */
export interface Recorded {
  /** How many operations were performed in all. */
  readonly performed: number;
  /** In code outside the tests. */
  readonly sites: readonly Site[];
  readonly inTests: number;
  /** Performed by a library that the code called: not the code's own calls. */
  readonly throughLibraries: number;
  /** Lines that could not be read, such as a last one cut off. */
  readonly unreadable: number;
}

type Line = Recording | { readonly operations: number };

function readLine(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}

function siteOf({ service, operation, stack, made }: Recording): Site | undefined {
  const [innermost, ...callers] = stack;
  if (innermost === undefined) return undefined;
  return { service, operation, places: made ? [made, innermost] : [innermost], callers };
}

function keyOf({ service, operation, places: [{ file, line }] }: Site): string {
  return JSON.stringify([file, line, service, operation]);
}

function join(one: Site, other: Site): Site {
  return {
    ...one,
    places: [...one.places, ...other.places.slice(1)],
    callers: [...one.callers, ...other.callers],
  };
}

/** Reads a recording, all processes of it, into distinct sites: file, line, service and operation. */
export function readRecordings(text: string): Recorded {
  const sites = new Map<string, Site>();
  const libraries = new Set<string>();
  let performed = 0;
  let unreadable = 0;
  for (const line of text.split('\n').filter((line) => line !== '')) {
    const row = readLine(line);
    if (row === undefined) unreadable++;
    else if ('operations' in row) performed += row.operations;
    else {
      const site = siteOf(row);
      if (site === undefined) continue;
      const key = keyOf(site);
      if (row.via !== undefined) libraries.add(key);
      else {
        const known = sites.get(key);
        sites.set(key, known ? join(known, site) : site);
      }
    }
  }
  const all = [...sites.values()];
  const own = all.filter(({ places: [place] }) => !place.test);
  return { performed, sites: own, inTests: all.length - own.length, throughLibraries: libraries.size, unreadable };
}
