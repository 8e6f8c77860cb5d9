// https://docs.docker.com/reference/dockerfile/: what an image says of the Python in it.
import type { RuntimePlatform } from '../../catalogue/dataset.ts';
import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { lazy } from '../../evidence/lazy.ts';
import type { Place } from '../../evidence/place.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Dockerfile, ImageReference, Instruction, Span, Stage } from '../../syntax/dockerfile/index.ts';
import { copiedCode } from './copied-sources.ts';
import type { ImageBuild } from './image.ts';
import { shapeOf } from './image-shape.ts';
import { copiedStages, lineageOf, type Step, stepsOf } from './image-stages.ts';
import { installationOf } from './install-command.ts';
import { pipInstalls } from './pip-installs.ts';
import { commandsOf } from './shell-commands.ts';

/** Endings of files that are about a Dockerfile, or make one. */
const otherFiles =
  /\.(dockerignore|ya?ml|json|toml|md|rst|j2|jinja2?|tmpl|tpl|tftpl|template|erb|ejs|mustache|hbs|in|bak|orig|old|rej|swp|py|sh)$/i;

/** True for the names that Docker, Podman and their users give to Dockerfiles; Gitpod's is a desk to work at. */
export function isDockerfile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    name !== '.gitpod.Dockerfile' &&
    /^(docker|container)file([-_.][\w.-]+)?$|\.dockerfile$/i.test(name) &&
    !otherFiles.test(name)
  );
}

