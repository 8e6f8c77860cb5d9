import type { FileContent, Repository } from './repository.ts';

/** Somebody who wants to have one look at some of the files. */
export interface Onlooker {
  /** Whether it wants to see a file. */
  wants(file: string): boolean;
  /** Sees a file, whose bytes are good only as long as this takes. */
  see(file: string, content: FileContent): void;
}

/** Shows each file to all who want to see it, in the order listed: it is read once, and not at all if nobody does. */
export function survey(repository: Repository, onlookers: readonly Onlooker[]): void {
  for (const file of repository.files) {
    let content: FileContent | undefined;
    for (const onlooker of onlookers) {
      if (!onlooker.wants(file)) continue;
      content ??= repository.glance(file);
      onlooker.see(file, content);
    }
  }
}
