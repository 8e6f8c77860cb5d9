// How many of the references in infrastructure code are resolved:
//   node bench/references.ts --clones DIR REPOSITORY …
// Each format has a counter of its own in bench/references/, which finds references in the text without our reader.
import { parseArgs } from 'node:util';
import { openRepository } from '../src/repository/disk.ts';
import { bicepReferences } from './references/bicep.ts';
import { cloudFormationReferences } from './references/cloudformation.ts';
import type { CountReferences } from './references/counted.ts';
import { kubernetesReferences } from './references/kubernetes.ts';
import { serverlessReferences } from './references/serverless.ts';
import { terraformReferences } from './references/terraform.ts';

const counters: Readonly<Record<string, CountReferences>> = {
  bicep: bicepReferences,
  cloudformation: cloudFormationReferences,
  kubernetes: kubernetesReferences,
  serverless: serverlessReferences,
  terraform: terraformReferences,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { clones: { type: 'string' }, list: { type: 'boolean', default: false } },
});
for (const name of positionals) {
  const repository = openRepository(`${values.clones ?? '.'}/${name}`);
  for (const [format, count] of Object.entries(counters)) {
    const { total, unresolved, outside = 0 } = await count(repository);
    if (total === 0) continue;
    const share = ((100 * (total - unresolved.length)) / total).toFixed(1);
    console.log(
      `${name} ${format}: ${total - unresolved.length} of ${total} resolved, ${share} %${outside > 0 ? `, ${outside} lead outside of the tree` : ''}`,
    );
    const reasons = Map.groupBy(unresolved, ({ reason }) => reason);
    for (const [reason, found] of [...reasons].sort((a, b) => b[1].length - a[1].length)) {
      console.log(`  ${found.length} ${reason}`);
      const shown = values.list ? found : found.slice(0, 3);
      for (const { file, line, text } of shown) console.log(`    ${file}:${line} ${text}`);
    }
  }
}
