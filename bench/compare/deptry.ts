// https://deptry.com: imports that no manifest declares (DEP001) or that come along with another package (DEP003), of
// cloud SDKs, in each folder that declares dependencies.
import { dirname, join } from 'node:path';
import { openRepository } from '../../src/repository/disk.ts';
import { importedIn, line, type Row } from './row.ts';
import { answerFile, parseJson, type Run, type Tool } from './tool.ts';

interface Issue {
  readonly error: { readonly code: string };
  readonly module: string;
  readonly location: { readonly file: string; readonly line: number | null };
}

/** The top-level modules of cloud SDKs and of libraries over them: the ground that both sides share. */
const sdks =
  /^(boto3|botocore|aiobotocore|aioboto3|aws_lambda_powertools|aws_xray_sdk|aws_encryption_sdk|awscrt|requests_aws4auth|azure|google|googleapiclient|vertexai|sagemaker|functions_framework|s3fs|awswrangler)$/;

export const deptry: Tool = {
  name: 'deptry',
  topics: ['undeclared SDKs'],
  rows: async (folder, run) => {
    const projects = projectsIn(folder);
    return projects.flatMap((project) => rowsOf(folder, project, projects, run));
  },
};

function rowsOf(folder: string, project: string, projects: readonly string[], run: Run): Row[] {
  const inner = projects.filter((other) => other !== project && (project === '.' || other.startsWith(`${project}/`)));
  const excluded = inner.flatMap((other) => [
    '--extend-exclude',
    `${escaped(project === '.' ? other : other.slice(project.length + 1))}/`,
  ]);
  const issues = parseJson<readonly Issue[]>(
    run(join(folder, project), '.', '--no-ansi', ...excluded, '--json-output', answerFile),
  );
  const undeclared = (issues ?? []).filter(({ error, module }) => /DEP00[13]/.test(error.code) && sdks.test(module));
  return [...Map.groupBy(undeclared, ({ module }) => module)].map(([module, places]) => ({
    topic: 'undeclared SDKs',
    rule: places[0]?.error.code ?? '',
    subject: `${module} in ${project}`,
    places: [
      importedIn(project, module),
      ...places.map(({ location }) =>
        line(project === '.' ? location.file : `${project}/${location.file}`, location.line ?? 0),
      ),
    ],
    verdict: 'fail',
    outside: null,
  }));
}

function escaped(path: string): string {
  return path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The folders that deptry takes as a project: with a requirements.txt or a pyproject.toml. */
function projectsIn(folder: string): string[] {
  const { files } = openRepository(folder);
  const manifests = files.filter((file) => /(^|\/)(requirements\.txt|pyproject\.toml)$/.test(file));
  return [...new Set(manifests.map(dirname))];
}
