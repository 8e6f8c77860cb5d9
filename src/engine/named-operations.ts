import type { Repository } from '../repository/repository.ts';

/** The texts of a repository's files, each read once; nothing for a file that cannot be read. */
export function textsOf(repository: Repository | undefined): (file: string) => string {
  const kept = new Map<string, string>();
  return (file) => {
    let text = kept.get(file);
    if (text === undefined) {
      const read = repository?.has(file) === true ? repository.readText(file) : undefined;
      kept.set(file, (text = read?.ok === true ? read.text : ''));
    }
    return text;
  };
}

/**
 * Says of an action where some files name the method that performs it (`send_task_failure` for states:SendTaskFailure): a
 * call that was not understood may be there. Null where they do not.
 */
export function namedIn(files: readonly string[], texts: (file: string) => string): (action: string) => string | null {
  return (action) => {
    const method = methodOf(action);
    if (method === undefined) return null;
    const found = files.find((file) => texts(file).includes(method));
    return found === undefined ? null : `${found} names ${method}`;
  };
}

/** `send_task_failure` of `states:SendTaskFailure`; undefined for a pattern, or a word that says too little. */
function methodOf(action: string): string | undefined {
  const name = action.slice(action.indexOf(':') + 1);
  if (!/^[A-Z][A-Za-z0-9]+$/.test(name)) return undefined;
  const method = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
  return method.includes('_') ? method : undefined;
}
