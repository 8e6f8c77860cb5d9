import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A function whose template declares what it may do, as the file of cases has it. */
export interface Case {
  readonly id: string;
  readonly repo: string;
  readonly tier: string;
  readonly code_dir: string;
  readonly handler: string;
  readonly handler_path: string | null;
  /** The files of the repository that the handler's module imports, itself among them. */
  readonly closure: readonly string[];
  /** Actions that a text search sees and the template allows, and all that it allows. */
  readonly gold_lower: readonly string[];
  readonly gold_upper: readonly string[];
  readonly declared_actions: readonly string[];
}

/** A case whose code is a file that is there, with the folder of its repository. */
export interface Located extends Case {
  readonly folder: string;
  readonly handler_path: string;
}

/** The cases of a file whose repositories lie below a folder as OWNER+NAME. */
export function readCases(file: string, clones: string): Located[] {
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  return rows.flatMap((row) => {
    const one = JSON.parse(row) as Case;
    const folder = join(clones, one.repo.replace('/', '+'));
    const { handler_path } = one;
    return handler_path !== null && existsSync(join(folder, handler_path)) ? [{ ...one, folder, handler_path }] : [];
  });
}
