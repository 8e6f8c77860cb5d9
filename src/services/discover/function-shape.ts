import type { Resource, Stack } from '../../infrastructure/model/resource.ts';
import type { Repository } from '../../repository/repository.ts';
import type { CodeLocation } from './unit.ts';

/** A function whose code is looked for. */
export interface CodeQuestion {
  readonly resource: Resource;
  readonly stack: Stack;
  /** The handler as configured; null where it cannot be told. */
  readonly handler: string | null;
  readonly repository: Repository;
}

/** Where the code of a function is. */
export type FindCode = (question: CodeQuestion) => CodeLocation;

/** Where a type of resource that is a function on AWS Lambda keeps what we read. */
export interface FunctionShape {
  readonly runtime: string;
  readonly handler: string;
  readonly name: string;
  readonly layers: string;
  readonly packageType: string;
  readonly code: FindCode;
}
