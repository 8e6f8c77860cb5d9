import type { FileContent, Repository } from './repository.ts';
import { snapshot } from './snapshot.ts';

/** The repository, in which a file that `isKept` names is read once and its content kept from then on. */
export function keepReads(repository: Repository, isKept: (file: string) => boolean): Repository {
  const kept = new Map<string, FileContent>();
  const read = (file: string): FileContent => {
    if (!isKept(file)) return repository.read(file);
    let content = kept.get(file);
    if (content === undefined) kept.set(file, (content = repository.read(file)));
    return content;
  };
  const glance = (file: string): FileContent => (isKept(file) ? read(file) : repository.glance(file));
  return { ...snapshot(repository.files, repository, read, glance), ...(repository.disk && { disk: repository.disk }) };
}
