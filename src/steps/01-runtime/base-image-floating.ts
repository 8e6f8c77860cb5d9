import type { ServiceImage } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { imageFiles } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';

interface Base extends Subject {
  readonly base: ServiceImage['shape']['bases'][number];
  /** The line by which the image installs a Python of its own. */
  readonly own: ServiceImage['shape']['runs'][number] | undefined;
}

/** Commands that choose a Python, whatever the base image has. */
const choosesPython =
  /^\S*virtualenv .*-p|^\S*virtualenv .*--python|^\S*pyenv (install|global|local)|^\S*uv (python install|venv .*(-p|--python))|^\S*(conda|mamba|micromamba) (create|install) .*python\s?=|^\S*python\d+\.\d+ -m (venv|virtualenv)/;

/** Tags that are moved to whatever is newest. */
const moving = /^(latest|stable|edge|nightly|rolling|dev|develop|main|master|slim|alpine|bullseye|bookworm|trixie)$/;

export const check = defineCheck({
  id: 'base-image-floating',
  scope: 'service',
  step: 'runtime',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'risk',
  title: 'Name the version of the image that yours builds upon',
  docs: {
    why: 'Without a version in the tag the next build takes whatever is newest: `python:3` and `python:latest` move to the next feature release of Python in the autumn, and the same commit runs on another interpreter. It is an improvement for stages whose files alone are copied.',
    fix: 'Name the feature release (`python:3.13-slim`), which still brings security fixes with each build, or a digest that a bot keeps up to date.',
    whenNone: 'It runs in no image that the repository builds.',
    bad: [
      { title: 'No tag', files: imageFiles('python') },
      { title: 'The newest Python 3', files: imageFiles('python:3-slim') },
      { title: 'The newest of another maker', files: imageFiles('public.ecr.aws/lambda/python:latest') },
    ],
    good: [
      { title: 'A feature release', files: imageFiles('python:3.13-slim') },
      { title: 'A digest beside a moving tag', files: imageFiles(`python:3@sha256:${'a'.repeat(64)}`) },
      {
        title: 'A tag from an argument with a default',
        files: (({ Dockerfile: text = '', ...rest }) => ({ ...rest, Dockerfile: `ARG TAG=3.13\n${text}` }))(
          imageFiles('python:${TAG}-slim'),
        ),
      },
      {
        title: 'A stage of the same file has no tag',
        files: imageFiles('python:3.13 AS build', ['RUN pip install flask', 'FROM build']),
      },
      {
        title: 'A version behind another word',
        files: imageFiles('mcr.microsoft.com/azure-functions/python:4-python3.12'),
      },
    ],
    sources: [
      'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
      'https://hub.docker.com/_/python',
    ],
  },
  subjects: ({ image }): Base[] => {
    const bases = (image?.shape.bases ?? []).filter(({ text }) => text !== 'scratch');
    const distinct = new Map(bases.map((base) => [base.evidence.text, base] as const).reverse());
    const own = image?.shape.runs.find(({ commands }) => commands.some((words) => choosesPython.test(words.join(' '))));
    return [...distinct.values()].reverse().map((base) => ({ name: base.evidence.text, base, own }));
  },
  judge: ({ base: { text, name, tag, digest, last, evidence }, own }) => {
    if (digest !== null) return pass('It is named by its digest.', evidence);
    if (text === null) {
      return unknown('dynamic-value', 'Its name hangs on an argument that has no default.', evidence);
    }
    const python = /(^|\/)python$/.test(name ?? '');
    if (!python && /\d$|\d\.\d|py(thon)?-?3\d+/.test(name ?? '')) return pass('Its name holds a version.', evidence);
    const floats = tag === null || moving.test(tag) || (python && !/^\d+\.\d+|python-?\d+\.\d+/.test(tag));
    if (!floats) return pass(`The tag ${tag} names a version.`, evidence);
    if (isBuiltBeside(name)) {
      return unknown(
        'external-code',
        `${text} is built on the same machine; which version that is, cannot be told.`,
        evidence,
      );
    }
    const says = tag === null ? 'no tag, so it is the newest' : `the tag ${tag}, which moves to the newest`;
    const another = !python
      ? 'run on another version'
      : own === undefined
        ? 'run on another Python'
        : 'start from another image';
    return fail(`${text} has ${says}: each build may ${another}.`, [evidence], {
      severity: last ? 'risk' : 'improvement',
      fix: { title: `Name a version of ${name}.`, safe: false, intents: [] },
    });
  },
});

/** Names without a registry that are Docker's own; another one is of an image that was built before. */
const official =
  /^(python|pypy|debian|ubuntu|alpine|amazonlinux|fedora|rockylinux|almalinux|centos|busybox|buildpack-deps|node|golang|rust|ruby|php|openjdk|eclipse-temurin|nginx|redis|postgres|mysql|maven|gradle|docker)$/;

function isBuiltBeside(name: string | null): boolean {
  return name !== null && !name.includes('/') && !official.test(name);
}
