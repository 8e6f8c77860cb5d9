// https://docs.aws.amazon.com/cdk/api/v2/python/aws_cdk/ArnComponents.html, ArnFormat.html
import { stringOf } from '../../python/values/make.ts';
import type { Value } from '../model/value.ts';
import { joinedAt, pseudoParameter, unknownAt } from './convert.ts';
import type { Argument } from './site.ts';
import { termOf } from './terms.ts';
import type { TermCall } from './world.ts';

/** Between the kind of a resource and its name, and before the kind, by the names of `ArnFormat`. */
const formats: Readonly<Record<string, { readonly before: string; readonly between: string }>> = {
  COLON_RESOURCE_NAME: { before: '', between: ':' },
  NO_RESOURCE_NAME: { before: '', between: '/' },
  SLASH_RESOURCE_NAME: { before: '', between: '/' },
  SLASH_RESOURCE_SLASH_RESOURCE_NAME: { before: '/', between: '/' },
};

/**
 * What `stack.format_arn(service=…, resource=…, resource_name=…)` or `Arn.format(ArnComponents(…), stack)` gives; undefined
 * where the call does not say what the ARN is of, or how it is put together.
 */
export function formattedArn(call: TermCall): Value | undefined {
  const part = partsOf(call);
  const [service, resource, name, sep] = ['service', 'resource', 'resource_name', 'sep'].map(part);
  const format = formatOf(part('arn_format'));
  const between = sep === undefined ? format?.between : stringOf(sep.value);
  if (service === undefined || resource === undefined || format === undefined || between === undefined)
    return undefined;
  const around = (own: string): Value => {
    const given = part(own);
    if (given !== undefined) return call.of(given);
    return pseudoParameter(call.site, own) ?? unknownAt(call.site, 'dynamic-value');
  };
  const head = ['arn:', around('partition'), ':', call.of(service), ':', around('region'), ':', around('account'), ':'];
  const tail = name === undefined ? [] : [between, call.of(name)];
  return joinedAt(call.site, [...head, format.before, call.of(resource), ...tail]);
}

/** The components by their names: arguments of the call, or of the `ArnComponents` that it is passed. */
function partsOf(call: TermCall): (name: string) => Argument | undefined {
  const components = termOf(call.argument(0, 'components')?.value);
  return (name) => {
    if (components?.kind !== 'made') return call.argument(null, name);
    const value = components.call.keyword(name);
    return value && { value, site: call.site };
  };
}

function formatOf(given: Argument | undefined): (typeof formats)[string] | undefined {
  if (given === undefined) return formats['SLASH_RESOURCE_NAME'];
  const { value } = given;
  return value.kind === 'external' ? formats[/\bArnFormat\.(\w+)$/.exec(value.path)?.[1] ?? ''] : undefined;
}
