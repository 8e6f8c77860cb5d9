import type { Lines } from './lines.ts';

/** The formats that are read into trees. */
export const textFormats = [
  'python',
  'yaml',
  'json',
  'jsonc',
  'toml',
  'ini',
  'dotenv',
  'dockerfile',
  'hcl',
  'hcl-json',
  'bicep',
] as const;
export type TextFormat = (typeof textFormats)[number];

/** What a file's name, in lower case, says of its format; the first row that fits counts. */
const names: readonly (readonly [RegExp, TextFormat])[] = [
  [/\.pyi?$/, 'python'],
  [/\.ya?ml$/, 'yaml'],
  [/\.(tf|tofu)\.json$/, 'hcl-json'],
  [/\.(jsonc|code-workspace)$|^(bicepconfig|devcontainer|tsconfig.*)\.json$/, 'jsonc'],
  [/\.(json|ipynb)$|^pipfile\.lock$/, 'json'],
  [/\.toml$|^(uv|poetry|pdm)\.lock$|^pipfile$/, 'toml'],
  [/\.(ini|cfg)$/, 'ini'],
  [/^\.env(\..+)?$|\.env$/, 'dotenv'],
  [/^(docker|container)file([-_.].+)?$|\.dockerfile$/, 'dockerfile'],
  [/\.(tf|tofu|tfvars|hcl)$/, 'hcl'],
  [/\.bicep(param)?$/, 'bicep'],
];

/** The format of a file by its name; undefined for a file that is not read into a tree. */
export function formatOf(path: string): TextFormat | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  return names.find(([pattern]) => pattern.test(name))?.[1];
}

/** A text that was read: what is wrong with it, and its tree as lines for a person. */
export interface ParsedText {
  readonly faults: readonly { readonly line: number; readonly column: number; readonly message: string }[];
  tree(): string[];
}

/** Reads a text of a format. Never rejects: what is wrong is among the faults. */
export async function parseText(format: Exclude<TextFormat, 'python'>, text: string): Promise<ParsedText> {
  const { outline } = await import('./outline.ts');
  const parsed = await read(format, text);
  return {
    faults: parsed.faults.map(({ start, message }) => ({ ...parsed.lines.position(start), message })),
    tree: () => outline(parsed, parsed.lines),
  };
}

interface Parsed {
  readonly lines: Lines;
  readonly faults: readonly { readonly start: number; readonly message: string }[];
}

async function read(format: Exclude<TextFormat, 'python'>, text: string): Promise<Parsed> {
  switch (format) {
    case 'yaml':
      return (await import('./yaml/index.ts')).parseYaml(text);
    case 'json':
      return (await import('./json/index.ts')).parseJson(text);
    case 'jsonc':
      return (await import('./json/index.ts')).parseJson(text, { jsonc: true });
    case 'toml':
      return (await import('./toml/index.ts')).parseToml(text);
    case 'ini':
      return (await import('./ini/index.ts')).parseIni(text);
    case 'dotenv':
      return (await import('./dotenv/index.ts')).parseDotenv(text);
    case 'dockerfile':
      return (await import('./dockerfile/index.ts')).parseDockerfile(text);
    case 'hcl':
      return (await import('./hcl/index.ts')).parseHcl(text);
    case 'hcl-json':
      return (await import('./hcl/index.ts')).parseHclJson(text, {});
    case 'bicep':
      return (await import('./bicep/index.ts')).parseBicep(text);
  }
}

/** Reads a Python module, from bytes, since its encoding is its own matter. */
export async function parsePython(bytes: Uint8Array): Promise<ParsedText> {
  const { parseModule } = await import('./python/index.ts');
  const { pythonOutline } = await import('./python-outline.ts');
  const tree = parseModule(bytes);
  return {
    faults: tree.errors.map(({ start, message }) => ({ ...tree.lineColumn(start), message })),
    tree: () => pythonOutline(tree),
  };
}
