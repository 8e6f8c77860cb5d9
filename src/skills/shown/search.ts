import { compiledRequirements } from '../../manifests/compiled-requirements.ts';
import type { Pipelines } from '../../pipelines/model.ts';
import { baseName, folderOf, isBelow } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import type { Onlooker } from '../../repository/survey.ts';
import type { Service } from '../../services/service.ts';
import type { Workspace } from '../../services/workspace.ts';
import type { Tree } from '../../syntax/python/index.ts';
import { archivedCode } from './archived-code.ts';
import { codeSightings } from './code-sightings.ts';
import { openDeployments } from './deployments.ts';
import { fileRoles } from './file-role.ts';
import { handlerFiles } from './handler-files.ts';
import { openLifts } from './lifts.ts';
import { openOwnModules } from './own-modules.ts';
import { exercisedAtMost, type Seen, type Sighting } from './sighting.ts';
import type { Signs } from './signs.ts';
import { declaredPaths, findUsers } from './skill-users.ts';
import { watchAssets } from './watch-assets.ts';
import { watchFiles } from './watch-files.ts';
import { watchNotebooks } from './watch-notebooks.ts';
import { watchPublished } from './watch-published.ts';
import { watchPython } from './watch-python.ts';
import { watchScripts } from './watch-scripts.ts';
import { declaredSightings, pipelineSightings, resourceSightings, unitSightings } from './world-sightings.ts';

/** A search for what shows skills in one repository. */
export interface Search {
  /** To be shown the files of the repository before anything is asked. */
  readonly onlookers: readonly Onlooker[];
  /** Everything that shows a skill. `treeOf` gives the tree of a file of Python. */
  seen(facts: SearchedFacts): Seen[];
}

/** The definition of a state machine, which a template around it deploys. */
const definition = /\.asl\.(?:json|ya?ml)$/;

/** What was read of the repository otherwise. */
export interface SearchedFacts {
  readonly workspace: Workspace;
  readonly services: readonly Service[];
  readonly pipelines: Pipelines;
  readonly treeOf: (file: string) => Tree | undefined;
}

/** Opens a search in a repository with the signs of a catalogue. */
export function searchSkills(repository: Repository, signs: Signs): Search {
  const roleOf = fileRoles(repository);
  const python = watchPython(signs, roleOf);
  const others = watchFiles(signs, repository, roleOf);
  const notebooks = watchNotebooks(signs, roleOf);
  const assets = watchAssets(repository, roleOf);
  const scripts = watchScripts(repository, roleOf);
  const published = watchPublished(repository, roleOf);
  return {
    onlookers: [
      python.onlooker,
      others.onlooker,
      notebooks.onlooker,
      assets.onlooker,
      scripts.onlooker,
      published.onlooker,
    ],
    seen({ workspace, services, pipelines, treeOf }) {
      const own = openOwnModules(python.files);
      const users = findUsers(signs, python, own, declaredPaths(signs, workspace.manifests, roleOf));
      const publishedFolders = published.folders(pipelines.pipelines);
      const deployments = openDeployments({
        services,
        pipelines,
        published: publishedFolders,
        roleOf,
        files: python.files,
      });
      const archived = archivedCode(repository, workspace.stacks, python.files, {
        named: assets.archives,
        runsFrom: (file) => roleOf(file) === 'own' && deployments.runsFrom(file),
      });
      const lifts = openLifts({
        services,
        deployments,
        published: publishedFolders,
        assets: {
          functions: [...assets.functions(), ...archived.folders, ...scripts.functions],
          images: [...assets.images(), ...scripts.images],
          handlers: handlerFiles(
            [
              ...archived.handlers,
              ...[...assets.handlers, ...assets.archives].map((module) => ({ module, below: null })),
            ],
            python.files.filter((file) => roleOf(file) === 'own'),
          ),
        },
        roleOf,
        own,
        imports: python.imports,
      });
      const lifted = (sighting: Sighting): Sighting => {
        const { file } = sighting.evidence;
        const strength = roleOf(file) === 'test' ? 'tested' : lifts.of(file, signs.facts.get(sighting.skill));
        return { ...sighting, strength };
      };
      const hasOwnApp = repository.files.some((file) => baseName(file) === 'cdk.json' && roleOf(file) === 'own');
      const resources = resourceSightings(signs, workspace.stacks, { roleOf, deployments, hasOwnApp });
      const deployed = resources.filter(({ strength }) => strength === 'deployed');
      const inDeployed = new Set(deployed.map(({ evidence }) => evidence.file));
      const machines = deployed.flatMap(({ skill, evidence }) =>
        skill === 'workflow-orchestration' ? [folderOf(evidence.file)] : [],
      );
      const isDeployed = (file: string): boolean =>
        inDeployed.has(file) || (definition.test(file) && machines.some((folder) => isBelow(file, folder)));
      const placed = (sighting: Sighting): Sighting => {
        const { file } = sighting.evidence;
        if (!deployments.runsFrom(file)) return exercisedAtMost(sighting);
        return sighting.strength === 'exercised' && isDeployed(file) ? { ...sighting, strength: 'deployed' } : sighting;
      };
      const sightings = [
        ...python.sightings.map(lifted),
        ...others.sightings.map(placed),
        ...notebooks.sightings,
        ...declaredSightings(signs, workspace.manifests, roleOf, compiledRequirements(repository)),
        ...resources,
        ...pipelineSightings(signs, pipelines, roleOf),
        ...unitSightings(signs, services, deployments),
      ];
      return [{ sightings, further: python.further }, codeSightings({ signs, users, roleOf, lifts, treeOf })];
    },
  };
}
