import type { ModelObject } from '../../python/values/value.ts';
import { botoObject, type CallableName, methodOf, ownIdentity, type Session } from './objects.ts';

/** The session that `boto3.client` uses. */
export const defaultSession: Session = { kind: 'session', identity: ownIdentity };

const sessions = [
  'boto3.Session',
  'boto3._get_default_session',
  'boto3.session.Session',
  'aioboto3.Session',
  'aioboto3.session.Session',
];

const botocoreSessions = [
  'botocore.session.Session',
  'botocore.session.get_session',
  'aiobotocore.get_session',
  'aiobotocore.session.AioSession',
  'aiobotocore.session.get_session',
];

const credentials = ['botocore.credentials.', 'aiobotocore.credentials.Aio'];

const callables: readonly (readonly [string, CallableName])[] = [
  ...sessions.map((path) => [path, 'Session'] as const),
  ...botocoreSessions.map((path) => [path, 'BotocoreSession'] as const),
  ['boto3.s3.transfer.S3Transfer', 'S3Transfer'],
  ['s3transfer.S3Transfer', 'S3Transfer'],
  ['s3transfer.TransferManager', 'TransferManager'],
  ['s3transfer.manager.TransferManager', 'TransferManager'],
  ['boto3.s3.transfer.create_transfer_manager', 'TransferManager'],
  ['boto3.dynamodb.table.BatchWriter', 'BatchWriter'],
  ...credentials.flatMap((path) => [
    [`${path}Credentials`, 'Credentials'] as const,
    [`${path}RefreshableCredentials`, 'RefreshableCredentials'] as const,
    [`${path}DeferredRefreshableCredentials`, 'RefreshableCredentials'] as const,
    [`${path}AssumeRoleCredentialFetcher`, 'AssumeRoleCredentialFetcher'] as const,
  ]),
];

const table = new Map<string, ModelObject>([
  ...callables.map(([path, name]) => [path, botoObject({ kind: 'callable', name })] as const),
  ...['boto3', 'aioboto3'].flatMap((module) =>
    ['client', 'resource'].map((name) => [`${module}.${name}`, methodOf(defaultSession, name)] as const),
  ),
  ['boto3.DEFAULT_SESSION', botoObject(defaultSession)],
]);

/** What a name of the SDK's modules is; undefined if it is nothing that leads to calls. */
export function externalObject(path: string): ModelObject | undefined {
  return table.get(path);
}
