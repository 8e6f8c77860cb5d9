/** A stretch of a resource as permissions write it: text, or what `${…}` stands for. */
export type ResourcePart = { readonly text: string } | { readonly placeholder: string };

/** Cuts a resource at its placeholders: `${Table.Arn}/index/*` is a placeholder and a text. */
export function partsOfResource(resource: string): ResourcePart[] {
  const parts: ResourcePart[] = [];
  let done = 0;
  for (const match of resource.matchAll(/\$\{([^{}]+)\}/g)) {
    if (match.index > done) parts.push({ text: resource.slice(done, match.index) });
    parts.push({ placeholder: match[1] ?? '' });
    done = match.index + match[0].length;
  }
  return done < resource.length ? [...parts, { text: resource.slice(done) }] : parts;
}
