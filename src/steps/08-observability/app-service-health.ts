import { evidence } from '../../evidence/evidence.ts';
import { presenceAt } from '../../infrastructure/model/presence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, type Stack } from '../../infrastructure/model/resource.ts';
import type { Service } from '../../services/service.ts';
import { fail, type Judgement, pass, unknown } from '../judgement.ts';

/** A web application of App Service with the path of the setting by which the platform asks after its health. */
export interface WebApplication {
  readonly resource: Resource;
  readonly stack: Stack;
  readonly path: readonly string[];
}

const paths: ReadonlyMap<string, readonly string[]> = new Map([
  ['Microsoft.Web/sites', ['properties', 'siteConfig', 'healthCheckPath']],
  ['azurerm_linux_web_app', ['site_config', 'health_check_path']],
  ['azurerm_windows_web_app', ['site_config', 'health_check_path']],
  ['azurerm_app_service', ['site_config', 'health_check_path']],
]);

/** The web application that defines a service; undefined for functions, and for plans on which there are no health checks. */
export function webApplicationOf({ definition }: Service): WebApplication | undefined {
  if (definition === null) return undefined;
  const { resource, stack } = definition;
  const path = paths.get(resource.type);
  if (path === undefined || isFunctionApp(resource) || hasFreePlan(stack)) return undefined;
  return { resource, stack, path };
}

/**
 * Says whether App Service asks a web application after its health. It asks nothing by itself:
 * https://learn.microsoft.com/azure/app-service/monitor-instances-health-check
 */
export function judgeWebApplication({ resource, stack, path }: WebApplication): Judgement {
  const { stated, unknown: open } = presenceAt(resource.properties, ...path);
  const [value] = stated;
  const name = path.at(-1) ?? '';
  const given = value === undefined ? null : readText(value);
  const here = evidence(
    value?.place ?? resource.key,
    `${resource.id}: ${name}`,
    given === null ? 'absent' : given.known ? given.how : 'guessed',
  );
  if (given?.known === true && given.value !== '')
    return pass(`App Service asks ${given.value} after its health.`, here);
  if (open !== null || (given !== null && !given.known)) {
    return unknown('dynamic-value', `What ${name} of ${resource.id} is, the deployment decides.`, here);
  }
  const beside = settingsBeside(stack);
  if (beside !== undefined) {
    return unknown(
      'conflicting-evidence',
      `${beside.id} has settings of a site: ${name} may be among them.`,
      evidence(beside.key, beside.id),
    );
  }
  return fail(
    `App Service does not ask after the health of ${resource.id}: an instance that cannot work keeps its users.`,
    value === undefined ? [here] : [evidence(resource.key, resource.id), here],
  );
}

function isFunctionApp(resource: Resource): boolean {
  const kind = property(resource, 'kind');
  return kind !== undefined && /functionapp|workflowapp/i.test(readText(kind).text);
}

/** Health checks need a plan of Basic or above. */
function hasFreePlan({ resources }: Stack): boolean {
  return [...resources.values()].some((one) => {
    const sku = property(one, 'sku', 'name') ?? property(one, 'sku_name');
    return (
      /serverfarms$|service_plan$/.test(one.type) &&
      sku !== undefined &&
      /^(F1|D1|Free|Shared)$/i.test(readText(sku).text)
    );
  });
}

/** Settings of sites that stand in a resource of their own, the site's own configuration `web`. */
function settingsBeside({ resources }: Stack): Resource | undefined {
  return [...resources.values()].find(
    (one) => one.type === 'Microsoft.Web/sites/config' && property(one, 'properties', 'healthCheckPath') !== undefined,
  );
}
