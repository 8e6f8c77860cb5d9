// https://github.com/netromdk/vermin: the least Python that each file needs, against the least that its service states.
import { relative } from 'node:path';
import { openCatalogue } from '../../src/catalogue/catalogue.ts';
import { memoryCache } from '../../src/engine/cache.ts';
import { gather } from '../../src/engine/gather.ts';
import { openRepository } from '../../src/repository/disk.ts';
import { discoverUnits } from '../../src/services/discover/discover.ts';
import { joinServices } from '../../src/services/join-all.ts';
import { type Row, wholeFile } from './row.ts';
import type { Tool } from './tool.ts';

/** A folder of code and the least Python (`[3, 9]`) that is stated for it. */
interface Stated {
  readonly root: string;
  readonly minor: number;
  readonly text: string;
}

export const vermin: Tool = {
  name: 'vermin',
  topics: ['too new for the Python stated'],
  rows: async (folder, run) => {
    const stated = await leastStated(folder);
    if (stated.length === 0) return [];
    const lines = run(folder, '--no-tips', '--format', 'parsable', '--eval-annotations', folder).split('\n');
    const needs = Map.groupBy(
      lines.flatMap((text) => needOf(folder, text)),
      ({ file }) => file,
    );
    return [...needs].flatMap(([file, found]): Row[] => {
      const own = stated.find(({ root }) => root === '.' || file.startsWith(`${root}/`));
      const newer = own === undefined ? [] : found.filter(({ minor }) => minor > own.minor);
      if (own === undefined || newer.length === 0) return [];
      const what = [...new Set(newer.map(({ minor, feature }) => `3.${minor} ${feature}`))].slice(0, 4).join('; ');
      const subject = `${own.text}: ${what}`;
      return [
        {
          topic: 'too new for the Python stated',
          rule: 'minimum',
          subject,
          places: [wholeFile(file)],
          verdict: 'fail',
          outside: null,
        },
      ];
    });
  },
};

interface Need {
  readonly file: string;
  readonly minor: number;
  readonly feature: string;
}

/** A line `PATH:LINE:COLUMN:PYTHON2:PYTHON3:FEATURE`; nothing for the last line, which is about all files. */
function needOf(folder: string, text: string): Need[] {
  const match = /^(.+?\.pyw?):(\d+):\d*:[^:]*:3\.(\d+):(.*)$/.exec(text);
  if (match === null) return [];
  const [, path = '', at = '', minor = '', feature = ''] = match;
  return [{ file: relative(folder, path), minor: Number(minor), feature: `${feature} in line ${at}` }];
}

/** What services state, the deepest folder first; of several statements for one folder the least. */
async function leastStated(folder: string): Promise<Stated[]> {
  const { workspace } = await gather(openRepository(folder), openCatalogue(), memoryCache());
  const services = await joinServices(await discoverUnits(workspace), workspace);
  const all = services.flatMap(({ codeRoot, pythonVersions, apart }) =>
    codeRoot === null || apart
      ? []
      : pythonVersions.flatMap(({ specifier, label }) => {
          const minor = leastMinor(specifier);
          return minor === undefined ? [] : [{ root: codeRoot, minor, text: `${label} ${specifier}` }];
        }),
  );
  const least = [...Map.groupBy(all, ({ root }) => root).values()].flatMap(
    (some) => some.sort((a, b) => a.minor - b.minor)[0] ?? [],
  );
  return least.sort((a, b) => b.root.length - a.root.length);
}

/** The least version that a specifier names as a lower bound or exactly: 9 of `>=3.9,<4`. */
function leastMinor(specifier: string): number | undefined {
  const match = /(?:^|[=~^>\s,])=?\s*3\.(\d+)/.exec(specifier.replace(/(<|!=)=?\s*[\d.]+/g, ''));
  return match === null ? undefined : Number(match[1]);
}
