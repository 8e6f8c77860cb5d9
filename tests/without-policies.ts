import type { Repository, TextContent } from '../src/repository/repository.ts';

// Names by which infrastructure code declares policies, in all formats that are read. Each becomes a name of the same length
// that means nothing, so that no line and no column moves.

const templates =
  /(?<![\w-])(?:Policies|ManagedPolicyArns|PermissionsBoundary|Connectors|iamRoleStatements|iamRoleStatementsInherit|iamManagedPolicies|managedPolicies|statements|rolePermissionsBoundary)(?=["']?\s*:)|AWS::IAM::(?:Policy|ManagedPolicy|RolePolicy)\b|AWS::Serverless::Connector\b/g;

const hcl =
  /aws_iam_(?:role_policy_attachment|role_policies_exclusive|role_policy|policy_attachment|policy_document|policy)\b|\b(?:inline_policy|managed_policy_arns|permissions_boundary|policy_statements|policy_jsons?|attach_\w*polic\w+)(?=\s*[={])/g;

/** `grant_permissions` is a call of the SDK (Lake Formation). */
const python =
  /(?<=\.)(?:grant(?!_permissions\()\w*|add_to_(?:role_|principal_)?policy|attach_inline_policy|attach_to_role|add_managed_policy)(?=\()|\b(?:managed_policies|inline_policies|initial_policy|permissions_boundary)(?=\s*=)/g;

const patterns: readonly (readonly [RegExp, RegExp])[] = [
  [/\.(?:ya?ml|json|template)$/i, templates],
  [/\.tf(?:\.json)?$/, hcl],
  [/\.py$/, python],
];

/** The text of a file with every policy in it taken away, of the same length. */
export function withoutPolicies(file: string, text: string): string {
  const found = patterns.find(([name]) => name.test(file));
  return found === undefined ? text : text.replaceAll(found[1], (name) => `x${name.slice(1).replaceAll(':', 'x')}`);
}

function changed(file: string, bytes: Uint8Array): Uint8Array {
  if (!patterns.some(([name]) => name.test(file))) return bytes;
  return new Uint8Array(Buffer.from(withoutPolicies(file, Buffer.from(bytes).toString('latin1')), 'latin1'));
}

/** A repository whose infrastructure code declares no policy. */
export function repositoryWithoutPolicies(repository: Repository): Repository {
  const read = (file: string): ReturnType<Repository['read']> => {
    const content = repository.read(file);
    return content.ok ? { ...content, bytes: changed(file, content.bytes) } : content;
  };
  return {
    files: repository.files,
    links: repository.links,
    unreadable: repository.unreadable,
    has: (path) => repository.has(path),
    hasFolder: (path) => repository.hasFolder(path),
    read,
    glance: read,
    readText(file): TextContent {
      const content = repository.readText(file);
      return content.ok ? { ok: true, text: withoutPolicies(file, content.text) } : content;
    },
  };
}
