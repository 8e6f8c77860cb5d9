import { byPlace } from '../evidence/order.ts';
import type { Place } from '../evidence/place.ts';
import { Lines } from '../syntax/lines.ts';
import type { Dependency, Manifest, ManifestFault, ManifestFormat, ManifestOption } from './manifest.ts';

const mostFaults = 200;
const mostEntries = 100_000;

/** A manifest while its reader fills it. Offsets are UTF-16 units into the file's text. */
export class Draft {
  readonly file: string;
  readonly format: ManifestFormat;
  readonly lines: Lines;
  role: Manifest['role'] = 'declaration';
  project: string | null = null;
  python: Manifest['python'] = null;
  readonly dependencies: Dependency[] = [];
  readonly includes: string[] = [];
  readonly options: ManifestOption[] = [];
  readonly #faults: ManifestFault[] = [];
  #dropped = 0;
  #full = false;

  constructor(file: string, format: ManifestFormat, lines: Lines | string) {
    this.file = file;
    this.format = format;
    this.lines = typeof lines === 'string' ? new Lines(lines) : lines;
  }

  place(start: number, end: number): Place {
    return { file: this.file, ...this.lines.range(start, end) };
  }

  /** Adds a dependency, unless there are more than in any file that is not made to be too large: those are left out with a fault. */
  add(dependency: Dependency): void {
    if (this.#hasRoom(this.dependencies, dependency.place)) this.dependencies.push(dependency);
  }

  /** Adds a setting, within the same bound. */
  addOption(option: ManifestOption): void {
    if (this.#hasRoom(this.options, option.place)) this.options.push(option);
  }

  /** True once something has been left out: reading on would only find more of it. */
  get isFull(): boolean {
    return this.#full;
  }

  #hasRoom(list: readonly unknown[], place: Place): boolean {
    if (list.length < mostEntries) return true;
    if (!this.#full) this.fault(place, `more than ${mostEntries} entries: the rest is left out`);
    this.#full = true;
    return false;
  }

  /** Notes a part that could not be read. After 200 the rest are only counted: a file of another kind has one per line. */
  fault(place: Place, message: string): void {
    if (this.#faults.length < mostFaults) this.#faults.push({ place, message });
    else this.#dropped++;
  }

  /** Notes the faults of another draft of the same file. */
  takeFaults(other: Draft): void {
    for (const { place, message } of other.#faults) this.fault(place, message);
    this.#dropped += other.#dropped;
  }

  /** An empty draft of the same file. */
  scratch(): Draft {
    return new Draft(this.file, this.format, this.lines);
  }

  /** The manifest as filled so far, in the order of the file, each include once. */
  finish(): Manifest {
    const { file, format, role, project, python } = this;
    const options = [...this.options].sort((a, b) => byPlace(a.place, b.place));
    const dependencies = [...this.dependencies].sort((a, b) => byPlace(a.place, b.place));
    const faults = [...this.#faults].sort((a, b) => byPlace(a.place, b.place));
    const last = faults.at(-1);
    if (this.#dropped > 0 && last !== undefined)
      faults.push({ place: last.place, message: `${this.#dropped} more parts could not be read` });
    return {
      file,
      format,
      role,
      project,
      python,
      dependencies,
      options,
      faults,
      includes: [...new Set(this.includes)],
    };
  }
}
