import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryRepository } from '../../repository/memory.ts';
import { property } from '../model/resource.ts';
import { shown } from '../testing/shown.ts';
import { read } from './index.ts';

async function readOf(files: Record<string, string>) {
  return read({ repository: memoryRepository(files), kindOf: () => null });
}

async function resourcesOf(files: Record<string, string>) {
  const { stacks } = await readOf(files);
  return new Map(stacks.flatMap(({ resources }) => [...resources]));
}

function manifest(kind: string, name: string, rest = '', apiVersion = 'v1'): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${rest}---\n`;
}

const deployment = manifest(
  'Deployment',
  'api',
  'spec:\n  replicas: 1\n  template:\n    metadata:\n      labels: {app: api}\n    spec:\n      serviceAccountName: runner\n      containers:\n      - name: web\n        image: shop/api:1\n        env:\n        - name: A\n          valueFrom:\n            secretKeyRef: {name: keys, key: a}\n        - name: B\n          value: b\n        envFrom:\n        - configMapRef:\n            name: settings\n',
  'apps/v1',
);

describe('objects', () => {
  it('have a type, labels as tags, and a place', async () => {
    const resources = await resourcesOf({
      'a.yaml': `${manifest('ConfigMap', 'settings', '  labels:\n    team: x\n')}${deployment}`,
    });
    expect([...resources.keys()]).toEqual(['ConfigMap/settings', 'Deployment/api']);
    expect(shown(resources.get('ConfigMap/settings')!.tags!)).toEqual({ team: 'x' });
    expect(resources.get('Deployment/api')).toMatchObject({
      cloud: 'kubernetes',
      type: 'apps/v1 Deployment',
      place: { file: 'a.yaml', line: 8 },
    });
  });

  it.each([
    [
      'a list',
      'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Secret, metadata: {name: s}}\n',
      ['Secret/s'],
    ],
    [
      'two namespaces',
      `${manifest('Secret', 's', '  namespace: a\n')}${manifest('Secret', 's', '  namespace: b\n')}`,
      ['Secret/a/s', 'Secret/b/s'],
    ],
    ['one name twice', manifest('Secret', 's') + manifest('Secret', 's'), ['Secret/s', 'Secret/s~2']],
    ['a tool', manifest('Config', 'x', '', 'skaffold/v4beta3'), []],
    ['no name', 'apiVersion: v1\nkind: Secret\n', []],
  ])('%s', async (_, text, keys) => {
    expect([...(await resourcesOf({ 'a.yaml': text })).keys()]).toEqual(keys);
  });

  it('a service of Knative is one of Cloud Run', async () => {
    const resources = await resourcesOf({ 'service.yaml': manifest('Service', 'web', '', 'serving.knative.dev/v1') });
    expect(resources.get('Service/web')?.cloud).toBe('gcp');
  });
});

describe('references', () => {
  const others =
    manifest('Secret', 'keys') +
    manifest('ServiceAccount', 'runner') +
    manifest('Service', 'web', 'spec:\n  selector: {app: api}\n') +
    manifest('PersistentVolumeClaim', 'disk') +
    manifest('Role', 'reader', '', 'rbac.authorization.k8s.io/v1');
  it.each([
    [
      'a service account',
      'Deployment/api',
      ['spec', 'template', 'spec', 'serviceAccountName'],
      deployment,
      '&ServiceAccount/runner',
    ],
    [
      'a claim',
      'Pod/p',
      ['spec', 'volumes'],
      manifest('Pod', 'p', 'spec:\n  volumes:\n  - persistentVolumeClaim: {claimName: disk}\n'),
      [{ persistentVolumeClaim: { claimName: '&PersistentVolumeClaim/disk' } }],
    ],
    [
      'a backend',
      'Ingress/i',
      ['spec', 'defaultBackend'],
      manifest('Ingress', 'i', 'spec:\n  defaultBackend:\n    service: {name: web}\n'),
      { service: { name: '&Service/web' } },
    ],
    [
      'a role',
      'RoleBinding/b',
      ['roleRef'],
      manifest('RoleBinding', 'b', 'roleRef: {kind: Role, name: reader}\n'),
      { kind: 'Role', name: '&Role/reader' },
    ],
    [
      'subjects',
      'RoleBinding/b',
      ['subjects'],
      manifest('RoleBinding', 'b', 'subjects:\n- {kind: ServiceAccount, name: runner}\n'),
      [{ kind: 'ServiceAccount', name: '&ServiceAccount/runner' }],
    ],
    [
      'what is scaled',
      'HorizontalPodAutoscaler/h',
      ['spec', 'scaleTargetRef'],
      deployment + manifest('HorizontalPodAutoscaler', 'h', 'spec:\n  scaleTargetRef: {kind: Deployment, name: api}\n'),
      { kind: 'Deployment', name: '&Deployment/api' },
    ],
    [
      'what KEDA scales',
      'ScaledObject/s',
      ['spec', 'scaleTargetRef'],
      deployment + manifest('ScaledObject', 's', 'spec:\n  scaleTargetRef: {name: api}\n', 'keda.sh/v1alpha1'),
      { name: '&Deployment/api' },
    ],
    [
      'what nobody declares',
      'Pod/p',
      ['spec', 'serviceAccountName'],
      manifest('Pod', 'p', 'spec:\n  serviceAccountName: nobody\n'),
      'nobody',
    ],
  ])('%s', async (_, key, path, text, expected) => {
    const resources = await resourcesOf({ 'k8s/a.yaml': text, 'k8s/b.yaml': others });
    expect(shown(property(resources.get(key)!, ...path)!)).toEqual(expected);
  });

  it('environment and selectors', async () => {
    const resources = await resourcesOf({ 'k8s/a.yaml': deployment + others + manifest('ConfigMap', 'settings') });
    expect(JSON.stringify(shown(resources.get('Deployment/api')!.properties))).toContain(
      '"secretKeyRef":{"name":"&Secret/keys","key":"a"}',
    );
    expect(shown(resources.get('Service/web')!.metadata)).toEqual({ selects: ['&Deployment/api'] });
  });
});

describe('kustomize', () => {
  const base = { 'base/kustomization.yaml': 'resources: [api.yaml]\n', 'base/api.yaml': deployment };
  async function overlay(text: string, files: Record<string, string> = {}) {
    const found = await readOf({ ...base, 'prod/kustomization.yaml': `resources: [../base]\n${text}`, ...files });
    expect(found.stacks.map(({ file }) => file)).toEqual(['prod/kustomization.yaml']);
    return found.stacks[0]!.resources;
  }

  it.each([
    [
      'a strategic patch',
      'patches:\n- patch: |-\n    kind: Deployment\n    metadata: {name: api}\n    spec:\n      template:\n        spec:\n          containers:\n          - name: web\n            env:\n            - name: B\n              value: c\n            - name: A\n              $patch: delete\n',
      [{ name: 'B', value: 'c' }],
    ],
    ['a patch in a file', 'patchesStrategicMerge: [p.yaml]\n', [{ name: 'B', value: 'd' }]],
    [
      'a JSON patch',
      'patches:\n- target: {kind: Deployment}\n  patch: |-\n    - {op: remove, path: /spec/template/spec/containers/0/env/0}\n    - {op: replace, path: /spec/template/spec/containers/0/env/0/value, value: e}\n',
      [{ name: 'B', value: 'e' }],
    ],
    [
      'a patch for others',
      'patches:\n- target: {kind: Deployment, name: x.*}\n  patch: |-\n    - {op: remove, path: /spec}\n',
      [
        { name: 'A', valueFrom: { secretKeyRef: { name: 'keys', key: 'a' } } },
        { name: 'B', value: 'b' },
      ],
    ],
  ])('%s', async (_, text, expected) => {
    const patch =
      'kind: Deployment\nmetadata: {name: api}\nspec: {template: {spec: {containers: [{name: web, env: [{name: B, value: d}, {name: A, $patch: delete}]}]}}}\n';
    const resources = await overlay(text, { 'prod/p.yaml': patch });
    const containers = shown(property(resources.get('Deployment/api')!, 'spec', 'template', 'spec', 'containers')!) as {
      env: unknown[];
    }[];
    expect(containers[0]?.env).toEqual(expected);
  });

  it('names, namespace, labels and images', async () => {
    const resources = await overlay(
      'namePrefix: a-\nnameSuffix: -z\nnamespace: shop\ncommonLabels: {team: x}\nimages:\n- {name: shop/api, newName: other/api, newTag: "2"}\n',
    );
    const api = resources.get('Deployment/a-api-z')!;
    expect(shown(property(api, 'metadata')!)).toEqual({ name: 'a-api-z', namespace: 'shop', labels: { team: 'x' } });
    expect(shown(api.tags!)).toEqual({ team: 'x' });
    expect(JSON.stringify(shown(property(api, 'spec')!))).toContain('other/api:2');
  });

  it('generated objects are referred to by their name, prefixes or not', async () => {
    const resources = await overlay(
      'namePrefix: a-\nconfigMapGenerator:\n- name: settings\n  literals: [MODE=fast]\nsecretGenerator:\n- name: keys\n  envs: [.env]\n',
      { 'prod/.env': '# c\nK="v"\n' },
    );
    expect(shown(property(resources.get('ConfigMap/a-settings')!, 'data')!)).toEqual({ MODE: 'fast' });
    expect(shown(property(resources.get('Secret/a-keys')!, 'stringData')!)).toEqual({ K: 'v' });
    expect(JSON.stringify(shown(resources.get('Deployment/a-api')!.properties))).toContain(
      '{"name":"&ConfigMap/a-settings"}',
    );
  });

  it('components change what includes them, and are no stack themselves', async () => {
    const component =
      'kind: Component\npatches:\n- patch: |-\n    kind: Deployment\n    metadata: {name: api}\n    spec: {replicas: 3}\n';
    const resources = await overlay('components: [../c]\n', { 'c/kustomization.yaml': component });
    expect(shown(property(resources.get('Deployment/api')!, 'spec', 'replicas')!)).toBe(3);
  });

  it.each([
    ['itself', 'resources: [../prod]\n', /not in the repository|includes itself/],
    ['what is outside', 'resources: [../../../etc]\n', /not in the repository/],
    ['an address', 'resources: ["https://example.com/a.yaml"]\n', /not in the repository/],
    ['a patch that is missing', 'patches: [{path: none.yaml}]\n', /not in the repository/],
    ['a chart', 'helmCharts: [{name: x}]\n', /not applied/],
  ])('one that includes %s says so', async (_, text, message) => {
    const { unreadable } = await readOf({
      ...base,
      'root/kustomization.yaml': 'resources: [../prod]\n',
      'prod/kustomization.yaml': text,
    });
    expect(unreadable.map(({ reason }) => reason).join()).toMatch(message);
  });

  it('including each other twice, over and over, is bounded', async () => {
    const files: Record<string, string> = { 'd0/kustomization.yaml': 'resources: [a.yaml]\n', 'd0/a.yaml': deployment };
    for (let index = 1; index < 25; index++)
      files[`d${index}/kustomization.yaml`] = `resources: [../d${index - 1}, ../d${index - 1}]\n`;
    const { stacks } = await readOf(files);
    expect(stacks.map(({ file }) => file)).toEqual(['d24/kustomization.yaml']);
    expect(stacks[0]!.resources.size).toBeLessThan(5_000);
  });
});

describe('templates', () => {
  const chart = {
    'chart/Chart.yaml': 'name: x\n',
    'chart/templates/a.yaml':
      '{{- if .Values.on }}\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ include "x.name" . }}\n  labels:\n    {{- include "x.labels" . | nindent 4 }}\n    app: web\nspec:\n  replicas: {{ .Values.replicas }}\n  image: "repo:{{ .Values.tag }}"\n  serviceAccountName: {{ include "x.name" . }}\n{{- end }}\n',
    'chart/templates/sub/b.yaml': manifest('ServiceAccount', '{{ include "x.name" . }}'),
  };
  it('placeholders are unknown, in their places, and what is inserted keeps maps open', async () => {
    const { stacks, unreadable } = await readOf(chart);
    expect(unreadable).toEqual([]);
    expect(stacks).toHaveLength(1);
    const found = stacks[0]!.resources.get('Deployment/{{ include "x.name" . }}')!;
    expect(found.condition).toBe('.Values.on');
    expect(shown(property(found, 'spec')!)).toEqual({
      replicas: '?{{ .Values.replicas }}',
      image: ['repo:', '?"repo:{{ .Values.tag }}"'],
      serviceAccountName: '&ServiceAccount/{{ include "x.name" . }}',
      '…': 'what the template adds',
    });
    expect(property(found, 'spec', 'replicas')?.place).toMatchObject({ line: 10, column: 13 });
    expect(shown(found.tags!)).toEqual({ app: 'web', '…': 'what the template adds' });
  });
});

describe('bad input', () => {
  it('aliases in a circle and bombs cost nothing', async () => {
    const bomb = Array.from(
      { length: 30 },
      (_, index) => `  v${index + 1}: &v${index + 1} [*v${index}, *v${index}]`,
    ).join('\n');
    const resources = await resourcesOf({
      'a.yaml': `${manifest('ConfigMap', 'a', 'x: &x {y: *x}\n')}${manifest('ConfigMap', 'b', `data:\n  v0: &v0 [a]\n${bomb}\n`)}`,
    });
    expect([...resources.keys()]).toContain('ConfigMap/a');
    expect(resources.get('ConfigMap/a')!.properties.entries.get('x')).toBeDefined();
    expect(resources.get('ConfigMap/b')?.properties.entries.has('data')).toBe(true);
  });

  it('whatever stands there, reading ends and the other file is read', async () => {
    const words = [
      'apiVersion: v1\n',
      'kind: Secret\n',
      'metadata:\n',
      '  name: x\n',
      '{{ if }}\n',
      '{{',
      '}}',
      '{%',
      '- ',
      '&a ',
      '*a',
      '---\n',
      ': ',
      '\uE000',
      '\0',
      'items:\n',
      '|\n',
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 30 }), async (parts) => {
        const text = parts.join('');
        const files = {
          'a/a.yaml': text,
          'b/kustomization.yaml': `resources: [../a/a.yaml]\n${text}`,
          'c/c.yaml': deployment,
        };
        const { stacks } = await readOf(files);
        for (const { resources } of stacks)
          for (const { properties, tags, metadata } of resources.values()) shown([properties, tags, metadata]);
        expect(stacks.some(({ file }) => file === 'c/c.yaml')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
