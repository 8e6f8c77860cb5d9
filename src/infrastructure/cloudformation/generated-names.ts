// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
import type { DataNode } from '../../syntax/data-tree.ts';
import { asMapping, at, keyOf, textOf } from '../../syntax/navigate.ts';

/** What SAM makes beside a resource, by what it appends to its name. */
const endings =
  /^(Role|Url|UrlPublicPermissions|EventInvokeConfig|DeadLetterQueue|Version[0-9a-f]*|Alias\w*|\.Version|\.Alias|\.Stage|\.Deployment|\.RestApi|\.UserPool|\w*Stage|Deployment[0-9a-f]*|UsagePlan|ApiKey|UsagePlanKey|Policy|UserPool|DistributionRecord|ApiGatewayDefaultStage|Access\w*Layer)$/;

/**
 * The declared resource from which SAM's transform makes one of a generated name (`HelloRole`, `Hello.Version`), and the
 * rest of the name as the attribute. Undefined where no resource of SAM leads to it.
 */
export function generatedFrom(
  name: string,
  resources: ReadonlyMap<string, DataNode>,
): { readonly resource: string; readonly attribute: string } | undefined {
  for (let length = name.length - 1; length > 0; length--) {
    const resource = name.slice(0, length);
    const node = resources.get(resource);
    const isSam = node !== undefined && textOf(at(node, 'Type'))?.startsWith('AWS::Serverless::') === true;
    const rest = name.slice(length);
    if (isSam && (endings.test(rest) || isEvent(rest, node))) return { resource, attribute: rest.replace(/^\./, '') };
  }
  return undefined;
}

/** An event's own resource, with its permission, role or queue. */
function isEvent(rest: string, node: DataNode | undefined): boolean {
  const events = asMapping(at(node, 'Properties', 'Events'))?.entries ?? [];
  return events.some((entry) => {
    const event = keyOf(entry) ?? '';
    return event !== '' && rest.startsWith(event) && /^\w*$/.test(rest.slice(event.length));
  });
}
