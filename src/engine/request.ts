import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Severity } from '../evidence/vocabulary.ts';
import type { StepId } from '../steps/steps.ts';
import type { Cache } from './cache.ts';

/** One entry point that is judged without infrastructure code. */
export interface EntryRequest {
  /** The code root on Python's path, relative to the repository. */
  readonly root: string;
  /** The file of the function, relative to the repository. */
  readonly file: string;
  readonly function: string;
  readonly cloud: 'aws' | 'azure' | 'gcp';
}

/** A baseline as its file holds it. */
export interface BaselineText {
  /** Its name, for messages. */
  readonly file: string;
  readonly text: string;
}

/** What to check. What is left out comes from the repository's configuration, else from the defaults. */
export interface CheckRequest {
  /** Ids, names or patterns (`*` for any text) of the services to judge. */
  readonly services?: readonly string[];
  readonly entry?: EntryRequest;
  readonly steps?: readonly StepId[];
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  /** What fails at or above this severity keeps a step from being ready. */
  readonly failOn?: Severity;
  /** Unknowns count as failures. */
  readonly strict?: boolean;
  /** The least severity of the failures and unknowns that the report keeps. */
  readonly severity?: Severity;
  /** Findings that are known: they do not count. */
  readonly baseline?: BaselineText;
  /** The day to judge for, `YYYY-MM-DD`; the current day (UTC) by default. */
  readonly today?: string;
  /** False to read everything anew; true (the default) keeps the report on disk until anything changes. */
  readonly cache?: boolean | Cache;
  readonly catalogue?: Catalogue;
  /** Told how long each phase took. */
  readonly onTiming?: (phase: string, milliseconds: number) => void;
  /** Told why the report cannot be kept on disk, if it cannot. */
  readonly onNotice?: (message: string) => void;
}

/** Which services to show; all of them, if none is named. */
export interface ServicesRequest {
  readonly services?: readonly string[];
  readonly catalogue?: Catalogue;
  /** Told how long each phase took. */
  readonly onTiming?: (phase: string, milliseconds: number) => void;
}

/** Which services to place on the road; all of them, if none is named. */
export interface RoadRequest extends ServicesRequest {
  /** The day to judge for, `YYYY-MM-DD`; the current day (UTC) by default. */
  readonly today?: string;
  /** False to read everything anew; true (the default) keeps the answer on disk until anything changes. */
  readonly cache?: boolean;
  /** Told why the answer cannot be kept on disk, if it cannot. */
  readonly onNotice?: (message: string) => void;
}

/** How to look for libraries. */
export interface LibrariesRequest {
  readonly catalogue?: Catalogue;
  /** Told how long each phase took. */
  readonly onTiming?: (phase: string, milliseconds: number) => void;
}

/** Which calls to look for; everywhere, if neither services nor an entry point are named. */
export interface CallsRequest {
  readonly services?: readonly string[];
  readonly entry?: EntryRequest;
  /** False to read everything anew; true (the default) keeps the answer on disk until anything changes. */
  readonly cache?: boolean;
  readonly catalogue?: Catalogue;
  /** Told how long each phase took. */
  readonly onTiming?: (phase: string, milliseconds: number) => void;
  /** Told why the answer cannot be kept on disk, if it cannot. */
  readonly onNotice?: (message: string) => void;
}
