// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticfilesystem.html
import { readText } from '../../infrastructure/model/reading.ts';
import type { Resource, Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { firstAt, referencesIn } from '../../services/bind/values-at.ts';
import type { BoundValue } from '../bound-value.ts';
import { settingText } from '../setting-value.ts';

/** What is mounted by way of an access point. */
export interface Mounted {
  readonly service: 'elasticfilesystem' | 's3files';
  /** The ARN of the file system, on which mounting is allowed: no policy for it names the access point as its resource. */
  readonly fileSystem: BoundValue;
}

/** What a function mounts whose setting names an access point. */
export function mountedBy(accessPoint: Value, stack: Stack): Mounted {
  const point = referencesIn(accessPoint).flatMap(({ resource }) => stack.resources.get(resource) ?? [])[0];
  const { text } = readText(accessPoint);
  const isBucket = point === undefined ? text.includes(':s3files:') : /S3Files::|_s3files_/.test(point.type);
  const service = isBucket ? 's3files' : 'elasticfilesystem';
  const name = point === undefined ? /:file-system\/([^/]+)/.exec(text)?.[1] : fileSystemOf(point, stack);
  if (name === undefined) return { service, fileSystem: { unknown: 'dynamic-value' } };
  const arn = `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:file-system/${name}`;
  return { service, fileSystem: { arn } };
}

function fileSystemOf(point: Resource, stack: Stack): string | undefined {
  const id = firstAt(point, 'FileSystemId') ?? firstAt(point, 'file_system_id');
  return id && settingText(id, stack);
}
