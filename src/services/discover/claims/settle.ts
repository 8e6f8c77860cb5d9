import { type Evidence, evidence } from '../../../evidence/evidence.ts';
import { folderOf, isBelow } from '../../../repository/paths.ts';
import type { Workspace } from '../../workspace.ts';
import { splitHandler } from '../handler-module.ts';
import type { ImageBuild } from '../image.ts';
import type { FoundStart, Ground } from '../starts/find-start.ts';
import { commandOf, startAt, startsOfWords } from '../starts/starts-of.ts';
import type { CodeLocation, Start, Unit } from '../unit.ts';
import type { Claim } from './claim.ts';
import type { ImageNames } from './image-names.ts';
import { isPythonFolder } from './python-folder.ts';

/** A claim with the code that it speaks of. */
export interface Settled {
  readonly claim: Claim;
  readonly image: ImageBuild | null;
  readonly code: CodeLocation;
  readonly runtime: Unit['runtime'];
  readonly starts: readonly Start[];
  /** The handler that an image of a function names, where its module is there or somebody else defines the function. */
  readonly handler?: Evidence | null;
  /** The folders by which others know its code. */
  readonly homes: readonly string[];
}

const noRuntime: Unit['runtime'] = { platform: null, id: null, python: null, evidence: [] };

/** Finds the code of a claim; undefined where it is another language's, or nothing says that it is Python's. */
export function settle(claim: Claim, workspace: Workspace, names: ImageNames): Settled | undefined {
  const named = claim.dockerfile === undefined ? claim.image : undefined;
  const built = named && names.find(named.text, folderOf(claim.file), hintsOf(claim));
  const dockerfile = claim.dockerfile ?? (built !== undefined && 'dockerfile' in built ? built.dockerfile : undefined);
  if (dockerfile !== undefined && workspace.repository.has(dockerfile)) {
    const image = workspace.images.find(({ file }) => file === dockerfile);
    const context = claim.context ?? (built !== undefined && 'dockerfile' in built ? built.context : undefined);
    const isFolder = context !== undefined && workspace.repository.hasFolder(context);
    return image && inImage(claim, isFolder ? image.from(context) : image, workspace);
  }
  const folder = built !== undefined && 'folder' in built ? built.folder : claim.folder;
  if (folder !== undefined && workspace.repository.hasFolder(folder)) return inFolder(claim, folder, workspace);
  return claim.runtime === undefined ? inForeignImage(claim, workspace) : elsewhere(claim, claim.runtime);
}

/** Names by which the code of a definition may be called: those of its resource, of the modules around it, and its own. */
function hintsOf({ label, name, longLabels = [] }: Claim): string[] {
  const parts = longLabels.flatMap((long) => long.split(/[./]/)).reverse();
  return [...(name === null ? [] : [name]), label, ...parts];
}

/** Where images of Azure Functions have the app. */
const functionsRoot = '/home/site/wwwroot';

function inImage(claim: Claim, image: ImageBuild, workspace: Workspace): Settled {
  const { workdir } = image.start;
  const words = flexTemplate(image) ?? commandOf(image, claim);
  const home = image.locate('.', workdir);
  const folders = [home, image.folder, `${image.folder}/src`].filter((one) => one !== undefined);
  const { found } = startsOfWords(words, {
    repository: workspace.repository,
    folders,
    locate: (path) => image.locate(path, workdir),
  });
  const shown =
    claim.command === undefined && image.start.evidence !== null ? image.start.evidence : at(claim, words.join(' '));
  const handled = isLambda(claim) ? handlerRoot(image) : undefined;
  const folder = found === null ? (handled ?? image.folder) : rootIn(image, found);
  return {
    claim,
    image: folder === image.folder ? image : { ...image, sources: image.sources ?? [image.folder] },
    code: { kind: 'folder', folder, evidence: image.base },
    runtime: { platform: null, id: null, python: image.python, evidence: [image.base] },
    starts: claim.starts ?? (found === null ? [] : [startAt(found, shown)]),
    handler: handled === undefined && claim.definition === null ? null : isLambda(claim) ? image.command : null,
    homes: [folder, image.folder, folderOf(image.file), image.locate(functionsRoot, '/')].filter(
      (one) => one !== undefined,
    ),
  };
}

/** The root of what is started; a folder above all that is copied is not in the image. */
function rootIn({ folder, sources }: ImageBuild, { root }: FoundStart): string {
  const isOutside = folder !== root && isBelow(folder, root);
  return isOutside && (sources ?? []).every((source) => isBelow(source, folder)) ? folder : root;
}

