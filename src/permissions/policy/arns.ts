// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
import type { Iam } from '../../catalogue/iam/iam.ts';

/**
 * A resource as a policy may have it: `*`, an ARN, or a reference that stands for one. Of an ARN of which only the end is
 * known (`*-orders`) the service is added; undefined for a text that is no ARN, which IAM refuses.
 */
export function arnFor(resource: string, action: string, iam: Iam): string | undefined {
  if (resource === '*' || /^(?:arn:|\$\{)/.test(resource)) return resource;
  const service = iam
    .action(action)
    ?.resources[0]?.formats[0]?.replaceAll(/\$\{[^{}]*\}/g, '')
    .split(':')[2];
  return resource.startsWith('*') && service !== undefined
    ? `arn:\${AWS::Partition}:${service}:*:*:${resource}`
    : undefined;
}
