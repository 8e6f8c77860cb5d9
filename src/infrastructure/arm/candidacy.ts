import type { Candidacy } from '../model/candidates.ts';

const schema = Buffer.from('eploymentTemplate.json');

/** JSON files that name the schema of templates. */
export const candidacy: Candidacy = {
  named: (file) => /\.(jsonc?|template)$/i.test(file),
  holds: (bytes) => bytes?.includes(schema) === true,
};
