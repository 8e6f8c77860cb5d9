/** What both sides speak of, in one word. */
export const topics = [
  'runtime life cycle',
  'queue visibility',
  'dead letters of a function',
  'tracing',
  'encryption at rest',
  'public databases',
  'too new for the Python stated',
  'undeclared SDKs',
  'unpinned actions',
  'rights of a workflow',
  'keys in a pipeline',
] as const;
export type Topic = (typeof topics)[number];

/** Lines of a file, both counted. */
export interface Lines {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** One thing that a tool says, in the words of the comparison. */
export interface Row {
  readonly topic: Topic;
  /** The tool's own name of its rule. */
  readonly rule: string;
  readonly subject: string;
  /** Where it says so: two tools speak of one thing where any of these meet. */
  readonly places: readonly Lines[];
  /** `pass` where the tool looked and was content. */
  readonly verdict: 'fail' | 'pass';
  /** Why our check is not about it (another language, say); null where it is. */
  readonly outside: string | null;
}

/** The file as a whole. */
export function wholeFile(file: string): Lines {
  return { file, from: 0, to: Number.POSITIVE_INFINITY };
}

/** One line of a file. */
export function line(file: string, at: number): Lines {
  return { file, from: at, to: at };
}

/** True where both speak of some same line. */
export function meet(left: readonly Lines[], right: readonly Lines[]): boolean {
  return left.some((one) =>
    right.some((other) => one.file === other.file && one.from <= other.to && other.from <= one.to),
  );
}

/** A package that the code of a folder imports, wherever in it: `boto3`, and `google` or `azure` for all of their parts. */
export function importedIn(folder: string, distribution: string): Lines {
  const name = distribution.replace(/^(google|azure)[-_.].*$/, '$1').replaceAll('-', '_');
  return wholeFile(`${folder} imports ${name}`);
}
