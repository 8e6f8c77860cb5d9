import { baseName, folderOf, isBelow } from '../../repository/paths.ts';
import type { Repository } from '../../repository/repository.ts';
import { isTestFile } from '../discover/apart.ts';
import type { Unit } from '../discover/unit.ts';

/** Files of test code that hold no tests themselves. */
const supporting = /^(__init__|conftest|fixtures?|helpers?|utils?|noxfile.*|setup)\.py$/;

/** Folders that hold a whole suite of tests, by their names. */
const suite = /^(.*[-_])?tests?$|^(__tests__|testing)$/i;

/** What of a repository tests units, by where it stands. */
export interface UnitTests {
  /**
   * The folders of the Python tests that are about a unit, sorted: below its code, or beside or above it and in nobody
   * else's code. Null where its code is not in the repository.
   */
  readonly of: (unit: Unit) => readonly string[] | null;
}

/** Finds the tests of units; the list of files is gone through once. */
export function unitTests(units: readonly Unit[], { files }: Repository): UnitTests {
  const tests = files.filter(
    (file) => file.endsWith('.py') && isTestFile(file) && !supporting.test(baseName(file)) && !isForeign(file),
  );
  const suites = [...new Set(tests.map(suiteOf))].sort();
  const homes = [...new Set(units.flatMap((unit) => homeOf(unit) ?? []))].filter((home) => home !== '.');
  return {
    of: (unit) => {
      const home = homeOf(unit);
      if (home === null) return null;
      const others = homes.filter((other) => other !== home && !isBelow(home, other));
      return suites.filter(
        (found) =>
          (isBelow(found, home) || isBelow(home, above(found))) && !others.some((other) => isBelow(found, other)),
      );
    },
  };
}

const isForeign = (file: string): boolean => /(^|\/)(node_modules|site-packages|vendor)\//.test(file);

/** The folder of a unit's code; null where that is not in the repository. */
function homeOf({ code, definedIn }: Unit): string | null {
  if (code.kind === 'elsewhere') return null;
  return code.kind === 'folder' ? code.folder : folderOf(definedIn.file);
}

/** The outermost folder of tests above a file, else the folder that it stands in. */
function suiteOf(file: string): string {
  const folders = folderOf(file).split('/');
  const at = folders.findIndex((folder) => suite.test(folder));
  return at < 0 ? folderOf(file) : folders.slice(0, at + 1).join('/');
}

/** What a folder of tests is about: all that lies around it; test files among the code, that folder. */
function above(found: string): string {
  return suite.test(baseName(found)) ? folderOf(found) : found;
}
