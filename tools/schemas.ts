import { toJsonSchema } from '@valibot/to-json-schema';
import { configurationSchema } from '../src/configuration/schema.ts';
import { fixSchema } from '../src/report/documents/fix-schema.ts';
import { jobDraftSchema } from '../src/report/documents/job-draft-schema.ts';
import { jobSchema } from '../src/report/documents/job-schema.ts';
import { librariesSchema } from '../src/report/documents/libraries-schema.ts';
import { roadSchema } from '../src/report/documents/road-schema.ts';
import {
  callsSchema,
  catalogueSchema,
  classifySchema,
  dependenciesSchema,
  explainSchema,
  matrixSchema,
  parseSchema,
  permissionsSchema,
  recursiveSchemas,
  servicesSchema,
  settingSchemas,
} from '../src/report/documents/schema.ts';
import { skillsSchema } from '../src/report/documents/skills-schema.ts';
import { baselineSchema, reportSchema } from '../src/report/schema.ts';
import { checks } from '../src/steps/registry.ts';

/** The documents that commands print with `--format json`. */
const documents = {
  calls: callsSchema,
  catalogue: catalogueSchema,
  check: reportSchema,
  classify: classifySchema,
  dependencies: dependenciesSchema,
  explain: explainSchema,
  fix: fixSchema,
  job: jobSchema,
  'job-draft': jobDraftSchema,
  libraries: librariesSchema,
  matrix: matrixSchema,
  parse: parseSchema,
  permissions: permissionsSchema,
  road: roadSchema,
  services: servicesSchema,
  skills: skillsSchema,
} as const;

/** Fields are added freely, so a published schema refuses none that it does not know. */
const open = (key: string, value: unknown): unknown =>
  key === 'additionalProperties' && value === false ? undefined : value;

/** The schemas that refer to themselves; definitions that a schema does not use would be noise in it. */
const definitions: Record<string, typeof recursiveSchemas | typeof settingSchemas> = {
  calls: recursiveSchemas,
  permissions: recursiveSchemas,
  services: settingSchemas,
};

const options = (command: string): Parameters<typeof toJsonSchema>[1] => ({
  typeMode: 'output',
  ...(definitions[command] && { definitions: definitions[command] }),
});

/** The JSON Schemas that the package publishes, by file name. */
export function schemas(): [string, string][] {
  const published = Object.entries(documents).map(([command, schema]): [string, string] => {
    const document = {
      title: `skyworthy ${command.replace('-', ' --')} --format json`,
      ...toJsonSchema(schema, options(command)),
    };
    return [`${command}.schema.json`, `${JSON.stringify(document, open, 2)}\n`];
  });
  const baseline = { title: 'skyworthy check --baseline', ...toJsonSchema(baselineSchema) };
  const configuration = configurationSchema(checks.map(({ id }) => id));
  return [
    ...published,
    ['baseline.schema.json', `${JSON.stringify(baseline, open, 2)}\n`],
    ['configuration.schema.json', `${JSON.stringify(configuration, null, 2)}\n`],
  ];
}
