import type { Service, ServiceImage } from '../../services/service.ts';
import { defineCheck, type Subject } from '../define.ts';
import { isDevelopmentImage } from '../development-image.ts';
import { imageFiles } from '../examples.ts';
import { fail, pass, unknown } from '../judgement.ts';
import { settingOf } from './setting-of.ts';

interface Ran extends Subject {
  readonly shape: ServiceImage['shape'];
  readonly base: ServiceImage['shape']['bases'][number];
}

/** Images that run as root unless USER says otherwise, as their makers document. */
const rootByDefault =
  /^((docker\.io|public\.ecr\.aws\/docker|mirror\.gcr\.io)\/)?(library\/)?(python|pypy|debian|ubuntu|alpine|amazonlinux|fedora|rockylinux|almalinux|centos|buildpack-deps|node|golang|rust)$|(^|\/)(astral-sh\/uv|azure-functions\/python|amazonlinux\/amazonlinux|nvidia\/cuda|google_appengine\/python)$|^tensorflow\/tensorflow$/i;
const notRoot = /(^|\/)(chainguard|bitnami|cgr\.dev)\//i;
/** Programs that an entry point changes its user with. */
const switches = /^(gosu|su-exec|setpriv|runuser|su|chpst|s6-setuidgid)$/;

export const check = defineCheck({
  id: 'image-runs-as-root',
  scope: 'service',
  step: 'package',
  clouds: ['aws', 'azure', 'gcp', 'kubernetes', 'other', 'none'],
  severity: 'improvement',
  title: 'Run the image as a user of its own',
  docs: {
    why: 'Whoever gets the code to run what they like is root in the container: they can change the code and the libraries in it, read what others left there, and a hole in the kernel or in a mount is a hole in the machine.',
    fix: 'Make a user in the Dockerfile and switch to it behind the last step that needs rights: `RUN useradd --system app` and `USER app`. Ports from 1024 on need none.',
    whenNone:
      'It runs in no image of the repository, in one that starts nothing, or where the platform decides the user: on Lambda, which runs every image without rights, and in managed environments for data and models.',
    bad: [
      { title: 'No USER', files: imageFiles('python:3.13-slim') },
      {
        title: 'Back to root for one step, and left there',
        files: imageFiles('python:3.13', ['USER app', 'USER root', 'RUN apt-get update']),
      },
    ],
    good: [
      { title: 'A user of its own', files: imageFiles('python:3.13-slim', ['RUN useradd app', 'USER app']) },
      {
        title: 'The stage that it builds upon has one',
        files: imageFiles('python:3.13 AS base', ['USER 10001:10001', 'FROM base']),
      },
      { title: 'A base image without root', files: imageFiles('gcr.io/distroless/python3-debian12:nonroot') },
      {
        title: 'The entry point gives the rights up',
        files: {
          'app.py': 'print()\n',
          'start.sh': '#!/bin/sh\nchown -R app /data\nexec gosu app python app.py\n',
          Dockerfile: 'FROM python:3.13\nCOPY . /srv\nWORKDIR /srv\nENTRYPOINT ["./start.sh"]\n',
        },
      },
      {
        title: 'Kubernetes runs it as another user',
        files: {
          ...imageFiles('python:3.13'),
          'deployment.yaml':
            'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  template:\n    spec:\n      securityContext: { runAsNonRoot: true, runAsUser: 1000 }\n      containers: [{ name: web, image: web }]\n',
          'skaffold.yaml':
            'apiVersion: skaffold/v4beta6\nkind: Config\nbuild:\n  artifacts: [{ image: web, context: . }]\n',
        },
      },
    ],
    sources: [
      'https://docs.docker.com/build/building/best-practices/#user',
      'https://docs.docker.com/reference/dockerfile/#user',
    ],
  },
  subjects: (service): Ran[] => {
    const { image, cloud, compute } = service;
    const base = image?.shape.bases.find(({ last }) => last);
    const managed = (cloud === 'aws' && compute === 'function') || compute === 'ml' || compute === 'data-pipeline';
    if (image === null || base === undefined || managed || isDevelopmentImage(service)) return [];
    return [{ name: image.file, shape: image.shape, base }];
  },
  judge: ({ shape: { user, starts, environment }, base }, service) => {
    const switching = starts.find(({ words }) =>
      words.some((word) => switches.test(word.slice(word.lastIndexOf('/') + 1))),
    );
    if (switching !== undefined) return pass('Its start changes the user.', switching.evidence);
    const asked = settingOf(
      service,
      isTask(service) ? /^(User|user)$/ : /^(runAsNonRoot|runAsUser|run_as_(user|non_root))$/,
    );
    if (asked !== undefined && asked.text !== '0' && asked.text !== 'root' && asked.text !== 'false') {
      return pass('Its definition runs it as another user.', asked);
    }
    const fix = { title: 'Add a user and switch to it with USER.', safe: false, intents: [] };
    if (user !== null) {
      const name = user.name.replace(
        /^\$\{?(\w+)\}?/,
        (written, variable: string) => environment.get(variable) ?? written,
      );
      if (name.includes('$')) return unknown('dynamic-value', `USER ${user.name} hangs on a variable.`, user.evidence);
      const isRoot = /^(root|0)(:|$)/.test(name);
      return isRoot
        ? fail('Its last USER is root.', [user.evidence], { fix })
        : pass(`It runs as ${name}.`, user.evidence);
    }
    if (base.name === null) {
      return unknown('dynamic-value', 'The base image, which decides the user, cannot be told.', base.evidence);
    }
    if (notRoot.test(base.name) || /nonroot/.test(base.tag ?? ''))
      return pass(`${base.name} runs without root.`, base.evidence);
    if (rootByDefault.test(base.name)) {
      return fail(`No USER stands in it, and ${base.name} runs as root.`, [base.evidence], { fix });
    }
    return unknown(
      'external-code',
      `No USER stands in it; as whom ${base.text ?? base.name} runs cannot be told from here.`,
      base.evidence,
    );
  },
});

/** True for a task of ECS, whose definition has a user for each container. */
function isTask({ definition }: Service): boolean {
  return /ecs.?task|ECS::TaskDefinition/i.test(definition?.resource.type ?? '');
}
