import type { SecretFormat } from '../catalogue/dataset.ts';
import { lazy } from '../evidence/lazy.ts';
import { baseName, folderOf } from '../repository/paths.ts';
import type { Repository } from '../repository/repository.ts';
import { isApart, isTestModule } from '../services/discover/apart.ts';
import type { CredentialFile, KeptCredential } from '../steps/facts.ts';
import { secretsIn } from './code-facts/file-secrets.ts';

/** A kind of file in which credentials are kept. */
interface FileKind {
  readonly kind: string;
  readonly path: RegExp;
  /** What such a file holds, where its name alone does not tell. */
  readonly only?: string;
  readonly find: (text: string) => readonly Found[];
}

/** A credential at an offset of a text. */
interface Found {
  readonly kind: string;
  readonly offset: number;
  readonly masked: string;
}

/** Reads the files of a repository in which people keep credentials; those of tests and examples are left out. */
export function credentialFiles(
  repository: Repository,
  formats: readonly SecretFormat[],
): () => readonly CredentialFile[] {
  return lazy(() =>
    repository.files.flatMap((file) => {
      const kind = anyKind().test(file) ? fileKinds.find(({ path }) => path.test(file)) : undefined;
      if (kind === undefined || isApart(file) || shown.test(file.replace(/local\.settings\.json$/, ''))) return [];
      const content = repository.readText(file);
      if (!content.ok || content.text.length > longestText) return [];
      const { text } = content;
      const found = [...byFormat(text, formats, file), ...kind.find(text).map((one) => placed(one, text, file))];
      if (found.length === 0 && kind.only !== undefined && !text.includes(kind.only)) return [];
      const held = found.length > 0 && isForTests(file, repository) ? [] : found;
      return [{ file, kind: kind.kind, credentials: held }];
    }),
  );
}

/** A file of credentials is small. */
const longestText = 200_000;

/** Words in a path by which people show that what it holds opens nothing. */
const shown =
  /(^|[/._-])(examples?|samples?|templates?|tmpl|dist|defaults?|dummy|fake|mocks?|tests?|testing|testtool|ci|demo|local(host|stack)?|self-?signed|snake-?oil|dev|development|docs?|workshop|fixtures?|node_modules|site-packages)([/._-]|$)/i;

/** Names of settings that hold a secret itself, not the name or address of one, nor what browsers are given. */
const secretName =
  /(^|_)(PASSWORD|PASSWD|API_?KEY|ACCESS_KEY|SECRET_KEY|SECRET|PRIVATE_KEY|ACCOUNT_KEY|ENCRYPTION_KEY|SIGNING_KEY|AUTH_TOKEN|ACCESS_TOKEN|API_TOKEN|BOT_TOKEN|TOKEN)$/i;
const publicName =
  /^(REACT_APP|VITE|NEXT_PUBLIC|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY|VUE_APP)_|PUBLIC|PUBLISHABLE|FIREBASE|SITE_KEY/i;
const shownValue =
  /dev|local|test|example|change|secret|password|passwd|dummy|fake|your|insecure|replace|sample|xxx|placeholder|default|admin|<|\$\{|\{\{|^op:|^arn:|https?:|^projects\/|abcdef|12345/i;

/** Settings of the form `NAME=value`. */
function assigned(text: string): Found[] {
  return [...text.matchAll(/^[ \t]*(?:export[ \t]+)?"?([A-Za-z_]\w*)"?[ \t]*[=:][ \t]*["']?([^"'\s#,]+)/gm)].flatMap(
    (match) => {
      const [whole, name = '', value = ''] = match;
      if (!secretName.test(name) || publicName.test(name) || !isRandom(value)) return [];
      const offset = match.index + whole.length - value.length;
      return [
        { kind: `value of ${name}`, offset, masked: `${name}: ${value.slice(0, 2)}… (${value.length} characters)` },
      ];
    },
  );
}

/** True for what nobody would type: long, of letters and digits, and of many different ones. */
function isRandom(value: string): boolean {
  if (value.length < 16 || shownValue.test(value)) return false;
  return /\d/.test(value) && /[A-Za-z]/.test(value) && new Set(value).size >= 10;
}

const nothing = (): Found[] => [];

/** The first match of a pattern whose group is the secret. */
const matched =
  (kind: string, pattern: RegExp) =>
  (text: string): Found[] => {
    const match = pattern.exec(text);
    const secret = match?.[1];
    if (match === null || secret === undefined || shownValue.test(secret)) return [];
    const offset = match.index + match[0].indexOf(secret);
    return [{ kind, offset, masked: `${secret.slice(0, 2)}… (${secret.length} characters)` }];
  };

const fileKinds: readonly FileKind[] = [
  { kind: 'environment file', path: /(^|\/)\.env(\.[\w-]+)?$|[\w-]\.env$/, find: assigned },
  { kind: 'Terraform variables', path: /\.tfvars$/, find: assigned },
  { kind: 'settings of Azure Functions', path: /(^|\/)local\.settings\.json$/, find: assigned },
  { kind: 'key', path: /\.(pem|key|ppk)$|(^|\/)id_(rsa|dsa|ecdsa|ed25519)$/, find: nothing },
  {
    kind: 'key of a service account',
    path: /(service[-_]?account|credential|secret|adminsdk|[-_/](sa|key)[-_.])[\w.-]*json$/i,
    only: 'service_account',
    find: nothing,
  },
  {
    kind: 'credentials of AWS',
    path: /(^|\/)\.aws\/credentials$/,
    find: matched('AWS secret access key', /aws_secret_access_key\s*=\s*([A-Za-z0-9/+]{40})\s/i),
  },
  {
    kind: 'publish profile',
    path: /\.publishsettings$/i,
    find: matched('password for deployments', /userPWD="([^"]{20,})"/),
  },
  { kind: 'settings of npm', path: /(^|\/)\.npmrc$/, find: matched('token for packages', /_authToken=([\w-]{20,})/) },
  {
    kind: 'settings for uploads',
    path: /(^|\/)\.pypirc$/,
    find: matched('password', /password\s*[=:]\s*([\w-]{20,})/),
  },
];

/** All of their names at once, since nearly every file is of none. */
const anyKind = lazy(() => new RegExp(fileKinds.map(({ path }) => path.source).join('|'), 'i'));

function byFormat(text: string, formats: readonly SecretFormat[], file: string): KeptCredential[] {
  return secretsIn(text, formats)
    .filter(({ kind }) => kind !== 'Google API key') // browsers are given them
    .map(({ kind, masked, range }) => ({ kind, masked, place: { file, ...range } }));
}

function placed({ kind, offset, masked }: Found, text: string, file: string): KeptCredential {
  const before = text.slice(0, offset).split('\n');
  const [line, column] = [before.length, (before.at(-1) ?? '').length + 1];
  return { kind, masked, place: { file, line, column, endLine: line, endColumn: column } };
}

/** True where only tests near a file speak of it. */
function isForTests(file: string, repository: Repository): boolean {
  const [name, folder] = [baseName(file), folderOf(file)];
  const above = folderOf(folder);
  const near = repository.files.filter(
    (one) => one.endsWith('.py') && (folderOf(one) === folder || folderOf(one) === above),
  );
  const speaking = near.filter((one) => {
    const content = repository.readText(one);
    return content.ok && content.text.includes(name);
  });
  return speaking.length > 0 && speaking.every(isTestModule);
}