/** What the launcher of Dataflow's templates runs: https://docs.cloud.google.com/dataflow/docs/guides/templates/configuring-flex-templates */
function flexTemplate({ start, shape }: ImageBuild): string[] | undefined {
  const file = start.evidence === null ? shape.environment.get('FLEX_TEMPLATE_PYTHON_PY_FILE') : undefined;
  // A folder that a variable names is found by the end of the path.
  return file === undefined ? undefined : ['python', file.replace(/^\$(\{\w+\}|\w+)(?=\/)/, '')];
}

const isLambda = ({ cloud, compute }: Claim): boolean => cloud === 'aws' && compute === 'function';

/** The folder from which an image's handler leads to a module that is copied into it. */
function handlerRoot({ command, locate, start }: ImageBuild): string | undefined {
  const { module } = splitHandler(command?.text ?? '');
  if (module === '') return undefined;
  const file = `${module}.py`;
  const found = locate(file, start.workdir);
  return found?.endsWith(`/${file}`) === true ? found.slice(0, -file.length - 1) : found === file ? '.' : undefined;
}

function inFolder(claim: Claim, folder: string, workspace: Workspace): Settled | undefined {
  const words = commandOf({ start: noStart }, claim);
  const ground = { repository: workspace.repository, folders: [folder, folder === '.' ? 'src' : `${folder}/src`] };
  const stated = startsOfWords(words, ground);
  const { python } = stated;
  const found = words.length === 0 ? usualStart(claim, ground, workspace) : stated.found;
  // What a build pack makes of a folder may be started by the name of a process.
  const mayBePython = words.length === 0 || python || claim.image !== undefined;
  if (claim.runtime === undefined && found === null && !(mayBePython && isPythonFolder(folder, workspace)))
    return undefined;
  return {
    claim,
    image: null,
    code: { kind: 'folder', folder, evidence: at(claim, folder) },
    runtime: claim.runtime ?? noRuntime,
    starts: claim.starts ?? (found === null ? [] : [startAt(found, at(claim, words.join(' ') || found.file))]),
    homes: [folder],
  };
}

/** The first application that is there of those that the platform looks for. */
function usualStart({ usual = [] }: Claim, ground: Ground, { modules }: Workspace): FoundStart | null {
  for (const word of usual) {
    const { found } = startsOfWords(['gunicorn', word], ground);
    const names = found === null ? undefined : modules.get(found.file)?.bindings;
    if (found !== null && found.attribute !== null && names?.has(found.attribute) === true) return found;
  }
  return null;
}

/** Images that hold Python and nobody's code: what they run, their command says. */
function isOfficialPython(text: string): boolean {
  return /^((docker\.io|public\.ecr\.aws\/docker|mirror\.gcr\.io)\/)?(library\/)?(python|pypy)([:@]|$)|(^|\/)astral-sh\/uv[:@]|(^|\/)bitnami\/python([:@]|$)/.test(
    text,
  );
}

const noStart: ImageBuild['start'] = { entrypoint: [], command: [], workdir: '/', evidence: null };

/** An image that the repository does not build: Python's if its name says so. */
function inForeignImage(claim: Claim, workspace: Workspace): Settled | undefined {
  const { image } = claim;
  if (image === undefined) return undefined;
  const home = folderOf(claim.file);
  const words = commandOf({ start: noStart }, claim);
  const { found, names } = startsOfWords(words, { repository: workspace.repository, folders: [home] });
  if (found === null && !(isOfficialPython(image.text) && names)) return undefined;
  if (found === null) return elsewhere(claim, noRuntime);
  const built = workspace.images.find(({ file }) => folderOf(file) === found.root);
  if (built !== undefined) return inImage(claim, built, workspace);
  return {
    claim,
    image: null,
    code: { kind: 'folder', folder: found.root, evidence: at(claim, words.join(' ')) },
    runtime: noRuntime,
    starts: [startAt(found, at(claim, words.join(' ')))],
    homes: [found.root],
  };
}

function elsewhere(claim: Claim, runtime: Unit['runtime']): Settled {
  const detail =
    claim.image === undefined
      ? 'its code is put there by other means'
      : `its image ${claim.image.text} is not built in the repository`;
  return {
    claim,
    image: null,
    code: { kind: 'elsewhere', reason: 'external-code', detail, evidence: evidence(claim.place, detail, 'guessed') },
    runtime,
    starts: [],
    homes: [],
  };
}

const at = (claim: Claim, text: string): Evidence => evidence(claim.place, text);
