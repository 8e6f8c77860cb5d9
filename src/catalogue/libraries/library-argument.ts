/**
 * What fills a parameter: an argument of the call by its name (`table_name`), each item of one (`names[]`), each key of one
 * (`parameters[key]`), a form of one behind `|`, or a text behind `=`.
 */
export type LibraryArgument = string;

/** How an argument that names an object of S3 is read. */
const forms = {
  /** The bucket of `s3://bucket/key`. */
  'url-bucket': (url: string) => bucketOf(withoutScheme(url)),
  'url-key': (url: string) => keyOf(withoutScheme(url)),
  /** The key, and whatever begins with it: the argument may name a folder. */
  'url-prefix': (url: string) => beginning(keyOf(withoutScheme(url)) ?? ''),
  /** The bucket of `bucket/key`, with or without a scheme. */
  'path-bucket': (path: string) => bucketOf(withoutScheme(path) ?? path),
  'path-key': (path: string) => keyOf(withoutScheme(path) ?? path),
  'path-prefix': (path: string) => beginning(keyOf(withoutScheme(path) ?? path) ?? ''),
  prefix: (text: string) => beginning(text),
};

/** A part of an argument's text. */
export type LibraryForm = keyof typeof forms;

/** What fills a parameter, taken apart. */
export type ReadArgument =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'argument';
      readonly name: string;
      readonly each?: 'item' | 'key';
      readonly form?: LibraryForm;
    };

/** Takes apart what fills a parameter; undefined if its form is not known. */
export function readLibraryArgument(argument: LibraryArgument): ReadArgument | undefined {
  if (argument.startsWith('=')) return { kind: 'text', text: argument.slice(1) };
  const [path = '', form] = argument.split('|');
  if (form !== undefined && !Object.hasOwn(forms, form)) return undefined;
  const each = path.endsWith('[]') ? 'item' : path.endsWith('[key]') ? 'key' : undefined;
  return {
    kind: 'argument',
    name: path.replace(/\[(key)?\]$/, ''),
    ...(each !== undefined && { each }),
    ...(form !== undefined && { form: form as LibraryForm }),
  };
}

/** Reads an argument's text by a form; undefined if it has no such part. `*` at its end stands for what is not known. */
export function libraryText(form: LibraryForm | undefined, text: string): string | undefined {
  return form === undefined ? text : forms[form](text);
}

function withoutScheme(url: string): string | undefined {
  return /^s3[an]?:\/\/(.*)$/s.exec(url)?.[1];
}

function bucketOf(path: string | undefined): string | undefined {
  const bucket = path?.split('/')[0];
  return bucket === '' ? undefined : bucket;
}

function keyOf(path: string | undefined): string | undefined {
  const slash = path?.indexOf('/') ?? -1;
  return path === undefined || slash < 0 ? undefined : path.slice(slash + 1);
}

function beginning(text: string): string {
  return text.endsWith('*') ? text : `${text}*`;
}
