import type { Place } from '../evidence/place.ts';
import type { Repository } from '../repository/repository.ts';
import { Follower } from './commands/follow.ts';
import type { PipelineFault } from './model.ts';
import { type PipelineTools } from './purposes/tools.ts';
import type { PipelineNode } from './tree/node.ts';
import { type Opened, openTree } from './tree/open.ts';

const mostFaults = 100;

/** What the readers of one repository share: its files, opened once, and the tools that the catalogue knows. */
export class Reading {
  readonly repository: Repository;
  readonly tools: PipelineTools;
  readonly follower: Follower;
  readonly #opened = new Map<string, Opened>();

  constructor(repository: Repository, tools: PipelineTools) {
    this.repository = repository;
    this.tools = tools;
    this.follower = new Follower(repository, tools);
  }

  open(file: string): Opened {
    let opened = this.#opened.get(file);
    if (opened === undefined) {
      opened = openTree(this.repository, file);
      this.#opened.set(file, opened);
    }
    return opened;
  }
}

/** One pipeline while its reader fills it: the parts it is made of, and its faults. */
export class Draft {
  readonly reading: Reading;
  readonly file: string;
  readonly faults: PipelineFault[] = [];
  readonly #parts = new Set<string>();
  /** Steps that may still be read: templates can multiply them. */
  stepsLeft = 5000;
  /** Jobs that may still be read. */
  jobsLeft = 1000;

  constructor(reading: Reading, file: string) {
    this.reading = reading;
    this.file = file;
    for (const fault of reading.open(file).faults) this.fault(fault.place, fault.message);
  }

  /** The first document of the pipeline's own file. */
  get root(): PipelineNode | undefined {
    return this.reading.open(this.file).documents[0];
  }

  get parts(): string[] {
    return [...this.#parts].sort();
  }

  fault(place: Place, message: string): void {
    if (this.faults.length < mostFaults) this.faults.push({ place, message });
  }

  /** Opens another file of the tree as a part of the pipeline; undefined, with a fault, where it is missing or unreadable. */
  part(file: string | undefined, written: string, place: Place): PipelineNode | undefined {
    if (file === undefined) {
      this.fault(place, `${written} leads out of the repository`);
      return undefined;
    }
    if (!this.reading.repository.has(file)) {
      this.fault(place, `${written} is not in the repository`);
      return undefined;
    }
    const { documents, faults } = this.reading.open(file);
    if (!this.#parts.has(file)) for (const fault of faults) this.fault(fault.place, fault.message);
    this.#parts.add(file);
    return documents.at(-1);
  }
}
