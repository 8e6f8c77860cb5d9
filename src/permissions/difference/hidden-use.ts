import type { Use } from './grant-use.ts';

/**
 * Actions that are not seen in calls of an SDK: requests that code signs by itself, connections with tokens, file systems,
 * keys that other services use in the caller's name, and rights to pass something on, which no operation has the name of.
 */
const unseen =
  /^(?:\*$|execute-api:|appsync:(?:GraphQL|Event|\*)|es:(?:ES|\*)|aoss:APIAccess|kafka-cluster:|rds-db:|neptune-db:|elasticache:Connect|memorydb:Connect|iot:(?:Connect|Publish|Subscribe|Receive|\*)|codecommit:Git|lambda:InvokeFunctionUrl|dax:|kms:|elasticfilesystem:Client|s3files:|ssmmessages:|ec2messages:|s3express:CreateSession|dsql:DbConnect|redshift:GetClusterCredentials|cassandra:|iam:PassRole$|lakeformation:GetDataAccess|ecr:GetAuthorizationToken|sts:SetSourceIdentity|[\w-]+:Pass[A-Z])/;

/** Services that read and write buckets in the name of whoever calls them. */
const readers =
  /^(?:transcribe|textract|rekognition|comprehend|comprehendmedical|polly|athena|translate|personalize|forecast|bedrock|redshift-data|cloudformation|lambda|sagemaker|medialive|mediaconvert|glue|ses|elastictranscoder|elasticfilesystem|s3files):(?!InvokeFunction$|InvokeModel)/;

/** Services that call another one in the name of whoever calls them. */
const callers: Readonly<Record<string, RegExp>> = {
  'comprehend:DetectDominantLanguage': /^translate:/, // for a source language of `auto`
};

const ofBuckets = /^s3:(?:\*|Get|Put|List|Abort|Head)/i;

/** Why an action may be used though no call shows it; null where nothing says so. */
export function hiddenUse(written: string, uses: readonly Use[]): string | null {
  const action = written.replace(/^[^:]+/, (prefix) => prefix.toLowerCase());
  if (unseen.test(action)) return 'no call of an SDK shows whether it is used';
  const caller = ofBuckets.test(action) ? readers : callers[action];
  const other = caller && uses.find((use) => caller.test(use.action));
  return other === undefined ? null : `${other.action} may use it in the caller's name`;
}
