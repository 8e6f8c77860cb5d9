import type { Service } from '../../services/service.ts';

/** True for an image that installs the tests' or the developers' files by name: it is there to work on the code. */
export function isForDevelopment({ image }: Service): boolean {
  const files = [...(image?.installs?.files.keys() ?? [])];
  return files.some((file) => /(^|[-_./])(dev|develop|development|test|tests|testing|lint|ci)([-_./]|$)/i.test(file));
}
