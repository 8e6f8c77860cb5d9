// https://docs.aws.amazon.com/lambda/latest/dg/python-layers.html: a layer's modules lie in its folder `python`.

/**
 * Folders of layers that hold some modules, by the custom of where layers lie: in a folder `python`, or in one that is
 * called a layer. For each name the folder nearest to the code, as far as paths tell. Where infrastructure says which
 * layers a function gets, that counts instead.
 */
export function layerRoots(files: readonly string[], codeRoot: string, names: ReadonlySet<string>): string[] {
  const nearest = new Map<string, { folder: string; shared: number }>();
  if (names.size === 0) return [];
  for (const file of files) {
    const found = layerModule.exec(file)?.groups;
    const name = found?.['name'];
    const folder = found?.['folder'];
    if (name === undefined || folder === undefined || !names.has(name)) continue;
    const shared = sharedFolders(folder, codeRoot);
    const known = nearest.get(name);
    if (known === undefined || shared > known.shared) nearest.set(name, { folder, shared });
  }
  return [...new Set([...nearest.values()].map(({ folder }) => folder))];
}

const layerModule = /^(?<folder>(?:.*\/)?(?:python|[^/]*layers?[^/]*))\/(?<name>\w+)(?:\.py|\/__init__\.py)$/i;

function sharedFolders(one: string, other: string): number {
  const [left, right] = [one.split('/'), other === '.' ? [] : other.split('/')];
  let count = 0;
  while (count < left.length && left[count] === right[count]) count++;
  return count;
}
