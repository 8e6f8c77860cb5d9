import { severities } from '../evidence/vocabulary.ts';
import type { Settings } from './settings.ts';

/** The shape of a setting in TOML. */
export type SettingType = 'boolean' | 'severity' | 'checks' | 'patterns' | 'library-models';

/** One key of `skyworthy.toml` or `[tool.skyworthy]`. */
export interface Setting {
  readonly key: string;
  readonly field: keyof Settings;
  readonly type: SettingType;
  readonly description: string;
}

/** Every key, in the order of the documentation. */
export const settings: readonly Setting[] = [
  {
    key: 'fail-on',
    field: 'failOn',
    type: 'severity',
    description: 'What fails at or above this severity makes a step not ready: blocker, risk or improvement.',
  },
  { key: 'strict', field: 'strict', type: 'boolean', description: 'Count what cannot be told as a failure.' },
  { key: 'skip', field: 'skip', type: 'checks', description: 'Ids of checks that are not run.' },
  {
    key: 'exclude',
    field: 'exclude',
    type: 'patterns',
    description: 'Patterns as in a .gitignore: what they match is not read.',
  },
  {
    key: 'library-models',
    field: 'libraryModels',
    type: 'library-models',
    description: 'What calls of your own libraries perform on AWS (docs/library-models.md).',
  },
];

const texts = { type: 'object', additionalProperties: { type: 'string' } };
const start = {
  type: 'object',
  required: ['argument', 'starts'],
  additionalProperties: false,
  properties: { argument: { type: 'string' }, starts: { type: 'array', items: { type: 'string' } } },
};
const operation = {
  type: 'object',
  required: ['service', 'operation'],
  additionalProperties: false,
  properties: {
    service: { type: 'string' },
    operation: { type: 'string' },
    arguments: texts,
    also: { type: 'boolean' },
  },
};
const libraryModel = {
  type: 'object',
  required: ['id', 'performs'],
  additionalProperties: false,
  properties: {
    id: { type: 'string' },
    others: { type: 'array', items: { type: 'string' } },
    parameters: { type: 'string' },
    only: start,
    mode: start,
    from: texts,
    gives: { type: 'string' },
    performs: { type: 'array', items: operation },
  },
};

/** The JSON Schema of `skyworthy.toml`, for editors. `checks` are the ids that `skip` may name. */
export function configurationSchema(checks: readonly string[]): object {
  const types: Readonly<Record<SettingType, object>> = {
    boolean: { type: 'boolean' },
    severity: { enum: severities },
    checks: { type: 'array', items: { enum: checks }, uniqueItems: true },
    patterns: { type: 'array', items: { type: 'string', minLength: 1 } },
    'library-models': { type: 'array', items: libraryModel },
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'skyworthy.toml',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      settings.map(({ key, type, description }) => [key, { description, ...types[type] }]),
    ),
  };
}
