import { folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import { programOfTemplate } from '../arm/program.ts';
import { programOfBicep } from '../bicep/program.ts';
import type { UnreadablePart } from '../model/reader.ts';
import type { Program } from './program.ts';

/** The templates of a repository, each read once. */
export class Programs {
  readonly unreadable: UnreadablePart[] = [];
  readonly #repository: Repository;
  readonly #programs = new Map<string, Program | undefined>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** A template by its path; undefined where it is not there, or is none. */
  at(file: string): Program | undefined {
    if (this.#programs.has(file)) return this.#programs.get(file);
    const program = this.#read(file);
    this.#programs.set(file, program);
    return program;
  }

  /** The template that a path in another file names. Paths that lead out of the repository lead nowhere. */
  beside(file: string, path: string): Program | undefined {
    const found = joinPath(folderOf(file), path);
    return found !== undefined && /\.(bicep|json)$/i.test(found) && this.#repository.has(found)
      ? this.at(found)
      : undefined;
  }

  /** The text of a file that is named in another one; undefined where it cannot be read. */
  textBeside(file: string, path: string): string | undefined {
    const found = joinPath(folderOf(file), path);
    if (found === undefined || !this.#repository.has(found)) return undefined;
    const content = this.#repository.readText(found);
    return content.ok ? content.text : undefined;
  }

  #read(file: string): Program | undefined {
    const content = this.#repository.readText(file);
    if (!content.ok) {
      this.unreadable.push({ file, line: 1, reason: content.message });
      return undefined;
    }
    return /\.bicep$/i.test(file) ? programOfBicep(file, content.text) : programOfTemplate(file, content.text);
  }
}
