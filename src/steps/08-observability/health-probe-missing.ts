import { evidence } from '../../evidence/evidence.ts';
import { presenceAt } from '../../infrastructure/model/presence.ts';
import { property, valueAt } from '../../infrastructure/model/resource.ts';
import type { MapValue } from '../../infrastructure/model/value.ts';
import type { Service } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, type Judgement, pass, unknown } from '../judgement.ts';
import { judgeWebApplication, type WebApplication, webApplicationOf } from './app-service-health.ts';

/** What a platform sends requests to: a container of Kubernetes, or a web application of App Service. */
type Serving = Container | Application;

interface Container extends Subject {
  readonly kind: 'container';
  readonly container: MapValue;
}

interface Application extends Subject {
  readonly kind: 'application';
  readonly application: WebApplication;
}

const deployment = (...lines: string[]): Record<string, string> => ({
  'api/Dockerfile': 'FROM python:3.13-slim\nCOPY . /app\nWORKDIR /app\nCMD ["gunicorn", "main:app"]\n',
  'api/main.py': 'app = 1\n',
  'app.yaml': [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata: { name: app }',
    'spec:',
    '  selector: { matchLabels: { app: app } }',
    '  template:',
    '    metadata: { labels: { app: app } }',
    '    spec:',
    '      containers:',
    '        - name: app',
    '          image: acme/api',
    ...lines.map((line) => `          ${line}`),
    '---',
    'apiVersion: v1',
    'kind: Service',
    'metadata: { name: app }',
    'spec: { selector: { app: app }, ports: [{ port: 80 }] }',
    '',
  ].join('\n'),
});

const site = (...settings: string[]): Record<string, string> => ({
  'src/app.py': 'app = 1\n',
  'azure.yaml': 'name: shop\nservices:\n  web: { project: src, language: py, host: appservice }\n',
  'infra/main.bicep': [
    "resource web 'Microsoft.Web/sites@2024-04-01' = {",
    "  name: 'web'",
    "  kind: 'app,linux'",
    "  tags: { 'azd-service-name': 'web' }",
    '  properties: {',
    '    siteConfig: {',
    "      linuxFxVersion: 'PYTHON|3.13'",
    ...settings.map((line) => `      ${line}`),
    '    }',
    '  }',
    '}',
    '',
  ].join('\n'),
});

export const check = defineCheck({
  id: 'health-probe-missing',
  scope: 'service',
  step: 'observability',
  clouds: ['kubernetes', 'aws', 'azure', 'gcp'],
  severity: 'improvement',
  title: 'Let the platform ask whether a service can serve',
  docs: {
    why: 'Without a readiness probe a pod gets requests from the moment on at which its process starts: users see errors at each deployment, until the application listens, and while it cannot reach what it needs. App Service asks nothing by itself: without a path for its health check it sends requests to an instance that only fails. Container Apps and Cloud Run probe the port by themselves and are not judged.',
    fix: 'Give the container that serves a readinessProbe on an address that answers only when it can work, and a livenessProbe on one that answers as long as the process is well. On App Service set healthCheckPath to an address that tries what the application needs.',
    whenNone:
      'It is no workload of Kubernetes whose containers open ports, and no web application of App Service on a plan with health checks.',
    bad: [
      { title: 'A port without probes', files: deployment('ports: [{ containerPort: 8000 }]') },
      {
        title: 'Only a liveness probe',
        files: deployment('ports: [{ containerPort: 8000 }]', 'livenessProbe: { httpGet: { path: /, port: 8000 } }'),
      },
      { title: 'A web application that App Service does not ask', files: site('alwaysOn: true') },
    ],
    good: [
      { title: 'A path for the health check of App Service', files: site("healthCheckPath: '/health'") },
      {
        title: 'A readiness probe',
        files: deployment(
          'ports: [{ containerPort: 8000 }]',
          'readinessProbe: { httpGet: { path: /ready, port: 8000 } }',
        ),
      },
      {
        title: 'A probe over gRPC',
        files: deployment('ports: [{ containerPort: 8000 }]', 'readinessProbe: { grpc: { port: 8000 } }'),
      },
      {
        title: 'A command that probes',
        files: deployment('ports: [{ containerPort: 8000 }]', 'readinessProbe: { exec: { command: [true] } }'),
      },
    ],
    sources: [
      'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
      'https://learn.microsoft.com/azure/app-service/monitor-instances-health-check',
      'https://learn.microsoft.com/azure/container-apps/health-probes',
    ],
  },
  subjects: (service): Serving[] => {
    const application = webApplicationOf(service);
    if (application === undefined) return servingContainers(service);
    return [{ kind: 'application', name: application.resource.id, application }];
  },
  judge: (subject) =>
    subject.kind === 'container' ? judgeContainer(subject) : judgeWebApplication(subject.application),
});

function judgeContainer({ name, container }: Container): Judgement {
  const shown = evidence(container.place, `container ${name}`);
  const probe = presenceAt(container, 'readinessProbe');
  if (probe.unknown !== null)
    return unknown(probe.unknown.reason, `What probes ${name} depends on ${probe.unknown.text}.`, shown);
  const [stated] = probe.stated;
  if (stated !== undefined) return pass(`${name} has a readiness probe.`, evidence(stated.place, 'readinessProbe'));
  if (isTemplate(container))
    return unknown('unsupported-construct', `The chart's values may give ${name} a probe.`, shown);
  return fail(`${name} opens a port and has no readiness probe: it gets requests before it can serve.`, [shown]);
}

/** The containers with ports of a Deployment or StatefulSet. */
function servingContainers({ definition }: Service): Container[] {
  if (definition === null || !/^apps\/v1 (Deployment|StatefulSet)$/.test(definition.resource.type)) return [];
  const containers = property(definition.resource, 'spec', 'template', 'spec', 'containers');
  if (containers?.kind !== 'list') return [];
  return containers.items.flatMap((container) => {
    if (container.kind !== 'map' || valueAt(container, 'ports') === undefined) return [];
    const name = valueAt(container, 'name');
    return [{ kind: 'container', name: name?.kind === 'literal' ? name.text : 'container', container }];
  });
}

/** True of what stands in a chart of Helm, where blocks of the template language may add any key. */
function isTemplate({ place }: MapValue): boolean {
  return /(^|\/)templates\//.test(place.file);
}
