import { baseName } from '../../../repository/paths.ts';

/** Words for what developers, tests and builds run, and nobody deploys. */
const words = /^(dev|develop|development|local|tests?|testing|ci|override|debug|e2e|lint|docs)$/i;

/** True for a compose file or Dockerfile that is for development or tests: a folder is called so, or a part of its name. */
export function isForDevelopment(file: string): boolean {
  const folders = file.split('/').slice(0, -1);
  return (
    folders.some((folder) => words.test(folder)) ||
    baseName(file)
      .split(/[-_.]/)
      .some((part) => words.test(part))
  );
}
