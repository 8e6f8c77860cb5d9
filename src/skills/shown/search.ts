import type { Pipelines } from '../../pipelines/model.ts';
import { installedFiles } from '../../repository/installed.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Onlooker } from '../../repository/survey.ts';
import type { Service } from '../../services/service.ts';
import type { Workspace } from '../../services/workspace.ts';
import type { Tree } from '../../syntax/python/index.ts';
import { codeSightings } from './code-sightings.ts';
import { fileRole } from './file-role.ts';
import { openLifts } from './lifts.ts';
import type { Seen, Sighting } from './sighting.ts';
import type { Signs } from './signs.ts';
import { watchFiles } from './watch-files.ts';
import { watchPython } from './watch-python.ts';
import { declaredSightings, pipelineSightings, resourceSightings, unitSightings } from './world-sightings.ts';

/** A search for what shows skills in one repository. */
export interface Search {
  /** To be shown the files of the repository before anything is asked. */
  readonly onlookers: readonly Onlooker[];
  /** Everything that shows a skill. `treeOf` gives the tree of a file of Python. */
  seen(facts: SearchedFacts): Seen[];
}

/** What was read of the repository otherwise. */
export interface SearchedFacts {
  readonly workspace: Workspace;
  readonly services: readonly Service[];
  readonly pipelines: Pipelines;
  readonly treeOf: (file: string) => Tree | undefined;
}

/** Opens a search in a repository with the signs of a catalogue. */
export function searchSkills(repository: Repository, signs: Signs): Search {
  const isInstalled = installedFiles(repository);
  const roleOf = (file: string): ReturnType<typeof fileRole> => fileRole(file, isInstalled);
  const python = watchPython(signs, roleOf);
  const others = watchFiles(signs, roleOf);
  return {
    onlookers: [python.onlooker, others.onlooker],
    seen({ workspace, services, pipelines, treeOf }) {
      const lifts = openLifts({ services, roleOf, testImports: python.testImports, files: python.files });
      const lifted = (sighting: Sighting): Sighting => ({ ...sighting, strength: lifts.of(sighting.evidence.file) });
      const sightings = [
        ...python.sightings.map(lifted),
        ...others.sightings,
        ...declaredSightings(signs, workspace.manifests, roleOf),
        ...resourceSightings(signs, workspace.stacks, roleOf),
        ...pipelineSightings(signs, pipelines, roleOf),
        ...unitSightings(signs, services),
      ];
      return [{ sightings, further: new Map() }, codeSightings({ signs, python, roleOf, lifts, treeOf })];
    },
  };
}
