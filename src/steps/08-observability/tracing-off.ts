import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';
import { defineCheck, type Subject } from '../define.ts';
import { functionFiles, handlerModule } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { firstPresence, functionSettings, lambdaFunction, providerSetting } from './function-settings.ts';

/** Libraries and layers that trace by themselves. */
const tracers =
  /opentelemetry|otel|adot|datadog|ddtrace|newrelic|new_relic|lumigo|dynatrace|thundra|epsagon|splunk|elastic-apm|sentry|baselime|honeycomb/i;

export const check = defineCheck({
  id: 'tracing-off',
  scope: 'service',
  step: 'observability',
  clouds: ['aws'],
  severity: 'improvement',
  title: 'Have a Lambda function traced',
  docs: {
    why: 'Without traces nobody sees which of the services that a request passes was slow or failed: the log of each shows its own part alone. Lambda leaves tracing to the caller (PassThrough) unless the function says otherwise, so that requests of most sources are not traced.',
    fix: 'Set Tracing to Active (SAM), TracingConfig.Mode (CloudFormation), tracing_config (Terraform) or provider.tracing.lambda (Serverless), or bring a tracer such as OpenTelemetry.',
    whenNone: 'Nothing defines it as a function on Lambda.',
    bad: [
      { title: 'Nothing said', files: functionFiles(handlerModule) },
      { title: 'Left to the caller', files: functionFiles(handlerModule, 'Tracing: PassThrough') },
    ],
    good: [
      { title: 'Active', files: functionFiles(handlerModule, 'Tracing: Active') },
      {
        title: 'A tracer of another maker',
        files: functionFiles(`from ddtrace import tracer\n\n${handlerModule}`),
      },
      {
        title: 'A layer that traces',
        files: functionFiles(
          handlerModule,
          'Layers:',
          '  - arn:aws:lambda:eu-west-1:901920570463:layer:aws-otel-python-amd64-ver-1-25-0:1',
        ),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
      'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html',
    ],
  },
  subjects: (service): Subject[] => {
    const id = lambdaFunction(service);
    return id === undefined ? [] : [{ name: id }];
  },
  judge: ({ name }, service, facts) => {
    const { definition } = service;
    if (definition === null)
      return unknown('dynamic-value', `${name} is not defined here.`, evidence(service.definedIn, name));
    const { resource } = definition;
    const own = evidence(resource.key, `${name}: tracing`, 'absent');
    const tracing = firstPresence(resource, functionSettings(resource.type)?.tracing ?? []);
    const stated = tracing?.stated[0] ?? providerSetting(resource, 'tracing', 'lambda');
    if (stated !== undefined) {
      const mode = readText(stated);
      if (!mode.known)
        return unknown(
          mode.reason,
          `Whether ${name} is traced depends on ${mode.text}.`,
          evidence(stated.place, mode.text),
        );
      if (/^(active|true)$/i.test(mode.value)) return pass(`${name} is traced.`, evidence(stated.place, mode.text));
    } else if (tracing?.unknown) {
      return unknown(tracing.unknown.reason, `Whether ${name} is traced depends on ${tracing.unknown.text}.`, own);
    }
    if (
      service.layers.some((layer) => tracers.test(layer)) ||
      service.environment.some((one) => tracers.test(one.name))
    )
      return pass(`A layer traces ${name}.`, own);
    const imported = facts
      .code(service)
      .imports()
      .find(({ root }) => tracers.test(root));
    if (imported !== undefined)
      return pass(`${imported.root} traces ${name}.`, evidence(imported.place, imported.text));
    const plugin = definition.stack.format === 'serverless' && tracers.test(pluginsOf(resource));
    if (plugin) return pass(`A plugin traces ${name}.`, own);
    return fail(`${name} is not traced unless its caller is.`, [own], {
      fix: { title: `Set tracing of ${name} to Active.`, safe: false, intents: [] },
    });
  },
});

/** The names of Serverless' plugins. */
function pluginsOf({ metadata }: Resource): string {
  const plugins = metadata.entries.get('plugins')?.value;
  return plugins?.kind === 'list' ? plugins.items.map((item) => readText(item).text).join(' ') : '';
}
