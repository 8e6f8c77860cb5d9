// CPU time and memory of reading a repository and joining its services, against reading its files and parsing its YAML, in
// pairs on one machine: node bench/join.ts --clones DIR [NAME…]
import { join } from 'node:path';
import { measure } from './measure.ts';
import { comparePairs } from './pairs.ts';

const floor = join(import.meta.dirname, 'yaml-floor.ts');
const cli = join(import.meta.dirname, '../dist/skyworthy.js');

comparePairs('services', ['aws-samples+serverless-patterns'], {
  floor: (folder) => measure(floor, folder),
  own: (folder) => measure(cli, 'services', '--format', 'json', folder),
});
