import type { DataSetting } from '../../catalogue/dataset.ts';
import { evidence } from '../../evidence/evidence.ts';
import { presenceAt } from '../../infrastructure/model/presence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource } from '../../infrastructure/model/resource.ts';
import type { Service } from '../../services/service.ts';
import type { Subject } from '../define.ts';
import type { Facts } from '../facts.ts';
import { fail, type Judgement, pass, unknown } from '../judgement.ts';

/** A resource of a service with a setting that decides who can read its data. */
export interface SetResource extends Subject {
  readonly resource: Resource;
  readonly setting: DataSetting;
}

/** The resources of a service that have a setting of this concern. */
export function settingsOf(service: Service, facts: Facts, concern: DataSetting['concern']): SetResource[] {
  const settings = facts.catalogue.load('data-settings').facts.filter((setting) => setting.concern === concern);
  return facts.resourcesOf(service).flatMap((resource) =>
    settings
      .filter(({ type, unless }) => type === resource.type && !unless.some((path) => isStated(resource, path)))
      .filter(() => !isAurora(resource))
      .map((setting) => ({ name: resource.id, resource, setting })),
  );
}

function isStated(resource: Resource, path: readonly string[]): boolean {
  return property(resource, ...path) !== undefined;
}

/** The cluster of an instance of Aurora decides for it. */
function isAurora(resource: Resource): boolean {
  const engine = property(resource, 'Engine') ?? property(resource, 'engine');
  if (engine === undefined) return false;
  const reading = readText(engine);
  return reading.known && reading.value.startsWith('aurora');
}

/** Says whether a setting leaves data open; `says` is what is wrong then, behind the resource's name. */
export function judgeSetting({ resource, setting }: SetResource, says: string): Judgement {
  const { path, bad, absent } = setting;
  const text = path.slice(path.at(-1) === 'enabled' ? -2 : -1).join('.');
  const { stated, unknown: open } = presenceAt(resource.properties, ...path);
  const [value] = stated;
  if (value === undefined) {
    const here = evidence(open?.place ?? resource.key, text, 'absent');
    if (open !== null) return unknown(open.reason, `What ${text} of ${resource.id} is, ${open.text} decides.`, here);
    if (absent === 'good') return pass(`${resource.id} leaves ${text} as the provider has it.`, here);
    if (absent === 'bad' && setting.confirmed !== false)
      return fail(`${resource.id} ${says}: ${text} is not set.`, [here]);
    if (absent === 'elsewhere') {
      return unknown('needs-probe', `${text} of ${resource.id} is not set: the network that it is in decides.`, here);
    }
    return unknown('not-in-catalogue', `What ${resource.id} has without ${text} is not known.`, here);
  }
  const reading = stated.length === 1 ? readText(value) : null;
  const here = evidence(value.place, `${text}: ${reading?.text ?? 'a choice'}`);
  if (reading === null || !reading.known) {
    return unknown('dynamic-value', `What ${text} of ${resource.id} is, the deployment decides.`, here);
  }
  if (!bad.includes(reading.value)) return pass(`${resource.id} sets ${text} to ${reading.value}.`, here);
  if (reading.how !== 'literal') {
    return unknown('dynamic-value', `${text} of ${resource.id} is ${reading.value}, unless another is given.`, here);
  }
  if (setting.confirmed === false) return unknown('not-in-catalogue', `No page was read on ${setting.id}.`, here);
  return fail(`${resource.id} ${says}: ${text} is ${reading.value}.`, [here]);
}
