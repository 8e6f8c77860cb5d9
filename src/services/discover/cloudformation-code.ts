// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html
import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, type Stack, valueAt } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { folderOf, joinPath } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import { elsewhere } from './code-elsewhere.ts';
import type { FindCode } from './function-shape.ts';
import { moduleFiles, splitHandler } from './handler-module.ts';
import type { CodeLocation } from './unit.ts';

/** The properties in which a type keeps its code. */
interface CloudformationShape {
  readonly code: string;
  readonly inline: readonly string[];
}

/** Where CloudFormation's and SAM's functions have their code: inline, in a folder beside the template, or on S3. */
export function cloudformationCode(shape: CloudformationShape): FindCode {
  return ({ resource, stack, handler, repository }) => codeOf(resource, stack, shape, handler, repository);
}

function codeOf(
  resource: Resource,
  stack: Stack,
  shape: CloudformationShape,
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
export function packedFolder(key: Value, handler: string | null, { files }: Repository): CodeLocation | undefined {
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
