import { describe, expect, test } from 'vitest';
import { openBoto3 } from './boto3/models.ts';
import { openCatalogue } from './catalogue.ts';
import { sdkLayers } from './sdk-layers.ts';

const catalogue = openCatalogue();
const layers = sdkLayers(catalogue);

test.for([
  ['s3', 'put_object', 'data-plane'],
  ['s3', 'create_bucket', 'management'],
  ['dynamodb', 'query', 'data-plane'],
  ['dynamodb', 'describe_table', 'management'],
  ['ec2', 'start_instances', 'management'],
  ['bedrock-runtime', 'invoke_model', 'data-plane'],
  ['sts', 'assume_role', 'data-plane'],
  ['a-service-of-tomorrow', 'run', undefined],
] as const)('%s.%s: %s', ([service, operation, layer]) => {
  expect(layers.ofOperation(service, operation)).toBe(layer);
});

test.for([
  ['azure-mgmt-compute', 'management'],
  ['azure-mgmt-core', 'none'],
  ['azure-storage-blob', 'data-plane'],
  ['google-cloud-pubsub', 'data-plane'],
  ['google-cloud-resource-manager', 'management'],
  ['google-auth', 'none'],
  ['boto3', undefined],
] as const)('%s: %s', ([distribution, layer]) => {
  expect(layers.ofDistribution(distribution)).toBe(layer);
});

describe('each fact speaks of something that is there', () => {
  const boto3 = openBoto3(catalogue);
  test.for(catalogue.load('aws/operation-layers').facts.map(({ id, dataPlane }) => [id, dataPlane] as const))(
    '%s',
    ([id, dataPlane]) => {
      const methods = [...(boto3.model(id)?.methods ?? []), 'generate_db_auth_token']; // boto3's own besides
      for (const pattern of dataPlane) {
        const fits = new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
        expect(
          methods.some((method) => fits.test(method)),
          pattern,
        ).toBe(true);
      }
      expect(methods.length).toBeGreaterThan(1);
    },
  );
  const distributions = new Set(catalogue.load('python/sdk-distributions').facts.map((fact) => fact.distribution));
  test('distributions', () => {
    const facts = catalogue.load('python/sdk-layers').facts.filter(({ id }) => !id.includes('*'));
    expect(facts.filter(({ id }) => !distributions.has(id)).map(({ id }) => id)).toEqual([]);
  });
});
