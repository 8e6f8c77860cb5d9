import type { RuntimePlatform } from '../../catalogue/dataset.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { Manifest } from '../../manifests/index.ts';

/** A container image that the repository builds, as far as it matters for Python. */
export interface ImageBuild {
  /** The Dockerfile. */
  readonly file: string;
  /** The folder that its code stands in: the Dockerfile's own where that is copied, else the one that it is built from. */
  readonly folder: string;
  /** The files and folders that are copied into it from the repository; null for everything in `folder`. */
  readonly sources: readonly string[] | null;
  /** Whether anything is copied into it from the repository. */
  readonly takesFiles: boolean;
  /** The Python of its last stage: a feature version, or null where the base image does not say. */
  readonly python: string | null;
  /** The base image that says so, or the line by which we know that it runs Python. */
  readonly base: Evidence;
  /** The base image where it may bring distributions along: a platform's brings that platform's, null is unknown to us. */
  readonly brings: { readonly image: string; readonly platform: RuntimePlatform | null } | null;
  /** What its RUN lines install; null where they install nothing. */
  readonly installs: Installs | null;
  /** How it is started, and from which folder; a shell form is `sh -c TEXT`. */
  readonly start: {
    readonly entrypoint: readonly string[];
    readonly command: readonly string[];
    readonly workdir: string;
    readonly evidence: Evidence | null;
  };
  /** The file or folder of the repository that a path in the image, seen from a folder there, is copied from. */
  readonly locate: (path: string, workdir: string) => string | undefined;
  /** The same image, built from a folder that a build names. */
  readonly from: (context: string) => ImageBuild;
  /** The command in exec form, such as `app.handler` of a Lambda image; null where there is none. */
  readonly command: Evidence | null;
  /** What it is made of and how it runs; read when it is asked for. */
  readonly shape: ImageShape;
}

/** What an image is made of: its last stage, with those that it builds upon. */
export interface ImageShape {
  /** The images that it builds upon, its own first (`last`), then those of the stages that it copies files from. */
  readonly bases: readonly ImageBase[];
  /** The last USER; null where there is none, and the base image decides. */
  readonly user: { readonly name: string; readonly evidence: Evidence } | null;
  /** What ENV sets. */
  readonly environment: ReadonlyMap<string, string>;
  /** Its RUN lines, each with its simple commands. */
  readonly runs: readonly { readonly commands: readonly (readonly string[])[]; readonly evidence: Evidence }[];
  /** The simple commands that run when it starts, those in scripts of the repository too. */
  readonly starts: readonly ImageCommand[];
  /** The COPY or ADD that takes the whole context into it; null where files are named. */
  readonly everything: Evidence | null;
  /** The file by which things are left out of the context; null for none. */
  readonly ignoreFile: string | null;
}

/** An image that a stage builds upon; `text` is null where it hangs on a variable without value. */
export interface ImageBase {
  readonly text: string | null;
  readonly name: string | null;
  readonly tag: string | null;
  readonly digest: string | null;
  readonly last: boolean;
  readonly evidence: Evidence;
}

/** A simple command, and where it stands. */
export interface ImageCommand {
  readonly words: readonly string[];
  readonly evidence: Evidence;
}

/** What the RUN lines of an image install for Python. */
export interface Installs {
  /** What they name, as a manifest of the Dockerfile; its faults say what could not be read, `includes` what `-r` and `-c` name. */
  readonly manifest: Manifest;
  /** The files of the repository that `-r` and `-c` name. */
  readonly files: ReadonlyMap<string, 'declaration' | 'constraint'>;
  /** Folders of projects that they install (`pip install .`, `uv sync`). */
  readonly projects: readonly string[];
}
