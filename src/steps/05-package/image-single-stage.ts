import type { ServiceImage } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { isDevelopmentImage } from '../development-image.ts';
import { imageFiles } from '../examples.ts';
import { fail, pass } from '../judgement.ts';

interface Built extends Subject {
  readonly shape: ServiceImage['shape'];
  readonly base: ServiceImage['base'];
}

/** Packages of systems that are there to build others. */
const compiler =
  /^(build-essential|build-base|gcc|gcc-c\+\+|g\+\+|clang|cmake|make|cargo|rustc|musl-dev|python3?-dev|python3?-devel)$/;
const installers = /^(apt|apt-get|aptitude|apk|yum|dnf|microdnf|tdnf|zypper)$/;

/** The package for building that a RUN installs and leaves there; undefined for none. */
function leftBehind(commands: readonly (readonly string[])[]): string | undefined {
  const ofSystem = commands.filter(([tool = '']) => installers.test(tool));
  const removes = ofSystem.some((words) => words.some((word) => /^(purge|remove|autoremove|del|erase)$/.test(word)));
  if (removes) return undefined;
  return ofSystem
    .filter((words) => words.some((word) => /^(install|add)$/.test(word)))
    .flat()
    .find((word) => compiler.test(word.replace(/[=<>~].*$/, '')));
}

export const check = defineCheck({
  id: 'image-single-stage',
  scope: 'service',
  step: 'package',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'improvement',
  title: 'Leave compilers in the stage that builds',
  docs: {
    why: 'A compiler in the image that runs makes it hundreds of megabytes larger, which each new instance has to fetch, and hands whoever breaks in the tools to go on.',
    fix: 'Build wheels or the virtual environment in one stage and copy them into another, or remove the packages in the RUN that installed them.',
    whenNone: 'It runs in no image of the repository, or the image starts nothing: it is there to build or to develop.',
    bad: [
      {
        title: 'Compilers beside the code',
        files: imageFiles('python:3.13-slim', [
          'RUN apt-get update && apt-get install -y build-essential',
          'RUN pip install uwsgi',
        ]),
      },
      { title: 'On Alpine', files: imageFiles('python:3.13-alpine', ['RUN apk add --no-cache gcc musl-dev']) },
    ],
    good: [
      {
        title: 'In a stage of its own',
        files: imageFiles('python:3.13-slim AS build', [
          'RUN apt-get update && apt-get install -y gcc && pip wheel -w /w uwsgi',
          'FROM python:3.13-slim',
          'COPY --from=build /w /w',
        ]),
      },
      {
        title: 'Removed where they were installed',
        files: imageFiles('python:3.13-slim', [
          'RUN apt-get update && apt-get install -y gcc && pip install uwsgi && apt-get purge -y gcc',
        ]),
      },
      {
        title: 'As a bundle that goes again',
        files: imageFiles('python:3.13-alpine', [
          'RUN apk add --virtual .build gcc musl-dev && pip install uwsgi && apk del .build',
        ]),
      },
      {
        title: 'A library whose name begins alike',
        files: imageFiles('python:3.13-slim', ['RUN apt-get install -y gcc-12-base libgcc-s1']),
      },
    ],
    sources: [
      'https://docs.docker.com/build/building/multi-stage/',
      'https://docs.docker.com/build/building/best-practices/#use-multi-stage-builds',
    ],
  },
  subjects: (service): Built[] => {
    const { image } = service;
    if (image === null || isDevelopmentImage(service)) return [];
    return [{ name: image.file, shape: image.shape, base: image.base }];
  },
  judge: ({ shape, base }) => {
    for (const { commands, evidence } of shape.runs) {
      const left = leftBehind(commands);
      if (left === undefined) continue;
      return fail(`${left} is installed in the stage that runs, and stays there.`, [evidence], {
        fix: { title: 'Build in a stage of its own and copy the result.', safe: false, intents: [] },
      });
    }
    return pass('Nothing for building stays in the stage that runs.', base);
  },
});
