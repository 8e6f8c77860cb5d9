import { type Answer, met, notApplicable, unknown } from './answer.ts';
import { heldLine } from './found-line.ts';
import type { Kinds } from './resource-kinds.ts';
import { ofKind } from './resource-kinds.ts';
import type { Standing } from './standing.ts';
import { requestLibrary } from './takes-requests.ts';

/** Stores of users, and what asks them before a request comes through. */
const gates: Kinds = {
  kinds: /^(user-pool|user-pool-client|authorizer|api-authorizer)$/,
  types: /Cognito::UserPool|cognito_user_pool|Authorizer$|_authorizer$|authConfigs|authsettingsV2|google_iap_|Firebase/,
};

const byProvider = ['openid-configuration', 'CognitoAuthorizer', 'cognito-idp', 'get_oidc', 'oidc_'];

/** Texts by which code signs users in, or asks who they are, by itself. */
const byItself = [
  'OAuth2PasswordBearer',
  'OAuth2PasswordRequestForm',
  'LoginManager(',
  'login_required',
  'jwt_required',
  'JWTManager(',
  'IsAuthenticated',
  'AuthenticationMiddleware',
  'jwt.decode(',
  'jwt.encode(',
  "route('/login'",
  'route("/login"',
  "router.post('/login",
  'router.post("/login',
  "app.post('/login",
  'app.post("/login',
];

/** What such code imports. */
const webPackages =
  'aiohttp bottle django fastapi flask flask_jwt_extended flask_login jose jwt litestar rest_framework sanic starlette tornado'.split(
    ' ',
  );

/** Whether users sign in, where anything shows it; what nobody sends requests to needs none. */
export function signIn(standing: Standing): Answer {
  const { service, own } = standing;
  const isAsked = service.triggers.some(
    ({ invocation, type }) => invocation === 'synchronous' && !/custom_?resource/i.test(type),
  );
  const asked = isAsked || startedByGate(standing) ? ofKind(own, gates) : [];
  if (asked.length > 0) return met('A provider of identities stands before it.', ...asked);
  const isWeb = isAsked || requestLibrary(standing) !== undefined;
  if (!isWeb && (service.compute === 'function' || service.compute === 'job') && standing.unread() === null)
    return notApplicable('No users send it requests, as far as is seen.');
  const libraries = standing.libraries('sign-in');
  const library = libraries.find(({ evidence: { file } }) => !/(^|\/)migrations\//.test(file)) ?? libraries[0];
  if (library !== undefined) return met('Its code asks a provider of identities.', library.evidence);
  const held = heldLine(standing, byProvider);
  if (held !== undefined) return met('Its code asks a provider of identities.', held);
  const signs = heldLine(standing, byItself, webPackages);
  if (signs !== undefined) return met('Its code signs users in, or asks who they are.', signs);
  if (standing.unread() !== null) return unknown('Its code is not here.', standing.itself);
  return isWeb
    ? unknown('Whether its users sign in cannot be told.', standing.itself)
    : notApplicable('No users send it requests, as far as is seen.');
}

/** A store of users starts it, to confirm or to change them. */
function startedByGate({ service, own }: Standing): boolean {
  const ids = new Set(own.filter(({ kind }) => kind !== null && gates.kinds.test(kind)).map(({ id }) => id));
  return service.triggers.some(({ resource }) => resource !== null && ids.has(resource));
}
