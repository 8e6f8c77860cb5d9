import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { presenceAt } from '../../infrastructure/model/presence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import type { Resource } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import type { Pipeline } from '../../pipelines/index.ts';
import { unitResources, wholesOf } from '../../services/bind/unit-resources.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { worksOf } from './works.ts';

interface Tagged extends Subject {
  readonly value: Value;
}

/** What goes on running the image that it was given; a task or job that is started anew takes the image anew. */
const lasting: ReadonlySet<string> = new Set([
  'AWS::ECS::Service',
  'AWS::Lambda::Function',
  'Microsoft.App/containerApps',
  'aws_ecs_service',
  'aws_lambda_function',
  'azurerm_container_app',
  'google_cloud_run_service',
  'google_cloud_run_v2_service',
]);

const dockerfile = {
  Dockerfile: 'FROM python:3.13-slim\nCOPY main.py .\nCMD ["python", "main.py"]\n',
  'main.py': 'print("ready")\n',
};

const withImage = (image: string, more = ''): Record<string, string> => ({
  ...dockerfile,
  'main.tf': `variable "project" {}\n\nvariable "tag" {}\n\nresource "google_cloud_run_v2_service" "web" {\n  name     = "web"\n  location = "europe-west3"\n  template {\n    containers { image = "gcr.io/\${var.project}/web${image}" }\n  }\n${more}}\n`,
});

const deploying = (step: string): Record<string, string> => ({
  '.github/workflows/deploy.yml': `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: docker build --tag gcr.io/shop/web:latest .\n      - run: ${step}\n`,
});

/** Commands that deploy an image whatever its tag, or write another one. */
const renewing =
  /force-new-deployment|rollout restart|set image|--image|run deploy|run services update|containerapp (update|up)|update-function-code|webapp (restart|config container)|-replace|taint|kustomize edit|skaffold|register-task-definition|render-task-definition|deploy-task-definition|deploy-cloudrun|azd (up|deploy)|copilot|ecspresso|\bsed\b|\byq\b|\bjq\b|envsubst/i;

export const check = defineCheck({
  id: 'image-tag-unchanged',
  scope: 'service',
  step: 'pipeline',
  clouds: ['aws', 'azure', 'gcp'],
  severity: 'improvement',
  title: 'Deploy an image by a tag of its own or its digest',
  docs: {
    why: 'A definition that says `:latest` is the same text after each build, so that deploying it again changes nothing: the old image goes on running until something restarts it, and then each instance may run another one. There is nothing to go back to, either.',
    fix: 'Give each build a tag of its own (the commit), and pass it to the deployment as a parameter; or name the digest.',
    whenNone: 'Its definition names no image that the repository builds.',
    bad: [
      { title: 'The tag latest', files: withImage(':latest') },
      {
        title: 'The tag latest, applied anew by a pipeline',
        files: { ...withImage(':latest'), ...deploying('terraform apply') },
      },
    ],
    good: [
      { title: 'A tag that the deployment names', files: withImage(':${var.tag}') },
      { title: 'A version', files: withImage(':1.4.2') },
      {
        title: 'A pipeline deploys the image by a command',
        files: { ...withImage(':latest'), ...deploying('gcloud run deploy web --image gcr.io/shop/web:$GITHUB_SHA') },
      },
      {
        title: 'The image is left to others, so that it cannot be told',
        files: withImage(':latest', '  lifecycle {\n    ignore_changes = [template]\n  }\n'),
      },
    ],
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-considerations.html',
      'https://cloud.google.com/run/docs/deploying',
      'https://learn.microsoft.com/azure/container-registry/container-registry-image-tag-version',
    ],
  },
  subjects: (service): Tagged[] => {
    if (service.definition === null || service.image === null) return [];
    const { resource, stack } = service.definition;
    const parts = unitResources(resource, stack);
    if (![...parts, ...wholesOf(resource, stack)].some(isLasting)) return [];
    const images = parts.flatMap(({ properties }) => imagesIn(properties, 0)).filter((image) => !isStandIn(image));
    return images.slice(0, 1).map((value) => ({ name: service.name, value }));
  },
  judge: ({ name, value }, service, facts) => {
    const at = evidence(value.place, readText(value).text);
    if (!isLatest(value)) return pass(`The image of ${name} has a tag of its own.`, at);
    if (
      service.definition !== null &&
      presenceAt(service.definition.resource.metadata, 'lifecycle', 'ignore_changes').stated.length > 0
    ) {
      return unknown(
        'external-code',
        `What deploys the image of ${name} stands elsewhere: its changes are ignored.`,
        at,
      );
    }
    const renewed = renewedBy(facts.pipelines().of(service));
    if (renewed !== undefined) return pass('A pipeline deploys the image by a command.', renewed);
    return fail(
      `${name} runs the image :latest: after the next build its definition is the same, and nothing is deployed.`,
      [at],
    );
  },
});

/** A service that stands at none is started anew for each piece of work. */
function isLasting({ type, properties }: Resource): boolean {
  const count = properties.entries.get('DesiredCount') ?? properties.entries.get('desired_count');
  return lasting.has(type) && (count === undefined || readText(count.value).text !== '0');
}

function renewedBy(pipelines: readonly Pipeline[]): Evidence | undefined {
  const work = pipelines.flatMap(worksOf).find((one) => renewing.test(`${one.work.tool} ${one.work.text}`))?.work;
  return work === undefined ? undefined : evidence(work.place, work.text);
}

const deepest = 10;

/** The images that stand below a value. */
function imagesIn(value: Value, depth: number): Value[] {
  if (depth > deepest) return [];
  if (value.kind === 'list') return value.items.flatMap((item) => imagesIn(item, depth + 1));
  if (value.kind !== 'map') return [];
  return [...value.entries].flatMap(([key, entry]) =>
    /^(image|image_?uri|image_?identifier)$/i.test(key) && entry.value.kind !== 'map'
      ? [entry.value]
      : imagesIn(entry.value, depth + 1),
  );
}

/** True where the text itself ends in `:latest`, whatever is before it. */
function isLatest(value: Value): boolean {
  const last = value.kind === 'joined' ? value.parts.at(-1) : value;
  return last?.kind === 'literal' && /(^|:)latest$/.test(last.text) && readText(value).text.endsWith(':latest');
}

/** True for an image that stands there until the first one is deployed. */
function isStandIn(value: Value): boolean {
  return /hello-?world|placeholder|quickstart|cloudrun\/hello|cloudrun\/container\/hello/i.test(readText(value).text);
}
