import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { baseName, folderOf, foldersUp, isBelow } from '../../repository/paths.ts';
import type { Workspace } from '../workspace.ts';

/** Files by which a deployment may set variables: scripts, pipelines, compose files, files of variables and parameters. */
const mayDeploy =
  /\.(sh|bash|zsh|ps1|psm1|bat|cmd|ya?ml|toml|json|jsonc|env|ini|cfg|properties|tfvars|hcl|tpl|j2|jinja|jinja2|mk|bicepparam|js|mjs|ts|go|gradle)$|(^|\/)(\.env[^/]*|[\w.-]*Dockerfile[\w.-]*|Containerfile|Makefile|Justfile|Taskfile|Procfile|Jenkinsfile|Tiltfile)$/i;
/** Those that only run on a developer's machine, or are written by tools. */
const isOther = /^(local\.settings\.json|package(-lock)?\.json|yarn\.lock|pnpm-lock\.yaml)$|\.ipynb$/;
const largest = 1_000_000;

/** Folders, beside or above a definition, that hold what builds and deploys it. */
const deploys =
  /^(\.\w[\w-]*|scripts?|deploy\w*|ci|cd|bin|tools?|infra\w*|iac|terraform|config\w*|env\w*|pipelines?|build\w*|k8s|kubernetes|helm|charts|docker|ops|setup|hack|make)$/i;

const deploying = new WeakMap<Workspace, readonly string[]>();

/**
 * The first file by which something else than the infrastructure code that was read may set a variable, by its name in the
 * file; null for none. Only files that may concern what `definedIn` defines count: those below its folder, those that stand
 * in a folder around it, and what lies there in folders of scripts, pipelines and configuration.
 */
export function namedElsewhere(name: string, definedIn: string, workspace: Workspace): Evidence | null {
  const folder = folderOf(definedIn);
  const pattern = new RegExp(`\\b${name.replace(/\W/g, '')}\\b`);
  for (const file of deployingFiles(workspace)) {
    if (!mayConcern(file, folder)) continue;
    const content = workspace.repository.glance(file);
    if (!content.ok || content.bytes.length > largest) continue;
    const bytes = Buffer.from(content.bytes.buffer, content.bytes.byteOffset, content.bytes.byteLength);
    if (bytes.includes(name) && pattern.test(bytes.toString('latin1'))) return evidence(startOf(file), name, 'guessed');
  }
  return null;
}

function mayConcern(file: string, folder: string): boolean {
  if (isBelow(file, folder)) return true;
  const around = foldersUp(folder).find((above) => isBelow(file, above)) ?? '.';
  const [first = '', ...deeper] = (around === '.' ? file : file.slice(around.length + 1)).split('/');
  return deeper.length === 0 || deploys.test(first);
}

function deployingFiles(workspace: Workspace): readonly string[] {
  let files = deploying.get(workspace);
  if (files === undefined) {
    const { repository, stacks } = workspace;
    const read = new Set(
      stacks.flatMap(({ file, resources }) => [file, ...[...resources.values()].map(({ place }) => place.file)]),
    );
    files = repository.files.filter((file) => !read.has(file) && mayDeploy.test(file) && !isOther.test(baseName(file)));
    deploying.set(workspace, files);
  }
  return files;
}
