import { installedFiles } from '../../repository/installed.ts';
import { baseName, folderOf } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import { isApart, isTestFile } from '../../services/discover/apart.ts';

/** Whose a file is: the project's own, its tests', its samples' or documentation's, or somebody else's. */
export type FileRole = 'own' | 'test' | 'apart' | 'foreign';

/** Folders of code that others wrote, and names of files that a program wrote. */
const foreign =
  /(?:^|\/)(?:node_modules|site-packages|vendor|vendored|_vendor|third[-_]party|external_libs|bower_components|generated|patched)\/|_pb2(?:_grpc)?\.pyi?$|\.min\.js$/i;

/** Data that tests read. */
const testData = /(?:^|\/)(?:fixtures|test[-_]?data|cassettes|__snapshots__|snapshots|mocks?)\//i;

/** Samples by other names, and templates from which projects are made. */
const samples =
  /(?:^|\/)(?:bench(?:mark)?|demos?|sandbox(?:es)?|tutorials?|cookbook|quickstarts?)\/|\{\{|(?:^|\/)templates\/.+(?:\.py|\/cdk\.json)$/i;

/** Infrastructure that tests bring up. */
const tried = /(?:^|\/)tests?[-_](?:infra\w*|cdk|stacks?|terraform|env\w*)\//i;
/** Folders of test code by other names. */
const tests = /(?:^|\/)(?:tests?[-_][^/]+|t\/(?:unit|integration|smoke))\//i;

/** Tells whose a file of a repository is, by its path. What lies beside instructions for agents (`SKILL.md`) is their sample. */
export function fileRoles(repository: Repository): (file: string) => FileRole {
  const isInstalled = installedFiles(repository);
  const written = repository.files.flatMap((file) =>
    file.endsWith('.openapi-generator-ignore') ? [`${folderOf(file)}/`] : [],
  );
  const taught = repository.files.flatMap((file) => (baseName(file) === 'SKILL.md' ? [`${folderOf(file)}/`] : []));
  const known = new Map<string, FileRole>();
  return (file) => {
    let role = known.get(file);
    if (role === undefined) {
      const isForeign = isInstalled(file) || written.some((folder) => file.startsWith(folder));
      role = isForeign ? 'foreign' : roleOf(file);
      if (role === 'own' && taught.some((folder) => file.startsWith(folder))) role = 'apart';
      known.set(file, role);
    }
    return role;
  };
}

/** The folders that a template of projects fills in, at the root of a repository: what is in them is the product. */
const product = /^(?:\{\{[^/]*\}\}\/)+/;
/** Where a forge keeps what is the project's own, infrastructure code among it. */
const ofForge = /^\.github\/(?=.*\.(?:tf|tofu|bicep)$)/;

function roleOf(path: string): FileRole {
  const file = path.replace(product, '').replace(ofForge, '');
  if (foreign.test(file)) return 'foreign';
  if (isTestFile(file) || testData.test(file)) return 'test';
  if (tried.test(file)) return 'apart';
  if (tests.test(file)) return 'test';
  return isApart(file) || samples.test(file) ? 'apart' : 'own';
}

const notice =
  /generated (?:by|from|code|file)[^\n]{0,80}(?:do not (?:edit|modify)|don't edit)|@generated|do not edit[^\n]{0,40}generated/i;

/** True for a file whose head says that a program wrote it. */
export function isGenerated(bytes: Uint8Array): boolean {
  return notice.test(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 600)).toString('latin1'));
}
