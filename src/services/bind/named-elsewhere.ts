import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { baseName } from '../../repository/paths.ts';
import type { Workspace } from '../workspace.ts';

/** Files by which a deployment may set variables: scripts, pipelines, compose files, files of variables and parameters. */
const mayDeploy =
  /\.(sh|bash|zsh|ps1|psm1|bat|cmd|ya?ml|toml|json|jsonc|env|ini|cfg|properties|tfvars|hcl|tpl|j2|jinja|jinja2|mk|bicepparam|js|mjs|ts|go|gradle)$|(^|\/)(\.env[^/]*|[\w.-]*Dockerfile[\w.-]*|Containerfile|Makefile|Justfile|Taskfile|Procfile|Jenkinsfile|Tiltfile)$/i;
/** Those that only run on a developer's machine, or are written by tools. */
const isOther = /^(local\.settings\.json|package(-lock)?\.json|yarn\.lock|pnpm-lock\.yaml)$|\.ipynb$/;
const largest = 1_000_000;

const known = new WeakMap<Workspace, ReadonlyMap<string, string>>();

/**
 * The first file by which something else than the infrastructure code that was read may set a variable, by its name in the
 * file; null for none. The first question reads all files of such kinds.
 */
export function namedElsewhere(name: string, workspace: Workspace): Evidence | null {
  let names = known.get(workspace);
  if (names === undefined) {
    names = namesIn(workspace);
    known.set(workspace, names);
  }
  const file = names.get(name);
  return file === undefined ? null : evidence(startOf(file), name, 'guessed');
}

function namesIn({ repository, stacks }: Workspace): Map<string, string> {
  const read = new Set(
    stacks.flatMap(({ file, resources }) => [file, ...[...resources.values()].map(({ place }) => place.file)]),
  );
  const names = new Map<string, string>();
  for (const file of repository.files) {
    if (read.has(file) || !mayDeploy.test(file) || isOther.test(baseName(file))) continue;
    const content = repository.glance(file);
    if (!content.ok || content.bytes.length > largest) continue;
    const text = Buffer.from(content.bytes.buffer, content.bytes.byteOffset, content.bytes.byteLength).toString(
      'latin1',
    );
    for (const [name] of text.matchAll(/\b[A-Z][A-Z0-9_]{2,}\b/g)) if (!names.has(name)) names.set(name, file);
  }
  return names;
}
