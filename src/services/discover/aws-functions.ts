// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, type Stack, valueAt } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Workspace } from '../workspace.ts';
import { cloudformationCode } from './cloudformation-code.ts';
import { elsewhere } from './code-elsewhere.ts';
import type { FunctionShape } from './function-shape.ts';
import { moduleFiles, splitHandler } from './handler-module.ts';
import type { ImageBuild } from './image.ts';
import { isPythonImageName } from './read-image.ts';
import { serverlessCode } from './serverless-code.ts';
import { terraformCode, terraformModuleCode } from './terraform-code.ts';
import type { Unit } from './unit.ts';

const cloudformation = {
  runtime: 'Runtime',
  handler: 'Handler',
  name: 'FunctionName',
  layers: 'Layers',
  packageType: 'PackageType',
} as const;

/** The types of resources that are functions on AWS Lambda, in the provider's own names. */
const shapes: Readonly<Record<string, FunctionShape>> = {
  'AWS::Lambda::Function': {
    ...cloudformation,
    code: cloudformationCode({ code: 'Code', inline: ['Code', 'ZipFile'] }),
  },
  'AWS::Serverless::Function': {
    ...cloudformation,
    code: cloudformationCode({ code: 'CodeUri', inline: ['InlineCode'] }),
  },
  aws_lambda_function: {
    runtime: 'runtime',
    handler: 'handler',
    name: 'function_name',
    layers: 'layers',
    packageType: 'package_type',
    code: terraformCode,
  },
  'serverless:function': {
    runtime: 'runtime',
    handler: 'handler',
    name: 'name',
    layers: 'layers',
    packageType: 'packageType',
    code: serverlessCode,
  },
  'module:terraform-aws-modules/lambda/aws': {
    runtime: 'runtime',
    handler: 'handler',
    name: 'function_name',
    layers: 'layers',
    packageType: 'package_type',
    code: terraformModuleCode,
  },
};

/**
 * The Python functions of a stack, on AWS Lambda or where the same framework puts them. A function whose runtime is another language's is left out; one whose
 * runtime cannot be told is kept if its handler's module is a Python file of the repository.
 */
export function awsFunctions(stack: Stack, { repository, images }: Workspace): Unit[] {
  return [...stack.resources.values()].flatMap((resource) => {
    const shape = shapes[resource.type];
    if (shape === undefined) return [];
    const packaged = property(resource, shape.packageType);
    const unit =
      packaged !== undefined && readText(packaged).text === 'Image'
        ? imageFunction(resource, stack, shape, images, repository)
        : zipFunction(resource, stack, shape, repository);
    return unit === undefined ? [] : [unit];
  });
}

function zipFunction(resource: Resource, stack: Stack, shape: FunctionShape, repository: Repository): Unit | undefined {
  const stated = property(resource, shape.runtime);
  const runtime = stated === undefined ? undefined : readText(stated);
  const handlerValue = property(resource, shape.handler);
  const handler = handlerValue === undefined ? undefined : readText(handlerValue);
  const named = handler?.known === true ? handler.value : null;
  const code = shape.code({ resource, stack, handler: named, repository });
  const onLambda = resource.cloud === 'aws';
  // Lambda takes `python3.9` alone, yet `Python3.9` is a Python function all the same; others have `python:3`.
  const python = onLambda ? /^python\d/i : /^python/i;
  if (runtime?.known === true && !python.test(runtime.value)) return undefined;
  const isPython =
    code.kind === 'folder' && handler?.known === true && hasModule(code.folder, handler.value, repository.has);
  if (runtime?.known !== true && !isPython) return undefined;
  const id = runtime?.known === true ? runtime.value : null;
  return {
    ...sharedParts(resource, stack, shape),
    artifact: 'zip',
    code,
    image: null,
    handler:
      handler === undefined ? null : evidence(handler.place, handler.text, handler.known ? handler.how : 'guessed'),
    runtime: {
      platform: onLambda ? 'aws-lambda' : null,
      id,
      python: onLambda ? (id?.slice('python'.length) ?? null) : null,
      evidence:
        runtime === undefined ? [] : [evidence(runtime.place, runtime.text, runtime.known ? runtime.how : 'guessed')],
    },
  };
}

