// https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-job.html#aws-glue-api-jobs-job-JobCommand
// https://docs.cloud.google.com/dataproc/docs/reference/rest/v1/PySparkJob
import { evidence } from '../../../evidence/evidence.ts';
import { readText } from '../../../infrastructure/model/reading.ts';
import { type Resource, referredTo, type Stack } from '../../../infrastructure/model/resource.ts';
import { baseName, folderOf, foldersUp, isBelow, joinPath } from '../../../repository/paths.ts';
import type { Repository } from '../../../repository/repository.ts';
import type { Workspace } from '../../workspace.ts';
import type { Claim } from './claim.ts';
import { resourceClaim } from './resource-claim.ts';
import { valuesAt } from './steps-into.ts';

/** Where a job names the script that it runs, and the Python that it asks for. */
interface JobShape {
  readonly script: readonly string[];
  readonly python: readonly string[];
  readonly name: readonly string[];
  /** The arguments that may say another language. */
  readonly language: readonly string[];
  readonly environment: string;
}

const shapes: Readonly<Record<string, JobShape>> = {
  'AWS::Glue::Job': {
    script: ['Command', 'ScriptLocation'],
    python: ['Command', 'PythonVersion'],
    name: ['Name'],
    language: ['DefaultArguments', '--job-language'],
    environment: 'AWS Glue',
  },
  aws_glue_job: {
    script: ['command', 'script_location'],
    python: ['command', 'python_version'],
    name: ['name'],
    language: ['default_arguments', '--job-language'],
    environment: 'AWS Glue',
  },
  google_dataproc_job: {
    script: ['pyspark_config', 'main_python_file_uri'],
    python: [],
    name: [],
    language: [],
    environment: 'Dataproc',
  },
};

/** One claim for each job that runs a Python script, which is uploaded to a bucket by other means. */
export function scriptJobClaims({ stacks, repository }: Workspace): Claim[] {
  return stacks.flatMap((stack) =>
    [...stack.resources.values()].flatMap((resource) => {
      const shape = shapes[resource.type];
      const claim = shape === undefined ? undefined : jobClaim(resource, stack, shape, repository);
      return claim === undefined ? [] : [claim];
    }),
  );
}

function jobClaim(resource: Resource, stack: Stack, shape: JobShape, repository: Repository): Claim | undefined {
  const [stated] = valuesAt(resource.properties, ...shape.script);
  if (stated === undefined) return undefined;
  const language = valuesAt(resource.properties, ...shape.language).map((value) => readText(value).text);
  const read = readText(stated);
  if (language.includes('scala') || /\.(scala|jar)$/.test(read.text)) return undefined;
  const uploaded = uploadedFile(stack.resources.get(referredTo(stated) ?? ''), stack);
  const file =
    uploaded !== undefined && repository.has(uploaded)
      ? uploaded
      : scriptNamed(baseName(read.text), folderOf(resource.key.file), repository);
  if (file === undefined && !read.text.endsWith('.py')) return undefined;
  const [version] = valuesAt(resource.properties, ...shape.python);
  const python = version === undefined ? undefined : readText(version);
  return {
    ...resourceClaim(resource, stack, 'data-pipeline', shape.name),
    environment: shape.environment,
    folder: file === undefined ? undefined : folderOf(file),
    runtime: {
      platform: null,
      id: null,
      python: python?.known === true && /^\d\.\d+$/.test(python.value) ? python.value : null,
      evidence: python === undefined ? [] : [evidence(python.place, python.text)],
    },
    starts:
      file === undefined
        ? undefined
        : [{ file, attribute: null, evidence: evidence(read.place, read.text, 'guessed') }],
  };
}

/** The file that an object of a bucket is made of. */
function uploadedFile(resource: Resource | undefined, stack: Stack): string | undefined {
  const [source] = resource === undefined ? [] : valuesAt(resource.properties, 'source');
  return source === undefined ? undefined : joinPath(folderOf(stack.file), readText(source).text);
}

/** The script of that name that lies nearest to a folder, if it looks like one of a job's. */
function scriptNamed(name: string, scope: string, repository: Repository): string | undefined {
  if (!/^[\w.-]+\.py$/.test(name)) return undefined;
  const found = repository.files.filter((file) => file === name || file.endsWith(`/${name}`));
  const home = foldersUp(scope).find((folder) => found.some((file) => isBelow(file, folder)));
  const [near, ...others] = found.filter((file) => home !== undefined && isBelow(file, home));
  return near !== undefined && others.length === 0 && !isHandler(near, repository) ? near : undefined;
}

/** True for the module of a function, which an object of the same name in a bucket is not. */
function isHandler(file: string, repository: Repository): boolean {
  const content = repository.readText(file);
  return !content.ok || /^(async )?def \w+\(\s*event\b/m.test(content.text);
}
