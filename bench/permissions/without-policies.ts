// Whether what is needed changes when every policy of the templates is taken away, repository by repository:
// node bench/permissions/without-policies.ts --clones DIR [NAME…]
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findPermissions } from '../../src/engine/permissions.ts';
import type { PermissionsDocument } from '../../src/report/documents/permissions.ts';
import { openRepository } from '../../src/repository/disk.ts';
import { repositoryWithoutPolicies } from '../../tests/without-policies.ts';

const { values, positionals } = parseArgs({ options: { clones: { type: 'string' } }, allowPositionals: true });
if (values.clones === undefined)
  throw new Error('usage: node bench/permissions/without-policies.ts --clones DIR [NAME…]');
const { clones } = values;
let changed = 0;
for (const name of positionals.length > 0 ? positionals : readdirSync(clones).sort()) {
  const folder = join(clones, name);
  if (!existsSync(folder)) continue;
  const repository = openRepository(folder);
  const own = await findPermissions(repository);
  const bare = await findPermissions(repositoryWithoutPolicies(repository));
  const [before, after] = [needsOf(own), needsOf(bare)];
  const other = [...before].filter(([id, needs]) => after.get(id) !== needs).map(([id]) => id);
  const grants = own.services.flatMap(({ declared }) => declared).length;
  const left = bare.services.flatMap(({ declared }) => declared).length;
  console.log(
    `${name}: ${before.size} services, ${grants} rows declared, ${left} without policies, ${other.length} changed`,
  );
  for (const id of other) console.log(`  ${id}`);
  changed += other.length + Math.abs(before.size - after.size);
}
process.exitCode = changed === 0 ? 0 : 1;

function needsOf({ services }: PermissionsDocument): Map<string, string> {
  return new Map(
    services.map(({ id, needed, also, otherIdentities }) => [id, JSON.stringify({ needed, also, otherIdentities })]),
  );
}
