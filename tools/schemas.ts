import { toJsonSchema } from '@valibot/to-json-schema';
import { configurationSchema } from '../src/configuration/schema.ts';
import { reportSchema } from '../src/report/schema.ts';
import { checks } from '../src/steps/registry.ts';

/** Fields are added freely, so a published schema refuses none that it does not know. */
const open = (key: string, value: unknown): unknown =>
  key === 'additionalProperties' && value === false ? undefined : value;

/** The JSON Schemas that the package publishes, by file name. */
export function schemas(): [string, string][] {
  const check = { title: 'skyworthy check --format json', ...toJsonSchema(reportSchema, { typeMode: 'output' }) };
  const configuration = configurationSchema(checks.map(({ id }) => id));
  return [
    ['check.schema.json', `${JSON.stringify(check, open, 2)}\n`],
    ['configuration.schema.json', `${JSON.stringify(configuration, null, 2)}\n`],
  ];
}
