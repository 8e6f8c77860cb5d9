/** The ten steps of the platform readiness verification sequence, in order. */
export const steps = [
  { id: 'runtime', number: 1, title: 'Runtime version confirmation' },
  { id: 'sdk', number: 2, title: 'SDK installation and pinning' },
  { id: 'credentials', number: 3, title: 'Credential chain validation' },
  { id: 'permissions', number: 4, title: 'Permission scope definition' },
  { id: 'package', number: 5, title: 'Dependency packaging audit' },
  { id: 'coldstart', number: 6, title: 'Cold start profiling' },
  { id: 'resilience', number: 7, title: 'Error handling and retry configuration' },
  { id: 'observability', number: 8, title: 'Observability instrumentation' },
  { id: 'tags', number: 9, title: 'Tagging and labelling' },
  { id: 'pipeline', number: 10, title: 'CI/CD integration' },
] as const;

export type StepId = (typeof steps)[number]['id'];

/** The folder of a step's checks below `src/steps`, such as `01-runtime`. */
export function stepFolder(id: StepId): string {
  const step = steps.find((candidate) => candidate.id === id);
  return `${String(step?.number).padStart(2, '0')}-${id}`;
}

/** The title of a step. */
export function stepTitle(id: StepId): string {
  return steps.find((step) => step.id === id)?.title ?? id;
}
