import type { PaginatedOperation } from '../../catalogue/dataset.ts';
import type { CodeCall } from '../code.ts';
import { type CallSubject, callEvidence, callSubject } from '../code-subject.ts';
import { defineCheck } from '../define.ts';
import { functionFiles } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { runsCode } from '../runs-code.ts';

interface ListSubject extends CallSubject {
  readonly operation: PaginatedOperation;
}

const handler = (before: string, ...lines: string[]): Record<string, string> =>
  functionFiles(
    `import boto3\n${before}\n\ndef handler(event, context):\n${lines.map((line) => `    ${line}\n`).join('')}`,
  );
const table = 'table = boto3.resource("dynamodb").Table("orders")';
const s3 = 's3 = boto3.client("s3")';

export const check = defineCheck({
  id: 'first-page-only',
  scope: 'service',
  step: 'resilience',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Follow the pages of a list to its end',
  docs: {
    why: 'Operations that list things answer with one page, and with a token where there is more. A scan of DynamoDB ends after 1 MB, a list of S3 after 1,000 keys. Code that goes through the first page alone works as long as there is little, and leaves out the rest without an error when there is more.',
    fix: 'Use `client.get_paginator(…)`, a collection of the resource (`bucket.objects.all()`), or call again with the token until there is none.',
    whenNone: 'It is not deployed, or its code performs no operation of AWS whose answer comes in pages.',
    bad: [
      { title: 'A scan of one page', files: handler(table, 'return [item["id"] for item in table.scan()["Items"]]') },
      {
        title: 'The first thousand objects',
        files: handler(
          s3,
          'found = s3.list_objects_v2(Bucket="b", Prefix=event["prefix"])',
          'for item in found.get("Contents", []):',
          '    s3.delete_object(Bucket="b", Key=item["Key"])',
        ),
      },
    ],
    good: [
      {
        title: 'The token is followed',
        files: handler(
          table,
          'found = table.scan()',
          'items = found["Items"]',
          'while "LastEvaluatedKey" in found:',
          '    found = table.scan(ExclusiveStartKey=found["LastEvaluatedKey"])',
          '    items.extend(found["Items"])',
          'return items',
        ),
      },
      {
        title: 'As many as are asked for',
        files: handler(s3, 'return s3.list_objects_v2(Bucket="b", MaxKeys=10)["Contents"]'),
      },
      {
        title: 'Only whether there is one',
        files: handler(s3, 'found = s3.list_objects_v2(Bucket="b", Prefix=event["key"])', 'return "Contents" in found'),
      },
      {
        title: 'The thing that is named',
        files: handler(
          'rds = boto3.client("rds")',
          'return [one["Endpoint"] for one in rds.describe_db_instances(DBInstanceIdentifier="a")["DBInstances"]]',
        ),
      },
      {
        title: 'Arguments that are passed on cannot be told',
        files: handler(table, 'return table.scan(**event)["Items"]'),
      },
    ],
    sources: [
      'https://boto3.amazonaws.com/v1/documentation/api/latest/guide/paginators.html',
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html#Scan.Pagination',
      'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html',
    ],
  },
  subjects: (service, facts): ListSubject[] => {
    if (!runsCode(service)) return [];
    const operations = facts.catalogue.load('aws/paginated-operations').facts;
    const code = facts.code(service);
    const calls = code.calls({
      packages: ['boto3', 'aioboto3', 'aiobotocore'],
      needles: operations.map(({ id }) => `.${id}(`),
    });
    return calls.flatMap((call) => {
      const name = call.path.slice(call.path.lastIndexOf('.') + 1);
      const operation = operations.find(({ id }) => id === name);
      return operation === undefined || call.isMain || !isOfSdk(call) || !code.isCalled(call)
        ? []
        : [{ ...callSubject(call), operation }];
    });
  },
  judge: ({ call, operation }) => {
    const shown = callEvidence(call);
    const part = operation.results.find((one) => call.parts.includes(one));
    if (part === undefined) return pass(`${call.text} is not asked for everything.`, shown);
    if (operation.tokens.some((token) => call.around.includes(token)))
      return pass(`${operation.tokens.join(' or ')} is looked at.`, shown);
    const bounding = [...operation.arguments, ...operation.names].find((name) => call.keywords.has(name));
    if (bounding !== undefined) return pass(`${bounding} says how much is wanted.`, shown);
    if (call.open) return unknown('dynamic-value', `${call.text} is given arguments that are not seen.`, shown);
    const page = operation.services.includes('dynamodb') ? 'one page of at most 1 MB' : 'one page';
    const message = `${call.text} answers with ${page}, and ${part} of it is taken for all there is: ${operation.tokens[0]} is not looked at.`;
    return fail(message, [shown], {
      severity: operation.id === 'query' ? 'improvement' : 'risk',
      fix: { title: `Follow ${operation.tokens[0]}, or use a paginator.`, safe: false, intents: [] },
    });
  },
});

/** A method of a client or resource of boto3, or one on something that is not known and has the operation's own arguments. */
function isOfSdk({ path, keywords }: CodeCall): boolean {
  if (/^(boto3|aioboto3|aiobotocore)\./.test(path)) return true;
  return path.startsWith('?') && [...keywords.keys()].some((name) => /^[A-Z]/.test(name));
}
