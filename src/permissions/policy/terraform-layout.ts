/** A list as an expression of HCL: on one line if it has one item. Its lines after the first are indented by `indent`. */
export function hclList(items: readonly string[], indent: string): string {
  if (items.length === 1) return `[${items[0] ?? ''}]`;
  return `[\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}]`;
}

/**
 * Attributes as `terraform fmt` lays them out: the equals signs of neighbours stand in one column, unless a value has
 * several lines.
 */
export function hclAttributes(attributes: readonly (readonly [name: string, value: string])[], indent: string): string {
  const lines: string[] = [];
  let group: (readonly [string, string])[] = [];
  const flush = (): void => {
    const width = Math.max(...group.map(([name]) => name.length));
    lines.push(...group.map(([name, value]) => `${indent}${name.padEnd(width)} = ${value}`));
    group = [];
  };
  for (const [name, value] of attributes) {
    if (!value.includes('\n')) group.push([name, value]);
    else {
      flush();
      lines.push(`${indent}${name} = ${value}`);
    }
  }
  flush();
  return lines.join('\n');
}
