import { startOf } from '../evidence/place.ts';
import { unreadable } from '../syntax/limits.ts';
import { readCondaEnvironment } from './conda-environment/index.ts';
import { Draft } from './draft.ts';
import type { Manifest, ManifestFormat } from './manifest.ts';
import { readPdmLock } from './pdm-lock/index.ts';
import { readPipfile } from './pipfile/index.ts';
import { readPipfileLock } from './pipfile-lock/index.ts';
import { readPoetryLock } from './poetry-lock/index.ts';
import { readPylock } from './pylock/index.ts';
import { readPyproject } from './pyproject/index.ts';
import { readPythonVersion } from './python-version/index.ts';
import { readRequirements } from './requirements/index.ts';
import { readRuntimeTxt } from './runtime-txt/index.ts';
import { readSetupCfg } from './setup-cfg/index.ts';
import { readSetupPy } from './setup-py/index.ts';
import { readToolVersions } from './tool-versions/index.ts';
import { readUvLock } from './uv-lock/index.ts';

type Reader = (file: string, text: string) => Manifest;

const readers: Readonly<Record<ManifestFormat, Reader>> = {
  requirements: readRequirements,
  pyproject: readPyproject,
  'uv-lock': readUvLock,
  'poetry-lock': readPoetryLock,
  'pdm-lock': readPdmLock,
  pylock: readPylock,
  pipfile: readPipfile,
  'setup-cfg': readSetupCfg,
  'setup-py': readSetupPy,
  'pipfile-lock': readPipfileLock,
  'conda-environment': readCondaEnvironment,
  'runtime-txt': readRuntimeTxt,
  'python-version': readPythonVersion,
  'tool-versions': readToolVersions,
};

/** Reads the text of one manifest. Faults are values in it; it never throws and opens no file. */
export function readManifest(file: string, format: ManifestFormat, text: string): Manifest {
  const refused = unreadable(text);
  return refused ? unread(file, format, refused.message) : readers[format](file, text);
}

/** A manifest of which nothing could be read, and why. */
export function unread(file: string, format: ManifestFormat, message: string): Manifest {
  const draft = new Draft(file, format, '');
  draft.fault(startOf(file), message);
  return draft.finish();
}