/** True for what a template engine makes Dockerfiles of: `FROM {{ image }}`, or a line that begins with its marks. */
export function isDockerfileTemplate(text: string): boolean {
  return /^[ \t]*(\{\{|\{%|<%)|^[ \t]*FROM[^\n]*(\{\{|<%)/im.test(text);
}

/** The image that a Dockerfile builds, or undefined if nothing says that its last stage runs Python. */
export function readImage(file: string, dockerfile: Dockerfile, repository: Repository): ImageBuild | undefined {
  return imageFrom(undefined, file, dockerfile, repository);
}

function imageFrom(
  context: string | undefined,
  file: string,
  dockerfile: Dockerfile,
  repository: Repository,
): ImageBuild | undefined {
  const { stages } = dockerfile;
  const lineage = lineageOf(stages.at(-1), stages);
  const [last] = lineage;
  if (last === undefined || isDockerfileTemplate(dockerfile.text)) return undefined;
  const place = (span: Span): Place => ({ file, ...dockerfile.lines.range(span.start, span.end) });
  const shown = (span: Span): Evidence => evidence(place(span), dockerfile.text.slice(span.start, span.end));
  const image =
    lineage.map((stage) => stage.image).find(isPythonImage) ??
    copiedStages(lineage, stages, copiesPython)
      .map((stage) => stage.image)
      .find(isPythonImage);
  const base = image ?? runningLine(lineage, dockerfile);
  if (base === undefined) return undefined;
  const command = last.instructions.findLast(({ keyword }) => keyword === 'CMD');
  const steps = stepsOf(dockerfile);
  const { locate, ...code } = copiedCode(file, steps.flat(), repository, context);
  const start = startOf(lineage, steps[last.index]?.at(-1)?.workdir ?? '/', shown);
  const shape = lazy(() => shapeOf(file, dockerfile, { start, locate }, repository));
  const built: ImageBuild = {
    file,
    ...code,
    python: image === undefined ? null : pythonOf(image),
    base: shown(base),
    brings: broughtBy(lineage.at(-1)?.image),
    installs: pipInstalls(file, dockerfile, installing(lineage, stages, steps), locate),
    start,
    locate,
    get shape() {
      return shape();
    },
    from: (folder) => imageFrom(folder, file, dockerfile, repository) ?? built,
    command: command === undefined ? null : lambdaCommand(command, place),
  };
  return built;
}

/** What the nearest stage with an ENTRYPOINT or CMD says; an ENTRYPOINT takes back the CMD of the stages below it. */
function startOf(lineage: readonly Stage[], workdir: string, shown: (span: Span) => Evidence): ImageBuild['start'] {
  let entrypoint: Instruction | undefined;
  let command: Instruction | undefined;
  for (const { instructions } of lineage) {
    command ??= entrypoint === undefined ? instructions.findLast(({ keyword }) => keyword === 'CMD') : undefined;
    entrypoint ??= instructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT');
  }
  const named = command ?? entrypoint;
  return {
    entrypoint: wordsOf(entrypoint),
    command: wordsOf(command),
    workdir,
    evidence: named === undefined ? null : shown(named),
  };
}

function wordsOf(instruction: Instruction | undefined): string[] {
  if (instruction === undefined) return [];
  return instruction.form === 'exec' ? instruction.words.map(({ text }) => text) : ['sh', '-c', instruction.command];
}

/** The steps of the last stage, of those that it builds upon, and of those that it copies files from; in their order. */
function installing(lineage: readonly Stage[], stages: readonly Stage[], steps: readonly (readonly Step[])[]): Step[] {
  const counted = [...lineage, ...copiedStages(lineage, stages, () => true)];
  return counted
    .map(({ index }) => index)
    .sort((a, b) => a - b)
    .flatMap((index) => steps[index] ?? []);
}

function textOf({ resolved, written }: ImageReference): string {
  return resolved ?? written;
}

function isPythonImage(image: ImageReference): boolean {
  return isPythonImageName(textOf(image));
}

/** True for the name of an image that is made for Python. */
export function isPythonImageName(text: string): boolean {
  return /(^|\/)(python|pypy|miniconda3?|anaconda3|python3-debian\d+)(?=[:@]|$)|[:_/-]python-?[23]/i.test(text);
}

/** Images that bring no distributions but pip's own, as far as their makers say. */
const bare =
  /^((docker\.io|public\.ecr\.aws\/docker)\/)?(library\/)?(python|pypy|debian|ubuntu|alpine|amazonlinux|fedora|rockylinux|almalinux|centos|busybox|buildpack-deps|scratch|node|golang|rust|ruby|php|openjdk|eclipse-temurin|nginx)([:@]|$)|(^|\/)(astral-sh\/uv|amazonlinux\/amazonlinux|ubi\d\/[\w-]+|chainguard\/python|bitnami\/python)([:@]|$)|(^|\/)distroless\//i;

/** Where a base image comes from that may bring distributions along; null for one that brings none. */
function broughtBy(image: ImageReference | undefined): ImageBuild['brings'] {
  if (image === undefined) return null;
  const text = textOf(image);
  if (bare.test(text)) return null;
  const platform: RuntimePlatform | null = /(^|\/)lambda\/python([:@]|$)|(^|\/)sam\/build-python/.test(text)
    ? 'aws-lambda'
    : /azure-functions\/python([:@]|$)/.test(text)
      ? 'azure-functions'
      : null;
  return { image: text, platform };
}

/** `3.12` of `python:3.12-slim`, `azure-functions/python:4-python3.12` or `uv:python3.12-bookworm`. */
function pythonOf(image: ImageReference): string | null {
  const text = textOf(image);
  const named = /python-?(\d+\.\d+)/i.exec(text.slice(text.lastIndexOf('/') + 1))?.[1];
  const tagged = /(^|\/)python$/.test(image.name ?? '') ? /^(\d+\.\d+)/.exec(image.tag ?? '')?.[1] : undefined;
  return named ?? tagged ?? null;
}

/** True for `COPY --from` of what looks like an installed Python, not of what a Python tool made. */
function copiesPython({ command }: Instruction): boolean {
  return /python|(site|dist)-packages|venv|virtualenv|\/\.local|\.pex\b|\.pyz\b|\/usr\/local\/?(\s|$)/i.test(command);
}

const runner =
  /(^|\/)((python|pypy)[\d.]*|uv|poetry|pipenv|gunicorn|uvicorn|hypercorn|daphne|uwsgi|celery|dagster|flask|fastapi|streamlit|functions-framework)$/;
const otherRuntime =
  /(^|\/)(node|nodejs|npm|npx|yarn|pnpm|bun|deno|java|ruby|bundle|php|php-fpm|dotnet|go|nginx|nginx-debug|caddy|httpd|apache2)$/;
const otherImage =
  /(^|\/)(node|bun|deno|golang|rust|ruby|php|openjdk|eclipse-temurin|nginx|caddy|httpd|dotnet\/\w+)([:@]|$)/i;

/**
 * The line by which a lineage runs Python: its CMD or ENTRYPOINT, else a RUN that installs something for Python or
 * starts it, or a module that is copied where Python is installed, unless the image is started with another language's runtime.
 */
function runningLine(lineage: readonly Stage[], dockerfile: Dockerfile): Instruction | undefined {
  const instructions = lineage.flatMap((stage) => stage.instructions);
  const starts = instructions.filter(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  const runs = (instruction: Instruction, pattern: RegExp): boolean =>
    commandsOf(instruction, dockerfile).some((words) => words.some(({ text }) => pattern.test(text)));
  const start = starts.find((instruction) => runs(instruction, runner));
  if (start !== undefined) return start;
  if (starts.some((instruction) => runs(instruction, otherRuntime))) return undefined;
  const commands = instructions
    .filter(({ keyword }) => keyword === 'RUN')
    .map((instruction) => ({ instruction, commands: commandsOf(instruction, dockerfile) }));
  const installs = commands.find((run) => run.commands.some(installsNamed));
  if (installs !== undefined) return installs.instruction;
  const script = instructions.find(copiesModule);
  if (script !== undefined && commands.some((run) => /\bpython3?\b/.test(run.instruction.command))) return script;
  if (lineage.some(({ image }) => otherImage.test(textOf(image)))) return undefined;
  return commands.find((run) => run.commands.some(([head]) => head !== undefined && runner.test(head.text)))
    ?.instruction;
}

/** True for `COPY app.py …`. */
function copiesModule({ keyword, words }: Instruction): boolean {
  return (keyword === 'COPY' || keyword === 'ADD') && words.slice(0, -1).some(({ text }) => text.endsWith('.py'));
}

function installsNamed(command: Parameters<typeof installationOf>[0]): boolean {
  const found = installationOf(command);
  return found !== undefined && !found.unread;
}

/** The handler that a Lambda image is started with: `CMD ["app.handler"]`. */
function lambdaCommand(command: Instruction, place: (span: Span) => Place): Evidence | null {
  const [word] = command.words;
  if (command.form !== 'exec' || word === undefined || command.words.length !== 1) return null;
  return /^[\w/]+(\.[\w/]+)+$/.test(word.text) ? evidence(place(word), word.text) : null;
}
