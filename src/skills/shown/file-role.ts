import { isApart, isTestFile } from '../../services/discover/apart.ts';

/** Whose a file is: the project's own, its tests', its samples' or documentation's, or somebody else's. */
export type FileRole = 'own' | 'test' | 'apart' | 'foreign';

/** Folders of code that others wrote, and names of files that a program wrote. */
const foreign =
  /(?:^|\/)(?:node_modules|site-packages|vendor|vendored|_vendor|third[-_]party|external_libs|bower_components)\/|_pb2(?:_grpc)?\.pyi?$|\.min\.js$/i;

/** Data that tests read. */
const testData = /(?:^|\/)(?:fixtures|test[-_]?data|cassettes|__snapshots__|snapshots|mocks?)\//i;

/** Whose a file is, by its path; `isInstalled` tells what an installer put there. */
export function fileRole(file: string, isInstalled: (file: string) => boolean): FileRole {
  if (foreign.test(file) || isInstalled(file)) return 'foreign';
  if (isTestFile(file) || testData.test(file)) return 'test';
  return isApart(file) ? 'apart' : 'own';
}

const notice =
  /generated (?:by|from|code|file)[^\n]{0,80}(?:do not (?:edit|modify)|don't edit)|@generated|do not edit[^\n]{0,40}generated/i;

/** True for a file whose head says that a program wrote it. */
export function isGenerated(bytes: Uint8Array): boolean {
  return notice.test(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 600)).toString('latin1'));
}
