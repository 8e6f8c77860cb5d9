import type { Candidacy } from '../model/candidates.ts';

const needles = ['aws_cdk', 'monocdk'].map((name) => Buffer.from(name));
const testFile = /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/;
const hiddenFile = /(?:^|\/)\.[^/]*$/;

/** True for Python that may be of an app. Tests make stacks too, and are none, as are copies under hidden names. */
export function mayBeOfApp(file: string): boolean {
  return file.endsWith('.py') && !testFile.test(file) && !hiddenFile.test(file);
}

/** The files that name the library. */
export const candidacy: Candidacy = {
  named: mayBeOfApp,
  holds: (bytes) => bytes !== undefined && needles.some((needle) => bytes.includes(needle)),
};
