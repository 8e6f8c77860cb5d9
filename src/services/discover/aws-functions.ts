// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html
// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, type Stack, valueAt } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Workspace } from '../workspace.ts';
import { moduleFiles, splitHandler } from './handler-module.ts';
import type { ImageBuild } from './image.ts';
import { isPythonImageName } from './read-image.ts';
import type { CodeLocation, Unit } from './unit.ts';

/** Where the two resource types keep what we read. */
const types: Readonly<Record<string, { code: string; inline: readonly string[] }>> = {
  'AWS::Lambda::Function': { code: 'Code', inline: ['Code', 'ZipFile'] },
  'AWS::Serverless::Function': { code: 'CodeUri', inline: ['InlineCode'] },
};

/**
 * The Python functions of a stack on AWS Lambda. A function whose runtime is another language's is left out; one whose
 * runtime cannot be told is kept if its handler's module is a Python file of the repository.
 */
export function awsFunctions(stack: Stack, { repository, images }: Workspace): Unit[] {
  return [...stack.resources.values()].flatMap((resource) => {
    const shape = types[resource.type];
    if (shape === undefined) return [];
    const packaged = property(resource, 'PackageType');
    const unit =
      packaged !== undefined && readText(packaged).text === 'Image'
        ? imageFunction(resource, stack, images, repository)
        : zipFunction(resource, stack, shape, repository);
    return unit === undefined ? [] : [unit];
  });
}

function zipFunction(
  resource: Resource,
  stack: Stack,
  shape: { code: string; inline: readonly string[] },
  repository: Repository,
): Unit | undefined {
  const stated = property(resource, 'Runtime');
  const runtime = stated === undefined ? undefined : readText(stated);
  const handlerValue = property(resource, 'Handler');
  const handler = handlerValue === undefined ? undefined : readText(handlerValue);
  const code = codeOf(resource, stack, shape, handler?.known === true ? handler.value : null, repository);
  // Lambda takes `python3.9` alone, yet `Python3.9` is a Python function all the same.
  if (runtime?.known === true && !/^python\d/i.test(runtime.value)) return undefined;
  const isPython =
    code.kind === 'folder' && handler?.known === true && hasModule(code.folder, handler.value, repository.has);
  if (runtime?.known !== true && !isPython) return undefined;
  const id = runtime?.known === true ? runtime.value : null;
  return {
    ...sharedParts(resource, stack),
    artifact: 'zip',
    code,
    image: null,
    handler:
      handler === undefined ? null : evidence(handler.place, handler.text, handler.known ? handler.how : 'guessed'),
    runtime: {
      platform: 'aws-lambda',
      id,
      python: id?.slice('python'.length) ?? null,
      evidence:
        runtime === undefined ? [] : [evidence(runtime.place, runtime.text, runtime.known ? runtime.how : 'guessed')],
    },
  };
}

/** A function that runs in an image; undefined if that image is not Python's, as far as anything says. */
function imageFunction(
  resource: Resource,
  stack: Stack,
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
      : imageFromElsewhere(resource, stack, folder ?? folderOf(stack.file), handler, repository);
  }
  return {
    ...sharedParts(resource, stack),
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
    ...sharedParts(resource, stack),
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
): Pick<Unit, 'id' | 'name' | 'cloud' | 'compute' | 'definedIn' | 'layers' | 'definition'> {
  const name = property(resource, 'FunctionName');
  return {
    id: `${stack.file}#${resource.id}`,
    name: name?.kind === 'literal' ? name.text : resource.id,
    cloud: 'aws',
    compute: 'function',
    definedIn: resource.key,
    layers: layersOf(property(resource, 'Layers')),
    definition: { resource, stack },
  };
}

