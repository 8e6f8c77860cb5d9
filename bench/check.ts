// CPU time and memory of `check` against the floor, in pairs on one machine: node bench/check.ts --clones DIR [NAME…]
import { join } from 'node:path';
import { measure } from './measure.ts';
import { comparePairs } from './pairs.ts';

const floor = join(import.meta.dirname, 'floor.ts');
const cli = join(import.meta.dirname, '../dist/skyworthy.js');

comparePairs('check', undefined, {
  floor: (folder) => measure(floor, folder),
  own: (folder) => measure(cli, 'check', '--no-cache', folder),
});