/** A function that runs in an image; undefined if that image is not Python's, as far as anything says. */
function imageFunction(
  resource: Resource,
  stack: Stack,
  shape: FunctionShape,
  images: readonly ImageBuild[],
  repository: Repository,
): Unit | undefined {
  const context = valueAt(resource.metadata, 'DockerContext');
  const folder = context === undefined ? undefined : joinPath(folderOf(stack.file), readText(context).text);
  const named = valueAt(resource.metadata, 'Dockerfile');
  const file =
    folder === undefined ? undefined : joinPath(folder, named === undefined ? 'Dockerfile' : readText(named).text);
  const image = images.find((candidate) => candidate.file === file);
  const handler = configuredCommand(resource);
  if (image === undefined || folder === undefined) {
    const builtHere = file !== undefined && repository.has(file);
    return builtHere
      ? undefined
      : imageFromElsewhere(resource, stack, shape, folder ?? folderOf(stack.file), handler, repository);
  }
  return {
    ...sharedParts(resource, stack, shape),
    artifact: 'image',
    code: { kind: 'folder', folder, evidence: image.base },
    image,
    handler: handler ?? image.command,
    runtime: { platform: null, id: null, python: image.python, evidence: [image.base] },
  };
}

/** A function whose image the repository does not build: Python's if the image's name or its command says so. */
function imageFromElsewhere(
  resource: Resource,
  stack: Stack,
  shape: FunctionShape,
  folder: string,
  handler: Evidence | null,
  repository: Repository,
): Unit | undefined {
  const stated = property(resource, 'ImageUri') ?? property(resource, 'Code', 'ImageUri');
  const uri = stated === undefined ? undefined : readText(stated);
  const isPython =
    (uri !== undefined && isPythonImageName(uri.text)) ||
    (handler !== null && hasModule(folder, handler.text, repository.has));
  if (!isPython) return undefined;
  return {
    ...sharedParts(resource, stack, shape),
    artifact: 'image',
    code: elsewhere(
      resource,
      stated,
      `its image${uri === undefined ? '' : ` ${uri.text}`} is not built in the repository`,
    ),
    image: null,
    handler,
    runtime: { platform: null, id: null, python: null, evidence: [] },
  };
}

/** The handler that a function gives its image in place of CMD. */
function configuredCommand(resource: Resource): Evidence | null {
  const command = property(resource, 'ImageConfig', 'Command');
  const [first, ...more] = command?.kind === 'list' ? command.items : [];
  if (first === undefined || more.length > 0) return null;
  const text = readText(first);
  return evidence(text.place, text.text, text.known ? text.how : 'guessed');
}

function sharedParts(
  resource: Resource,
  stack: Stack,
  shape: FunctionShape,
): Pick<
  Unit,
  'id' | 'name' | 'cloud' | 'compute' | 'definedIn' | 'layers' | 'definition' | 'starts' | 'environment' | 'also'
> {
  const name = property(resource, shape.name);
  return {
    id: `${resource.key.file}#${labelOf(resource)}`,
    name: name?.kind === 'literal' ? name.text : labelOf(resource),
    cloud: resource.cloud,
    compute: 'function',
    definedIn: resource.key,
    layers: layersOf(property(resource, shape.layers)),
    definition: { resource, stack },
    starts: [],
    environment: null,
    also: [],
  };
}

function layersOf(value: Value | undefined): string[] {
  if (value === undefined) return [];
  if (value.kind === 'list') return value.items.map((item) => readText(item).text);
  return [readText(value).text];
}

function hasModule(folder: string, handler: string, exists: (path: string) => boolean): boolean {
  return moduleFiles(folder, splitHandler(handler).module).some(exists);
}

/** What a resource is called in its file: its id, of Terraform's without type and modules. */
function labelOf({ id, type }: Resource): string {
  const prefix = type.startsWith('module:') ? 'module.' : `${type}.`;
  const at = id.lastIndexOf(prefix);
  return at < 0 ? id : id.slice(at + prefix.length);
}

/** The build method that SAM is told to use for a function (`makefile`, `esbuild`, …), if any. */
export function buildMethod({ definition }: Unit): string | undefined {
  const value = definition === null ? undefined : valueAt(definition.resource.metadata, 'BuildMethod');
  return value === undefined ? undefined : readText(value).text;
}
