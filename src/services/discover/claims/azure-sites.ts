// https://learn.microsoft.com/azure/templates/microsoft.web/sites, https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_function_app
import { evidence } from '../../../evidence/evidence.ts';
import { type Reading, readText } from '../../../infrastructure/model/reading.ts';
import type { Resource, Stack } from '../../../infrastructure/model/resource.ts';
import { folderOf } from '../../../repository/paths.ts';
import type { Workspace } from '../../workspace.ts';
import type { Unit } from '../unit.ts';
import type { Claim } from './claim.ts';
import { folderWith, likelyHome } from './code-home.ts';
import { resourceClaim } from './resource-claim.ts';
import { valuesAt } from './steps-into.ts';

/** Where a type of site says what it runs. `python` states a version, `stack` a language with one (`PYTHON|3.12`). */
interface SiteShape {
  readonly function: boolean | 'by-kind';
  readonly python: readonly (readonly string[])[];
  readonly stack: readonly (readonly string[])[];
  /** The language's name, where it stands apart from its version. */
  readonly language: readonly (readonly string[])[];
  readonly command: readonly (readonly string[])[];
}

const arm = (...above: readonly string[]): SiteShape => ({
  function: 'by-kind',
  python: [
    [...above, 'functionAppConfig', 'runtime', 'version'],
    [...above, 'siteConfig', 'pythonVersion'],
  ],
  stack: [[...above, 'siteConfig', 'linuxFxVersion']],
  language: [[...above, 'functionAppConfig', 'runtime', 'name']],
  command: [[...above, 'siteConfig', 'appCommandLine']],
});

const azurerm = (isFunction: boolean): SiteShape => ({
  function: isFunction,
  python: [['site_config', 'application_stack', 'python_version'], ['runtime_version']],
  stack: [['site_config', 'linux_fx_version']],
  language: [['runtime_name']],
  command: [['site_config', 'app_command_line']],
});

const shapes: Readonly<Record<string, SiteShape>> = {
  'Microsoft.Web/sites': arm('properties'),
  'module:br/public:avm/res/web/site': arm(),
  azurerm_linux_function_app: azurerm(true),
  azurerm_function_app: azurerm(true),
  azurerm_function_app_flex_consumption: azurerm(true),
  azurerm_linux_web_app: azurerm(false),
  azurerm_app_service: azurerm(false),
};

/** One claim for each function app and web app that runs Python, or whose code azd puts there. */
export function azureSiteClaims(workspace: Workspace): Claim[] {
  return workspace.stacks.flatMap((stack) =>
    [...stack.resources.values()].flatMap((resource) => {
      const shape = shapes[resource.type];
      const claim =
        shape === undefined || resource.existing === true ? undefined : siteClaim(resource, stack, shape, workspace);
      return claim === undefined ? [] : [claim];
    }),
  );
}

function siteClaim(resource: Resource, stack: Stack, shape: SiteShape, workspace: Workspace): Claim | undefined {
  const isFunction =
    shape.function === 'by-kind'
      ? /function/i.test(`${resource.kind} ${firstText(resource, [['kind']])?.text}`)
      : shape.function;
  const shared = resourceClaim(resource, stack, isFunction ? 'function' : 'container', ['name']);
  const runtime = runtimeOf(resource, shape, isFunction);
  const worker = workerOf(resource);
  if (
    runtime === undefined &&
    worker !== 'python' &&
    (shared.links?.length === 0 || worker !== undefined || statesAnother(resource, shape))
  )
    return undefined;
  const scope = folderOf(resource.key.file);
  const command = firstText(resource, shape.command);
  return {
    ...shared,
    runtime: runtime ?? (worker === 'python' ? { platform: null, id: null, python: null, evidence: [] } : undefined),
    folder:
      shared.links?.length !== 0
        ? undefined
        : isFunction
          ? (folderWith('host.json', scope, workspace) ?? likelyHome(scope, workspace))
          : likelyHome(scope, workspace),
    usual: isFunction ? undefined : applications,
    command: command?.known === true && command.value !== '' ? ['sh', '-c', command.value] : undefined,
  };
}

/** What App Service starts by itself: https://learn.microsoft.com/azure/app-service/configure-language-python#container-startup-process */
export const applications: readonly string[] = ['wsgi:application', 'application:app', 'app:app'];

function textsAt(resource: Resource, paths: readonly (readonly string[])[]): Reading<string>[] {
  return paths.flatMap((path) => valuesAt(resource.properties, ...path)).map((value) => readText(value));
}

function firstText(resource: Resource, paths: readonly (readonly string[])[]): Reading<string> | undefined {
  const readings = textsAt(resource, paths);
  return readings.find(({ known }) => known) ?? readings[0];
}

const pythonStack = /^python\|(?<version>[\d.]*)/i;

/** The Python that a site states, on one of the ways that conditions may go; undefined where it states none. */
function runtimeOf(resource: Resource, shape: SiteShape, isFunction: boolean): Unit['runtime'] | undefined {
  const language = firstText(resource, shape.language);
  const stacks = textsAt(resource, shape.stack);
  const stack = stacks.find((one) => one.known && pythonStack.test(one.value));
  const version = firstText(resource, shape.python);
  const named = stack?.known === true ? (pythonStack.exec(stack.value)?.groups?.['version'] ?? '') : undefined;
  const alone = version !== undefined && language === undefined && stacks.length === 0;
  const isPython = language?.known === true ? /^python$/i.test(language.value) : named !== undefined || alone;
  if (!isPython) return undefined;
  const python = named ?? (version?.known === true ? version.value : '');
  const shown = stack ?? version ?? language;
  const known = /^\d\.\d+$/.test(python);
  return {
    platform: isFunction && known ? 'azure-functions' : null,
    id: isFunction && known ? `python${python}` : null,
    python: known ? python : null,
    evidence: shown === undefined ? [] : [evidence(shown.place, shown.text, shown.known ? shown.how : 'guessed')],
  };
}

/** True for a site whose language is known and not Python; an image may be of any. */
function statesAnother(resource: Resource, shape: SiteShape): boolean {
  return textsAt(resource, [...shape.stack, ...shape.language]).some(
    (one) => one.known && one.value !== '' && !/^(python|docker|compose)\b/i.test(one.value),
  );
}

/** The setting by which the Functions host is told its language. */
function workerOf(resource: Resource): string | undefined {
  const name = 'FUNCTIONS_WORKER_RUNTIME';
  const maps = [
    ...valuesAt(resource.properties, 'app_settings', name),
    ...valuesAt(resource.properties, 'appSettingsKeyValuePairs', name),
    ...valuesAt(resource.properties, 'configs', 'properties', name),
    ...valuesAt(resource.properties, 'properties', 'siteConfig', 'appSettings')
      .filter((entry) => valuesAt(entry, 'name').some((value) => readText(value).text === name))
      .flatMap((entry) => valuesAt(entry, 'value')),
  ];
  const [first] = maps;
  const read = first === undefined ? undefined : readText(first);
  return read?.known === true ? read.value.toLowerCase() : undefined;
}
