/** Words in paths of what developers, tests and builds run, and nobody deploys. */
const words = /[-_./](dev|develop|development|local|tests?|testing|ci|override|debug|e2e|lint|docs)([-_./]|$)/i;

/** True for a compose file or Dockerfile that is for development or tests, by its path. */
export function isForDevelopment(file: string): boolean {
  return words.test(`/${file}`);
}
