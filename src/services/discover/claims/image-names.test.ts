import { expect, test } from 'vitest';
import { memoryRepository } from '../../../repository/memory.ts';
import { imageNames } from './image-names.ts';

const repository = memoryRepository({
  'src/api/Dockerfile': '',
  'src/py/Dockerfile.worker': '',
  'tools/a/b/python/Dockerfile': '',
  'tools/a/b/deep/Dockerfile': '',
  'one/docker/Dockerfile': '',
  'tests/db/Dockerfile': '',
});
const dockerfile = (file: string) => ({ dockerfile: file });
const builds = [
  { image: 'gcr.io/$PROJECT/hello:1', from: dockerfile('src/api/Dockerfile') },
  { image: 'tensorflow', from: dockerfile('src/py/Dockerfile.worker') },
  { image: 'acme/shop:${{ github.sha }}', from: dockerfile('one/docker/Dockerfile') },
  { image: 'eu-docker.pkg.dev/p/r/packed', from: { folder: 'src/py' } },
];

test.for<[string, string, string | undefined]>([
  ['eu-docker.pkg.dev/other/hello@sha256:0', 'k8s', 'src/api/Dockerfile'],
  ['${registry}/hello', 'k8s', 'src/api/Dockerfile'],
  ['hello', 'k8s', undefined],
  ['acme/hello', 'k8s', undefined],
  ['tensorflow/tensorflow:2.14', 'k8s', undefined],
  ['tensorflow', 'k8s', 'src/py/Dockerfile.worker'],
  ['acme/shop:1', 'k8s', 'one/docker/Dockerfile'],
  ['ghcr.io/acme/shop:1', 'k8s', undefined],
  ['gcr.io/p/packed', 'k8s', 'src/py'],
  ['${REGISTRY:-acme}/api:${TAG:-1}', '.', 'src/api/Dockerfile'],
  ['api', '.', 'src/api/Dockerfile'],
  ['python:3.12', 'tools/a', undefined],
  ['acme/deep', 'k8s', undefined],
  ['acme/deep', 'tools', 'tools/a/b/deep/Dockerfile'],
  ['mcr.microsoft.com/api', '.', undefined],
  ['${image}', 'one', 'one/docker/Dockerfile'],
  ['${image}', 'k8s', undefined],
  ['1.dkr.ecr.eu.amazonaws.com/unheard:1', 'one/infra', 'one/docker/Dockerfile'],
  ['postgres:16', '.', undefined],
  ['db', '.', undefined],
])('%s seen from %s', ([text, scope, expected]) => {
  const found = imageNames(repository, builds).find(text, scope);
  expect(found === undefined ? undefined : 'folder' in found ? found.folder : found.dockerfile).toBe(expected);
});

test.for<[string, readonly string[], string | undefined]>([
  ['${image}', ['src/api', 'api'], 'src/api/Dockerfile'],
  ['${apiImage}', [], 'src/api/Dockerfile'],
  ['${var.api_container_image_uri}', ['web'], 'src/api/Dockerfile'],
  ['${image}', ['web', 'main'], undefined],
  ['nginx:1', ['api'], undefined],
  ['acme/unheard:1', ['api'], undefined],
])('an image %s that a parameter names alone, for %j', ([text, hints, expected]) => {
  const found = imageNames(repository, builds).find(text, 'infra', hints);
  expect(found === undefined || 'folder' in found ? undefined : found.dockerfile).toBe(expected);
});
