import type { Strength } from '../../catalogue/market/skill.ts';
import { type Evidence, evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import type { Stack } from '../../infrastructure/model/resource.ts';
import type { Manifest } from '../../manifests/manifest.ts';
import type { Pipelines } from '../../pipelines/model.ts';
import type { Service } from '../../services/service.ts';
import type { FileRole } from './file-role.ts';
import { isDeployed } from './lifts.ts';
import type { Sighting } from './sighting.ts';
import type { Signs } from './signs.ts';

type RoleOf = (file: string) => FileRole;

/** The distributions that manifests ask for; what a lock brings besides is nobody's choice. */
export function declaredSightings(signs: Signs, manifests: readonly Manifest[], roleOf: RoleOf): Sighting[] {
  return manifests.flatMap(({ role, file, dependencies }) =>
    role !== 'declaration' || roleOf(file) === 'foreign'
      ? []
      : dependencies.flatMap(({ name, specifier, place }) =>
          signs
            .distributions(name)
            .map((skill) => sighting(skill, 'declared', 'declares', evidence(place, `${name}${specifier}`))),
        ),
  );
}

/** The resources that infrastructure code declares: it deploys them, unless it is a sample. Test data shows nothing. */
export function resourceSightings(signs: Signs, stacks: readonly Stack[], roleOf: RoleOf): Sighting[] {
  return stacks.flatMap((stack) => {
    const formats = signs.formats.get(stack.format) ?? [];
    return [...stack.resources.values()].flatMap((resource) => {
      const { type, kind, cloud, existing, key, id } = resource;
      const role = roleOf(key.file);
      if (existing || role === 'test' || role === 'foreign') return [];
      const strength: Strength = role === 'own' ? 'deployed' : 'exercised';
      const skills = new Set([...signs.resource(type, kind, cloud), ...formats]);
      return [...skills].map((skill) => sighting(skill, strength, 'resource', evidence(key, `${type} ${id}`)));
    });
  });
}

/** The pipelines of each system, and the tools that they run. */
export function pipelineSightings(signs: Signs, { pipelines, unread }: Pipelines, roleOf: RoleOf): Sighting[] {
  const limit = (file: string, strength: Strength): Strength =>
    roleOf(file) === 'own' || strength !== 'deployed' ? strength : 'exercised';
  const systems = [
    ...pipelines.flatMap(({ system, file, name, jobs }) => {
      const [first] = jobs;
      const at =
        first === undefined ? evidence(startOf(file), name ?? file) : evidence(first.place, first.name ?? first.id);
      return (signs.systems.get(system) ?? []).map((skill) => sighting(skill, limit(file, 'deployed'), 'pipeline', at));
    }),
    ...unread.flatMap(({ system, file }) =>
      (signs.systems.get(system) ?? []).map((skill) =>
        sighting(skill, limit(file, 'deployed'), 'pipeline', evidence(startOf(file), system)),
      ),
    ),
  ];
  const tools = pipelines.flatMap(({ file, jobs }) =>
    jobs.flatMap(({ steps }) =>
      steps.flatMap(({ works }) =>
        works.flatMap(({ tool, text, place }) =>
          signs.tools.flatMap(({ skill, name, gives }) =>
            name.test(tool) ? [sighting(skill, limit(file, gives), 'pipeline', evidence(place, text))] : [],
          ),
        ),
      ),
    ),
  );
  return [...systems, ...tools];
}

/** What units are that something in the tree deploys. */
export function unitSightings(signs: Signs, services: readonly Service[]): Sighting[] {
  return services.filter(isDeployed).flatMap(({ compute, cloud, artifact, definedIn, name }) => {
    const keys = [`${compute}`, `${compute}:${cloud}`, `${artifact}`];
    const skills = new Set(keys.flatMap((key) => signs.units.get(key) ?? []));
    return [...skills].map((skill) => sighting(skill, 'deployed', 'unit', evidence(definedIn, name)));
  });
}

function sighting(skill: string, strength: Strength, by: Sighting['by'], found: Evidence): Sighting {
  return { skill, strength, by, evidence: found };
}
