import { type ManifestFormat, readManifest } from '../../src/manifests/index.ts';
import { type Instruction, parseDockerfile } from '../../src/syntax/dockerfile/index.ts';
import { type Body, constantValue, type Expression, parseHcl, partsOf } from '../../src/syntax/hcl/index.ts';

/** A dependency as both sides name it; null for any version. */
export interface Named {
  readonly name: string;
  readonly version: string | null;
}

/** Reads a manifest; a dependency from elsewhere than an index has any version. */
export function manifestIn(file: string, format: ManifestFormat): (text: string) => Named[] {
  return (text) =>
    readManifest(file, format, text).dependencies.map(({ name, specifier, source }) => ({
      name,
      version: source === 'index' ? specifier : null,
    }));
}

/** The images of a Dockerfile: of FROM, COPY --from and RUN --mount, but for its own stages, and of its syntax. */
export function imagesIn(text: string): Named[] {
  const { stages, directives } = parseDockerfile(text);
  const own = new Set(['scratch', ...stages.flatMap(({ name, index }) => [name ?? '', String(index)])]);
  const written = stages.flatMap(({ from, image, instructions }) => [
    ...(from.words.length > 0 ? [image.resolved ?? image.written] : []),
    ...instructions.flatMap(referencesIn),
  ]);
  const syntax = directives.filter(({ name }) => name === 'syntax').map(({ value }) => value);
  return [...syntax, ...written].filter((image) => !own.has(image.toLowerCase())).map(named);
}

function referencesIn({ flags, keyword }: Instruction): string[] {
  return flags.flatMap(({ name, value }) => {
    if (keyword === 'COPY' && name === 'from') return [value ?? ''];
    const from = keyword === 'RUN' && name === 'mount' ? /(?:^|,)from=([^,]*)/.exec(value ?? '')?.[1] : undefined;
    return from === undefined ? [] : [from];
  });
}

function named(image: string): Named {
  const [, name = image, tag = '', digest = ''] = /^((?:[^/@]*\/)*[^/:@]+)(?::([^@]*))?(?:@(.*))?$/.exec(image) ?? [];
  return { name, version: [tag, digest].filter(Boolean).join('@') };
}

/** Every constant text of a file in HCL, for what a spec states must stand among them. */
export function textsIn(text: string): Named[] {
  const found: Named[] = [];
  const visit = (node: Expression): void => {
    const value = constantValue(node);
    if (typeof value === 'string')
      found.push(
        { name: value, version: null },
        ...value.split(/[\s,:?=@]+/).map((part) => ({ name: part, version: null })),
      );
    for (const part of partsOf(node)) visit(part);
  };
  const walk = (body: Body): void => {
    for (const item of body.items) {
      if (item.kind === 'attribute') {
        found.push({ name: item.name, version: null });
        visit(item.value);
      } else if (item.kind === 'block') {
        for (const label of item.labels) found.push({ name: label.text, version: null });
        walk(item.body);
      }
    }
  };
  walk(parseHcl(text).body);
  return found;
}
