// https://devcenter.heroku.com/articles/procfile, https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/python-configuration-procfile.html
import { evidence } from '../../../evidence/evidence.ts';
import { startOf } from '../../../evidence/place.ts';
import { folderOf } from '../../../repository/paths.ts';
import type { Workspace } from '../../workspace.ts';
import { startAt, startsOfWords } from '../starts/starts-of.ts';
import type { Claim } from './claim.ts';

/** The names of Procfiles; others than the plain one are for development. */
const procfiles = /(^|\/)Procfile$/;

/** One claim for each Procfile whose processes run Python: all of them start the code of its folder. */
export function procfileClaims({ repository }: Workspace): Claim[] {
  return repository.files.flatMap((file) => {
    const content = procfiles.test(file) ? repository.readText(file) : undefined;
    if (content?.ok !== true) return [];
    const folder = folderOf(file);
    const ground = { repository, folders: [folder, folder === '.' ? 'src' : `${folder}/src`] };
    const processes = content.text.split('\n', 1000).flatMap((line, index) => {
      const match = /^(?<name>[\w-]+):\s*(?<command>\S.*)$/.exec(line)?.groups;
      if (match === undefined || match['name'] === 'release') return [];
      const { found, python } = startsOfWords(['sh', '-c', match['command'] ?? ''], ground);
      const place = { file, line: index + 1, column: 1, endLine: index + 1, endColumn: line.length + 1 };
      return python ? [{ found, shown: evidence(place, line) }] : [];
    });
    const starts = processes.flatMap(({ found, shown }) => (found === null ? [] : [startAt(found, shown)]));
    if (processes.length === 0) return [];
    const claim: Claim = {
      file,
      label: folder,
      name: null,
      rank: 'processes',
      cloud: 'none',
      compute: null,
      place: startOf(file),
      definition: null,
      folder,
      starts: [...new Map(starts.map((start) => [`${start.file}:${start.attribute}`, start])).values()],
    };
    return [claim];
  });
}
