// Compares what we read with what renovate's own specs state, for its fixtures and the texts inside its tests:
//   node tools/renovate-compare/index.ts CLONE
// CLONE is a clone of renovatebot/renovate. Each dependency that only one of both has is printed with its test.
import { join } from 'node:path';
import { normaliseName } from '../../src/manifests/index.ts';
import { imagesIn, manifestIn, type Named, textsIn } from './ours.ts';
import { statementsOf } from './spec.ts';

const managers: Record<string, (text: string) => Named[]> = {
  pip_requirements: manifestIn('requirements.txt', 'requirements'),
  pipenv: manifestIn('Pipfile', 'pipfile'),
  'setup-cfg': manifestIn('setup.cfg', 'setup-cfg'),
  pip_setup: manifestIn('setup.py', 'setup-py'),
  dockerfile: imagesIn,
  terraform: textsIn,
};

interface Stated {
  readonly depName?: unknown;
  readonly packageName?: unknown;
  readonly currentValue?: unknown;
  readonly currentDigest?: unknown;
  readonly skipReason?: unknown;
}

/** The dependencies that a statement holds, wherever in it. */
function dependenciesIn(stated: unknown): Stated[] {
  if (Array.isArray(stated)) return stated.flatMap(dependenciesIn);
  if (typeof stated !== 'object' || stated === null) return [];
  return 'depName' in stated ? [stated] : Object.values(stated).flatMap(dependenciesIn);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const plain = (value: string): string => value.replaceAll(/\s+|^[*]$/g, '');

const [clone] = process.argv.slice(2);
if (clone === undefined) throw new Error('usage: node tools/renovate-compare/index.ts CLONE');
for (const [manager, read] of Object.entries(managers)) {
  const count = { tests: 0, stated: 0, equal: 0, onlyTheirs: 0, onlyOurs: 0 };
  for (const { test, text: source, stated } of await statementsOf(join(clone, 'lib/modules/manager', manager))) {
    const wanted = dependenciesIn(stated);
    if (wanted.length === 0) continue;
    count.tests++;
    const left = read(source);
    for (const { depName, packageName, currentValue, currentDigest, skipReason } of wanted) {
      count.stated++;
      const isPython = manager !== 'dockerfile' && manager !== 'terraform';
      const names = new Set([text(depName), text(packageName)].map((name) => (isPython ? normaliseName(name) : name)));
      const version = plain([text(currentValue), text(currentDigest)].filter(Boolean).join('@'));
      const at = left.findIndex(
        (one) => names.has(one.name) && (one.version === null || plain(one.version) === version),
      );
      const loose =
        at >= 0 ? at : manager === 'terraform' ? left.findIndex((one) => version !== '' && one.name === version) : -1;
      if (loose < 0) {
        count.onlyTheirs++;
        console.log(`${test.split(' > ').slice(-1)}: only theirs: ${text(depName)} ${version} ${text(skipReason)}`);
      } else {
        count.equal++;
        if (manager !== 'terraform') left.splice(loose, 1);
      }
    }
    if (manager === 'terraform') continue;
    count.onlyOurs += left.length;
    for (const { name, version } of left)
      console.log(`${test.split(' > ').slice(-1)}: only ours: ${name} ${version ?? ''}`);
  }
  console.log(manager, count);
}
