import type { Job, Pipeline } from './model.ts';

/** The ids of all jobs that end before a job begins, through others too. A circle of needs ends where it closes. */
export function jobsBefore({ jobs }: Pick<Pipeline, 'jobs'>, id: string): Set<string> {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const before = new Set<string>();
  const waiting: string[] = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const need of byId.get(next)?.needs ?? []) {
      if (before.has(need)) continue;
      before.add(need);
      waiting.push(need);
    }
  }
  before.delete(id);
  return before;
}

/** The jobs that wait for themselves, through others too: no system runs them. */
export function jobsInCircles(pipeline: Pick<Pipeline, 'jobs'>): Job[] {
  const byId = new Map(pipeline.jobs.map((job) => [job.id, job]));
  return pipeline.jobs.filter((job) => {
    const seen = new Set<string>();
    const waiting = [...job.needs];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next === job.id) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...(byId.get(next)?.needs ?? []));
    }
    return false;
  });
}
