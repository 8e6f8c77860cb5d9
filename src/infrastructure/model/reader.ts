import type { Repository } from '../../repository/repository.ts';
import type { EditableFile } from '../../syntax/editable-file.ts';
import type { Stack } from './resource.ts';

/** What each reader of a format is given. */
export interface ReadingContext {
  readonly repository: Repository;
  /** The files that may be of the format, where somebody has looked already; without, the reader looks itself. */
  readonly candidates?: readonly string[];
  /** The normalised kind of a provider's resource type; null where the catalogue has none. */
  kindOf(type: string): string | null;
}

/** A file, or a part of one, that could not be read. */
export interface UnreadablePart {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** What reading one format gives. */
export interface ReadStacks {
  readonly stacks: readonly Stack[];
  /** The files whose values can be set, by path. */
  readonly editable: ReadonlyMap<string, EditableFile>;
  readonly unreadable: readonly UnreadablePart[];
}

/** Reads everything of one format in a repository. Faults are values: it never throws on what files hold. */
export type ReadFormat = (context: ReadingContext) => Promise<ReadStacks>;
