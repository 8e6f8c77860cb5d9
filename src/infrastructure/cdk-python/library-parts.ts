import type { Value as PythonValue } from '../../python/values/value.ts';
import type { Construct } from './constructs.ts';
import { referenceTo, textAt } from './convert.ts';
import type { Draft } from './draft.ts';
import { integrationUri } from './fill.ts';
import type { World } from './world.ts';

/** A resource that a construct makes beside its own. */
export interface Part {
  /** Its path below the construct, as the library has it; also what stands behind the construct's name in its own. */
  readonly path: string;
  readonly type: string;
  /** `main` is the name of the construct's own resource. */
  readonly fill: (world: World, draft: Draft, main: string) => void;
}

/** What a construct makes beside its own resource, of what matters to services: who calls what, and what runs. */
export function partsOf(construct: Construct): readonly Part[] {
  return table[construct.path]?.(construct) ?? [];
}

const table: Readonly<Record<string, (construct: Construct) => readonly Part[]>> = {
  'aws_apigateway.LambdaRestApi': lambdaApi,
  'aws_ecs_patterns.ApplicationLoadBalancedFargateService': balancedService,
  'aws_ecs_patterns.ApplicationLoadBalancedEc2Service': balancedService,
  'aws_ecs_patterns.NetworkLoadBalancedFargateService': balancedService,
};

/** All requests go to one function, unless `proxy=False`. */
function lambdaApi({ call, site }: Construct): readonly Part[] {
  const proxy = call.keyword('proxy');
  if (proxy?.kind === 'constant' && proxy.value === false) return [];
  const handler = call.keyword('handler');
  const reference = (main: string, attribute: string | null) => () =>
    ({ kind: 'reference', resource: main, attribute, place: textAt(site, '').place }) as const;
  const method = (path: string, resource: (main: string) => [string, string | null]): Part => ({
    path,
    type: 'AWS::ApiGateway::Method',
    fill(world, draft, main) {
      draft.set('HttpMethod', () => textAt(site, 'ANY'));
      draft.set('ResourceId', reference(...resource(main)));
      draft.set('RestApiId', reference(main, null));
      draft.set('Integration.Uri', () => uri(world, handler, site));
    },
  });
  return [
    {
      path: 'Default/{proxy+}',
      type: 'AWS::ApiGateway::Resource',
      fill(_, draft, main) {
        draft.set('PathPart', () => textAt(site, '{proxy+}'));
        draft.set('ParentId', reference(main, 'RootResourceId'));
      },
    },
    method('Default/{proxy+}/ANY', (main) => [`${main}/Default/{proxy+}`, null]),
    method('Default/ANY', (main) => [main, 'RootResourceId']),
  ];
}

function uri(world: World, handler: PythonValue | undefined, site: Construct['site']) {
  const of = handler && referenceTo(world, handler, site, () => 'Arn');
  return of && integrationUri(site, of);
}

const part = (path: string, type: string): Part => ({ path, type, fill: () => undefined });

function balancedService(): readonly Part[] {
  return [
    part('LB', 'AWS::ElasticLoadBalancingV2::LoadBalancer'),
    part('LB/PublicListener', 'AWS::ElasticLoadBalancingV2::Listener'),
    part('LB/PublicListener/ECSGroup', 'AWS::ElasticLoadBalancingV2::TargetGroup'),
    part('TaskDef', 'AWS::ECS::TaskDefinition'),
  ];
}
