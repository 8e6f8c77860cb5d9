import { expect, test } from 'vitest';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { kindsOf } from '../../infrastructure/model/kinds.ts';
import { readInfrastructure } from '../../infrastructure/readers.ts';
import { memoryRepository } from '../../repository/memory.ts';
import { containerFeatures } from './containers.ts';

const template = (image: string): string => `Parameters:
  Image: { Type: String }
  Public: { Type: String, Default: nginx:1.27 }
  Own: { Type: String, Default: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/orders:3 }
Resources:
  Orders: { Type: AWS::ECR::Repository }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{ Name: a, Image: ${image} }]
`;

/** The repositories that ECS fetches the task's images from. */
async function repositoriesOf(image: string): Promise<unknown> {
  const repository = memoryRepository({ 'template.yaml': template(image) });
  const { stacks } = await readInfrastructure({ repository, kindOf: kindsOf(openCatalogue()) });
  const [stack] = stacks;
  const task = stack?.resources.get('Task');
  if (stack === undefined || task === undefined) return undefined;
  const features = containerFeatures(task, stack).filter(({ feature }) => feature === 'ecs.execution.ecr');
  return features.flatMap(({ values }) => values.get('repository') ?? []);
}

const arn = (name: string) => ({
  arn: `arn:\${AWS::Partition}:ecr:\${AWS::Region}:\${AWS::AccountId}:repository/${name}`,
});

test.for<[title: string, image: string, expected: readonly object[]]>([
  ['a repository of the tree', '!Sub "${Orders.RepositoryUri}:1"', [{ arn: '${Orders.Arn}' }]],
  ['a private registry', '"123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/orders@sha256:0"', [arn('team/orders')]],
  [
    'the registry of the account',
    '!Sub "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/orders:1"',
    [arn('orders')],
  ],
  ['a parameter with an image of a private registry', '!Ref Own', [arn('team/orders')]],
  ['a parameter with an image of another registry', '!Ref Public', []],
  ['a parameter that only a deployment gives', '!Ref Image', []],
  ['a public registry of AWS', 'public.ecr.aws/nginx/nginx:1.27', []],
])('%s', async ([, image, expected]) => {
  expect(await repositoriesOf(image)).toEqual(expected);
});
