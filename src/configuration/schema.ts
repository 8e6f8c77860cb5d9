import { severities } from '../evidence/vocabulary.ts';
import { steps } from '../steps/steps.ts';
import type { Override, Settings } from './settings.ts';

/** The shape of a setting in TOML. */
export type SettingType = 'boolean' | 'severity' | 'steps' | 'checks' | 'patterns' | 'overrides' | 'library-models';

/** One key of `skyworthy.toml` or `[tool.skyworthy]`, or of one of its overrides. */
export interface Setting<Field extends string = string> {
  readonly key: string;
  readonly field: Field;
  readonly type: SettingType;
  readonly description: string;
}

/** The keys that may be set for all and for some files or services by themselves. */
const scoped: readonly Setting<keyof Settings & keyof Override>[] = [
  {
    key: 'fail-on',
    field: 'failOn',
    type: 'severity',
    description: 'What fails at or above this severity makes a step not ready: blocker, risk or improvement.',
  },
  { key: 'strict', field: 'strict', type: 'boolean', description: 'Count what cannot be told as a failure.' },
  {
    key: 'severity',
    field: 'severity',
    type: 'severity',
    description: 'The least severity of the failures and unknowns that are shown: blocker, risk or improvement.',
  },
  { key: 'step', field: 'steps', type: 'steps', description: 'Steps whose checks are run, and no others.' },
  { key: 'only', field: 'only', type: 'checks', description: 'Ids of checks that are run, and no others.' },
  { key: 'skip', field: 'skip', type: 'checks', description: 'Ids of checks that are not run.' },
];

/** Every key of an override. */
export const overrideSettings: readonly Setting<keyof Override>[] = [
  {
    key: 'paths',
    field: 'paths',
    type: 'patterns',
    description: 'Patterns as in a .gitignore: it holds for findings in files that they match.',
  },
  {
    key: 'services',
    field: 'services',
    type: 'patterns',
    description: 'Ids, names or patterns (* for any text): it holds for findings of these services.',
  },
  ...scoped,
];

/** Every key, in the order of the documentation. */
export const settings: readonly Setting<Exclude<keyof Settings, 'notes'>>[] = [
  ...scoped,
  {
    key: 'overrides',
    field: 'overrides',
    type: 'overrides',
    description: 'What holds for some files or services instead; of several that hold, the last one wins.',
  },
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

/** The JSON Schema of `skyworthy.toml`, for editors. `checks` are the ids that `only` and `skip` may name. */
export function configurationSchema(checks: readonly string[]): object {
  const simple = {
    boolean: { type: 'boolean' },
    severity: { enum: severities },
    steps: { type: 'array', items: { enum: steps.map(({ id }) => id) }, uniqueItems: true },
    checks: { type: 'array', items: { enum: checks }, uniqueItems: true },
    patterns: { type: 'array', items: { type: 'string', minLength: 1 } },
    'library-models': { type: 'array', items: libraryModel },
  };
  const override = {
    type: 'object',
    additionalProperties: false,
    anyOf: [{ required: ['paths'] }, { required: ['services'] }],
    properties: propertiesOf(overrideSettings, { ...simple, overrides: {} }),
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'skyworthy.toml',
    type: 'object',
    additionalProperties: false,
    properties: propertiesOf(settings, { ...simple, overrides: { type: 'array', items: override } }),
  };
}

function propertiesOf(keys: readonly Setting[], types: Readonly<Record<SettingType, object>>): object {
  return Object.fromEntries(keys.map(({ key, type, description }) => [key, { description, ...types[type] }]));
}
