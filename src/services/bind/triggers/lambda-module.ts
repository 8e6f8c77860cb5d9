// https://registry.terraform.io/modules/terraform-aws-modules/lambda/aws/latest: `allowed_triggers`, `event_source_mapping`
// https://registry.terraform.io/modules/terraform-aws-modules/eventbridge/aws/latest: `rules` and `targets` of the same names
import { evidence } from '../../../evidence/evidence.ts';
import { readText } from '../../../infrastructure/model/reading.ts';
import { property, type Resource, type Stack, valueAt } from '../../../infrastructure/model/resource.ts';
import type { MapEntry } from '../../../infrastructure/model/value.ts';
import type { Trigger } from '../../service.ts';
import { readBy, typeInArn } from './event-sources.ts';
import { permittedBy } from './permissions.ts';
import { senderOf } from './sender.ts';

/** What starts a function that the community's module makes: who is allowed to, and what it reads. */
export function lambdaModuleTriggers(resource: Resource, stack: Stack): Trigger[] {
  if (!/^module:.*terraform-aws-(modules\/)?lambda/.test(resource.type)) return [];
  const mappings = entriesAt(resource, 'event_source_mapping').map(([name, { key, value }]) => {
    const source = valueAt(value, 'event_source_arn');
    const text = source === undefined ? '' : readText(source).text;
    const type = typeInArn(text) ?? (/stream/.test(text) ? 'AWS::DynamoDB::Table' : 'AWS::SQS::Queue');
    const sender = senderOf(source, type, stack);
    const invocation = valueAt(value, 'starting_position') === undefined ? readBy(type) : 'stream';
    return {
      name,
      ...sender,
      type: isModule(sender.type) ? type : sender.type,
      invocation,
      evidence: evidence(key, name),
    } as const;
  });
  const allowed = entriesAt(resource, 'allowed_triggers').flatMap(([name, { key, value }]): Trigger[] => {
    const by = valueAt(value, 'principal') ?? valueAt(value, 'service');
    const found = by && permittedBy(readText(by).text, valueAt(value, 'source_arn'), stack);
    return found === undefined ? [] : [{ name, ...found, evidence: evidence(key, name) }];
  });
  const url = property(resource, 'create_lambda_function_url');
  const address: Trigger[] =
    url?.kind === 'literal' && url.value === true
      ? [
          {
            name: 'url',
            resource: null,
            type: 'aws_lambda_function_url',
            invocation: 'synchronous',
            evidence: evidence(url.place, 'url'),
          },
        ]
      : [];
  return [...mappings, ...allowed, ...address];
}

function isModule(type: string): boolean {
  return type.startsWith('module:');
}

function entriesAt(resource: Resource, name: string): [string, MapEntry][] {
  const map = property(resource, name);
  return map?.kind === 'map' ? [...map.entries] : [];
}
