import type { Place } from '../evidence/place.ts';
import type { PipelineValue, PythonSetup } from './model.ts';
import { known, shownText } from './values.ts';

const image = /(?:^|\/)(?:python|pyenv|python-uv|uv)(?::|-)(?:python)?(\d+\.\d+(?:\.\d+)?)/;
const tag = /python(\d+\.\d+)/;

/** The Python of an image by its tag (`python:3.12-slim`, `uv:python3.12-alpine`); none where the tag does not say. */
export function pythonOfImage(value: PipelineValue | null, place: Place): PythonSetup[] {
  const text = value?.known === true ? value.value : '';
  const version = image.exec(text)?.[1] ?? tag.exec(text.slice(text.lastIndexOf('/') + 1))?.[1];
  return version === undefined ? [] : [{ version: known(version), from: 'image', file: null, place }];
}

/** Pythons without those that say the same. */
export function distinctPythons(all: readonly PythonSetup[]): PythonSetup[] {
  const byVersion = new Map(
    all.toReversed().map((setup) => [`${setup.from} ${shownText(setup.version)} ${setup.file ?? ''}`, setup]),
  );
  return [...byVersion.values()].toReversed();
}
