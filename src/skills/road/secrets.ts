import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';
import { folderOf, isBelow } from '../../repository/paths.ts';
import { valuesAt } from '../../services/discover/claims/steps-into.ts';
import { type Answer, met, missing, notApplicable, unknown } from './answer.ts';
import { heldLine } from './found-line.ts';
import { handedSecrets } from './handed-secrets.ts';
import { isOfKind, secrets } from './resource-kinds.ts';
import { secretSetting } from './secret-settings.ts';
import type { CheckVerdict, Standing } from './standing.ts';
import { usesOfKind } from './used-resources.ts';

const leaks = [
  'secret-in-plain-variable',
  'credential-hard-coded',
  'credential-file-committed',
  'explicit-keys',
  'account-key',
  'secret-logged',
];

/** Whether something that keeps secrets keeps those of a service; where nothing shows that it has some, that is not told. */
export function secretsOf(standing: Standing): Answer {
  const { itself } = standing;
  const leaked = standing.verdicts(leaks).find((one) => one.verdict === 'fail' && isIts(one, standing));
  if (leaked !== undefined) return missing(leaked.message, leaked.at ?? itself, leaked.check);
  const handed = handedSecrets(standing);
  const written = handed.find(({ how }) => how === 'written');
  if (written !== undefined)
    return missing(`The value of ${written.name} stands in plain text.`, written.evidence, 'secret-in-plain-variable');
  const uses = usesOfKind(standing, secrets);
  if (uses.length > 0) return met('It is given its secrets by a secrets manager.', ...uses);
  const kept = handed.filter(({ how }) => how === 'kept');
  if (kept.length > 0) return met('What keeps secrets hands them to it.', ...kept.map((one) => one.evidence));
  const asked = askedInCode(standing);
  if (asked !== null) return asked;
  const setting = secretSetting(standing);
  if (setting !== undefined) return met('The settings of its platform or pipeline keep its secrets.', setting);
  return inStack(standing) ?? unkept(standing, handed[0]);
}

function askedInCode(standing: Standing): Answer | null {
  const library = standing.libraries('secrets')[0];
  if (library !== undefined) return met('Its code asks a secrets manager.', library.evidence);
  const calls = standing.calls(['boto3', 'aioboto3'], ['secretsmanager', 'WithDecryption']);
  const asked = calls.find(
    ({ path, positional: [name], keywords }) =>
      (/(^|\.)client$/.test(path) && name === 'secretsmanager') ||
      (/get_parameters?(_by_path)?$/.test(path) &&
        keywords.has('WithDecryption') &&
        keywords.get('WithDecryption') !== false),
  );
  return asked === undefined ? null : met('Its code asks a secrets manager.', asked.evidence);
}

/** Names of secrets in code, and texts that have to do with one. */
const secretNames = ['SECRET_KEY', 'API_KEY', 'client_secret'];
const secretTexts = ['password', '_secret', 'api_key'];

/** What is said where nothing that keeps secrets is seen. */
function unkept(standing: Standing, given: ReturnType<typeof handedSecrets>[number] | undefined): Answer {
  if (given !== undefined) return missing(`${given.name} is handed to it as a variable.`, given.evidence);
  const read = standing.secretVariable();
  if (read !== undefined)
    return missing(
      'Its code reads a secret from its environment, and nothing says that a secrets manager keeps it.',
      read,
    );
  if (standing.unread() !== null) return unknown('Its code is not here.', standing.itself);
  const named = heldLine(standing, secretNames) ?? heldLine(standing, secretTexts);
  if (named !== undefined) return unknown('Its code names a secret; where that is kept is not said.', named);
  const database = standing.libraries('database')[0];
  if (database !== undefined)
    return unknown('It asks a database; where the password for that is kept is not said.', database.evidence);
  return notApplicable('Neither its definition nor its code names a secret.');
}

/** What keeps secrets in its stack: a vault is for all of it, a single secret may be another's. */
function inStack({ own }: Standing): Answer | null {
  const [first, ...others] = own.filter(keepsSecrets).toSorted((a, b) => Number(isVault(b)) - Number(isVault(a)));
  if (first === undefined) return null;
  const shown = [first, ...others].map(({ key, type, id }) => evidence(key, `${type} ${id}`));
  if (isVault(first)) return met('Its stack keeps secrets in a vault.', ...shown);
  return unknown('Its stack keeps secrets; whether it reads them is not said.', evidence(first.key, first.id));
}

function isVault({ kind }: Resource): boolean {
  return kind !== 'secret' && kind !== 'parameter';
}

/** A parameter keeps a secret only where it is encrypted; a vault always does. */
function keepsSecrets(resource: Resource): boolean {
  if (!isOfKind(resource, secrets) || resource.type === 'v1 Secret') return false; // that one is named by who reads it
  if (resource.kind !== 'parameter') return true;
  return ['Type', 'type'].some((key) =>
    valuesAt(resource.properties, key).some((type) => readText(type).text === 'SecureString'),
  );
}

/** A file with credentials is a service's own where its definition or its code reads it, or where it stands among its code. */
function isIts({ check, at }: CheckVerdict, { service, environment, loadsFiles }: Standing): boolean {
  if (check !== 'credential-file-committed' || at === null) return true;
  const { codeRoot, definedIn } = service;
  if (environment.some(({ place }) => place.file === at.file)) return true;
  if (codeRoot !== null && codeRoot !== '.' && isBelow(at.file, codeRoot)) return true;
  if (!/(^|\/)\.env[^/]*$/.test(at.file)) return codeRoot === '.';
  return [codeRoot, folderOf(definedIn.file)].includes(folderOf(at.file)) && loadsFiles();
}
