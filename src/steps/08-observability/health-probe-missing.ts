import { evidence } from '../../evidence/evidence.ts';
import { presenceAt } from '../../infrastructure/model/presence.ts';
import { property, valueAt } from '../../infrastructure/model/resource.ts';
import type { MapValue } from '../../infrastructure/model/value.ts';
import type { Service } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, pass, unknown } from '../judgement.ts';

interface Container extends Subject {
  readonly container: MapValue;
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

export const check = defineCheck({
  id: 'health-probe-missing',
  scope: 'service',
  step: 'observability',
  clouds: ['kubernetes', 'aws', 'azure', 'gcp'],
  severity: 'improvement',
  title: 'Tell Kubernetes when a container can serve',
  docs: {
    why: 'Without a readiness probe a pod gets requests from the moment on at which its process starts: users see errors at each deployment, until the application listens, and while it cannot reach what it needs.',
    fix: 'Give the container that serves a readinessProbe on an address that answers only when it can work, and a livenessProbe on one that answers as long as the process is well.',
    whenNone: 'It is no workload of Kubernetes whose containers open ports.',
    bad: [
      { title: 'A port without probes', files: deployment('ports: [{ containerPort: 8000 }]') },
      {
        title: 'Only a liveness probe',
        files: deployment('ports: [{ containerPort: 8000 }]', 'livenessProbe: { httpGet: { path: /, port: 8000 } }'),
      },
    ],
    good: [
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
    sources: ['https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/'],
  },
  subjects: (service): Container[] => servingContainers(service),
  judge: ({ name, container }) => {
    const shown = evidence(container.place, `container ${name}`);
    const probe = presenceAt(container, 'readinessProbe');
    if (probe.unknown !== null)
      return unknown(probe.unknown.reason, `What probes ${name} depends on ${probe.unknown.text}.`, shown);
    const [stated] = probe.stated;
    if (stated !== undefined) return pass(`${name} has a readiness probe.`, evidence(stated.place, 'readinessProbe'));
    if (isTemplate(container))
      return unknown('unsupported-construct', `The chart's values may give ${name} a probe.`, shown);
    return fail(`${name} opens a port and has no readiness probe: it gets requests before it can serve.`, [shown]);
  },
});

/** The containers with ports of a Deployment or StatefulSet. */
function servingContainers({ definition }: Service): Container[] {
  if (definition === null || !/^apps\/v1 (Deployment|StatefulSet)$/.test(definition.resource.type)) return [];
  const containers = property(definition.resource, 'spec', 'template', 'spec', 'containers');
  if (containers?.kind !== 'list') return [];
  return containers.items.flatMap((container) => {
    if (container.kind !== 'map' || valueAt(container, 'ports') === undefined) return [];
    const name = valueAt(container, 'name');
    return [{ name: name?.kind === 'literal' ? name.text : 'container', container }];
  });
}

/** True of what stands in a chart of Helm, where blocks of the template language may add any key. */
function isTemplate({ place }: MapValue): boolean {
  return /(^|\/)templates\//.test(place.file);
}
