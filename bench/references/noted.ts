import type { Place } from '../../src/evidence/place.ts';
import type { Value } from '../../src/infrastructure/model/value.ts';

interface Note {
  readonly line: number;
  readonly endLine: number;
  readonly reason: string;
}

/** What a reader said of references, by file and name. */
export class Noted {
  readonly #notes = new Map<string, Note[]>();

  /** Takes one reference: `dynamic-value` is what only the deployment can tell. */
  readonly add = (name: string, { file, line, endLine }: Place, value: Value): void => {
    const reason = value.kind === 'unknown' && value.reason !== 'dynamic-value' ? `${value.reason}` : '';
    const key = `${file} ${name}`;
    const notes = this.#notes.get(key) ?? [];
    notes.push({ line, endLine, reason });
    this.#notes.set(key, notes);
  };

  /** Why a reference on a line is not resolved: an empty text where it is. `name` may be how it begins. */
  reason(file: string, line: number, name: string): string {
    const notes = (this.#notes.get(`${file} ${name}`) ?? []).filter(
      (note) => note.line <= line && line <= note.endLine,
    );
    const [first] = notes;
    if (first === undefined) return 'not looked up';
    return notes.some(({ reason }) => reason === '') ? '' : first.reason;
  }
}