function codeOf(
  resource: Resource,
  stack: Stack,
  shape: { code: string; inline: readonly string[] },
  handler: string | null,
  repository: Repository,
): CodeLocation {
  const inline = property(resource, ...shape.inline);
  if (inline !== undefined) return inlineCode(inline);
  const stated = property(resource, shape.code);
  if (stated === undefined || stated.kind === 'map') {
    if (stated === undefined && resource.type === 'AWS::Serverless::Function') {
      // SAM takes the template's own folder where CodeUri is left out.
      return { kind: 'folder', folder: folderOf(stack.file), evidence: evidence(resource.key, resource.id, 'absent') };
    }
    const key = valueAt(stated, 'S3Key') ?? valueAt(stated, 'Key');
    const packed = key === undefined ? undefined : packedFolder(key, handler, repository);
    return packed ?? elsewhere(resource, stated, 'its code is uploaded to S3 by other means');
  }
  const path = readText(stated);
  if (!path.known) return elsewhere(resource, stated, `its code is at ${path.text}`);
  if (/^(s3|https?):\/\//.test(path.value)) return elsewhere(resource, stated, `its code is at ${path.value}`);
  const folder = joinPath(folderOf(stack.file), path.value);
  if (folder === undefined) return elsewhere(resource, stated, `its code is at ${path.value}, outside the repository`);
  const shown = evidence(path.place, path.text, path.how);
  if (/\.(zip|jar|whl)$/i.test(folder)) return elsewhere(resource, stated, `its code is the archive ${path.value}`);
  // A single module is packaged alone.
  if (folder.endsWith('.py') && repository.has(folder))
    return { kind: 'folder', folder: folderOf(folder), evidence: shown };
  return { kind: 'folder', folder, evidence: shown };
}

/**
 * The folder from which an archive is made that lies on S3: the one of the archive's name that holds the handler's module,
 * if there is one such folder only. What makes the archive is not read, so it is a guess.
 */
function packedFolder(key: Value, handler: string | null, { files }: Repository): CodeLocation | undefined {
  const { text, place } = readText(key);
  const stem = /(?:^|[/}])(?<stem>[\w.-]+)\.zip$/.exec(text)?.groups?.['stem'];
  if (stem === undefined || handler === null) return undefined;
  const endings = moduleFiles(stem, splitHandler(handler).module);
  const found = files.filter((file) => endings.some((ending) => file === ending || file.endsWith(`/${ending}`)));
  const [file, ...others] = found;
  const ending = endings.find((one) => file?.endsWith(one));
  if (file === undefined || ending === undefined || others.length > 0) return undefined;
  const folder = `${file.slice(0, file.length - ending.length)}${stem}`;
  return { kind: 'folder', folder, evidence: evidence(place, text, 'guessed') };
}

function inlineCode(value: Value): CodeLocation {
  const text = readText(value);
  if (text.known) return { kind: 'inline', text: text.value, place: text.place };
  return {
    kind: 'elsewhere',
    reason: text.reason,
    detail: 'its inline code is put together from values that only the deployment knows',
    evidence: evidence(text.place, text.text, 'guessed'),
  };
}

function elsewhere(resource: Resource, value: Value | undefined, detail: string): CodeLocation {
  const place = value?.place ?? resource.key;
  return { kind: 'elsewhere', reason: 'external-code', detail, evidence: evidence(place, detail, 'guessed') };
}

function layersOf(value: Value | undefined): string[] {
  if (value === undefined) return [];
  if (value.kind === 'list') return value.items.map((item) => readText(item).text);
  return [readText(value).text];
}

function hasModule(folder: string, handler: string, exists: (path: string) => boolean): boolean {
  return moduleFiles(folder, splitHandler(handler).module).some(exists);
}

/** The build method that SAM is told to use for a function (`makefile`, `esbuild`, …), if any. */
export function buildMethod({ definition }: Unit): string | undefined {
  const value = definition === null ? undefined : valueAt(definition.resource.metadata, 'BuildMethod');
  return value === undefined ? undefined : readText(value).text;
}
