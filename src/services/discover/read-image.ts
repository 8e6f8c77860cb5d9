// https://docs.docker.com/reference/dockerfile/: what an image says of the Python in it.
import { type Evidence, evidence } from '../../evidence/evidence.ts';
import type { Place } from '../../evidence/place.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Dockerfile, ImageReference, Instruction, Span, Stage } from '../../syntax/dockerfile/index.ts';
import { copiedCode } from './copied-sources.ts';
import type { ImageBuild } from './image.ts';
import { pipInstalls } from './pip-installs.ts';

/** True for the names that Docker, Podman and their users give to Dockerfiles. */
export function isDockerfile(path: string): boolean {
  return /^(docker|container)file([-_.][\w.-]+)?$|\.dockerfile$/i.test(path.slice(path.lastIndexOf('/') + 1));
}

/** The image that a Dockerfile builds, or undefined if nothing in its last stage speaks of Python. */
export function readImage(file: string, dockerfile: Dockerfile, repository: Repository): ImageBuild | undefined {
  const lineage = lineageOf(dockerfile.stages);
  const [last] = lineage;
  if (last === undefined) return undefined;
  const place = (span: Span): Place => ({ file, ...dockerfile.lines.range(span.start, span.end) });
  const shown = (span: Span): Evidence => evidence(place(span), dockerfile.text.slice(span.start, span.end));
  const images = lineage.map((stage) => stage.image);
  const instructions = lineage.flatMap((stage) => stage.instructions);
  const image = images.find(isPythonImage);
  const line = instructions.find(runsPython);
  const base = image ?? line;
  if (base === undefined) return undefined;
  const command = last.instructions.findLast(({ keyword }) => keyword === 'CMD');
  return {
    file,
    ...copiedCode(
      file,
      dockerfile.stages.flatMap((stage) => stage.instructions),
      repository,
    ),
    python: image === undefined ? null : pythonOf(image),
    base: shown(base),
    installs: pipInstalls(file, dockerfile.lines, instructions),
    command: command === undefined ? null : lambdaCommand(command, place),
  };
}

/** The last stage and those that it builds upon, nearest first. */
function lineageOf(stages: readonly Stage[]): Stage[] {
  const found: Stage[] = [];
  for (let stage = stages.at(-1); stage !== undefined; ) {
    found.push(stage);
    const next: number | null = stage.buildsOn;
    stage = next === null || next >= stage.index ? undefined : stages[next];
  }
  return found;
}

function textOf({ resolved, written }: ImageReference): string {
  return resolved ?? written;
}

function isPythonImage(image: ImageReference): boolean {
  return /(^|\/)(python|pypy|miniconda3?|anaconda3|python3-debian\d+)(?=[:@]|$)|[:_/-]python-?[23]/i.test(
    textOf(image),
  );
}

/** `3.12` of `python:3.12-slim`, `azure-functions/python:4-python3.12` or `uv:python3.12-bookworm`. */
function pythonOf(image: ImageReference): string | null {
  const text = textOf(image);
  const named = /python-?(\d+\.\d+)/i.exec(text.slice(text.lastIndexOf('/') + 1))?.[1];
  const tagged = /(^|\/)python$/.test(image.name ?? '') ? /^(\d+\.\d+)/.exec(image.tag ?? '')?.[1] : undefined;
  return named ?? tagged ?? null;
}

function runsPython({ keyword, command }: Instruction): boolean {
  return (
    ['RUN', 'CMD', 'ENTRYPOINT'].includes(keyword) &&
    /(^|[\s;&|"'[/])(python3?(\.\d+)?|pip3?|uv|poetry|gunicorn|uvicorn|celery|functions-framework)(?=[\s"',\]]|$)/.test(
      command,
    )
  );
}

/** The handler that a Lambda image is started with: `CMD ["app.handler"]`. */
function lambdaCommand(command: Instruction, place: (span: Span) => Place): Evidence | null {
  const [word] = command.words;
  if (command.form !== 'exec' || word === undefined || command.words.length !== 1) return null;
  return /^[\w/]+(\.[\w/]+)+$/.test(word.text) ? evidence(place(word), word.text) : null;
}
