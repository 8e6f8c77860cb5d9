/** Pipelines of CI systems: one model, whatever the system. Start at `model.ts`. */
export type * from './model.ts';
export { pipelineSystems } from './model.ts';
export { jobsBefore } from './order.ts';
export { readPipelines } from './read-pipelines.ts';
