import * as v from 'valibot';
import { platformRoles } from '../../catalogue/iam/platform-needs.ts';
import {
  artifacts,
  clouds,
  computeModels,
  evidenceKinds,
  orchestrations,
  sdkLayers,
  severities,
  unknownReasons,
} from '../../evidence/vocabulary.ts';
import { manifestFormats } from '../../manifests/index.ts';
import { identityKinds, invocations, useKinds } from '../../services/service.ts';
import { steps } from '../../steps/steps.ts';
import type { ArgumentJson, ArgumentsJson, CallsDocument, ConstantJson } from './calls.ts';
import type { ClassifyDocument } from './classify.ts';
import { declaredFields, reason } from './declared-schema.ts';
import type { DependenciesDocument } from './dependencies.ts';
import type { ParseDocument } from './parse.ts';
import type { PermissionJson, PermissionsDocument } from './permissions.ts';
import type { ServicesDocument, SettingJson, VariableJson } from './services.ts';

// The documents of the commands besides `check`, as schemas: what is published comes from them, and tests hold documents
// against them.

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const size = v.pipe(v.number(), v.integer(), v.minValue(0));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const version = { schemaVersion: v.literal(1) };

export const dependenciesSchema: v.GenericSchema<DependenciesDocument> = v.strictObject({
  ...version,
  manifests: v.array(
    v.strictObject({
      file: v.string(),
      format: v.picklist(manifestFormats),
      role: v.picklist(['declaration', 'lock', 'constraint']),
      project: v.nullable(v.string()),
      python: v.nullable(v.string()),
      dependencies: v.array(
        v.strictObject({
          name: v.string(),
          specifier: v.string(),
          extras: v.array(v.string()),
          marker: v.nullable(v.string()),
          group: v.nullable(v.string()),
          source: v.picklist(['index', 'url', 'vcs', 'path', 'workspace']),
          url: v.nullable(v.string()),
          pinned: v.boolean(),
          hashes: size,
          line: count,
        }),
      ),
    }),
  ),
  unreadable: v.array(v.strictObject({ file: v.string(), line: count, reason: v.string() })),
});

const constant: v.GenericSchema<ConstantJson> = v.union([
  v.string(),
  v.number(),
  v.boolean(),
  v.null(),
  v.array(v.lazy(() => constant)),
]);
const argument: v.GenericSchema<ArgumentJson> = v.union([
  v.strictObject({ value: constant }),
  v.strictObject({ pattern: v.string() }),
  v.strictObject({
    environment: v.string(),
    default: v.exactOptional(v.union([constant, v.lazy(() => argument)])),
  }),
  v.strictObject({ unknown: v.picklist(unknownReasons) }),
  v.strictObject({
    object: v.lazy(() => namedArguments),
    rest: v.exactOptional(v.lazy(() => argument)),
  }),
  v.strictObject({ list: v.array(v.lazy(() => argument)), more: v.exactOptional(v.literal(true)) }),
  v.strictObject({
    anyOf: v.pipe(v.array(v.lazy(() => argument)), v.minLength(2)),
  }),
]);
const namedArguments: v.GenericSchema<ArgumentsJson> = v.record(
  v.string(),
  v.lazy(() => argument),
);

/** Schemas that refer to themselves, by the names that they have where they are published. */
export const recursiveSchemas = { argument, constant, arguments: namedArguments } as const;

const unreadable = v.array(v.strictObject({ file: v.string(), line: count, reason: v.string() }));
const position = { file: v.string(), line: count, column: count };

const identity = v.union([
  v.strictObject({ kind: v.picklist(['service', 'keys']) }),
  v.strictObject({ kind: v.literal('assumed-role'), role: argument }),
  v.strictObject({ kind: v.literal('profile'), profile: argument }),
]);

export const callsSchema: v.GenericSchema<CallsDocument> = v.strictObject({
  ...version,
  calls: v.array(
    v.strictObject({
      cloud: v.picklist(clouds),
      service: v.string(),
      operation: v.string(),
      api: v.nullable(v.string()),
      through: v.nullable(v.string()),
      certainty: v.picklist(['resolved', 'guessed']),
      why: v.exactOptional(v.string()),
      identity,
      test: v.boolean(),
      ...position,
      arguments: namedArguments,
      reachedFrom: v.array(v.string()),
    }),
  ),
  unresolved: v.array(
    v.strictObject({ ...position, text: v.string(), reason: v.picklist(unknownReasons), test: v.boolean() }),
  ),
  unreadable,
});

const parseError = v.strictObject({ line: count, column: count, message: v.string() });

export const parseSchema: v.GenericSchema<ParseDocument> = v.strictObject({
  ...version,
  files: v.array(
    v.strictObject({
      file: v.string(),
      format: v.string(),
      ok: v.boolean(),
      sizeBytes: size,
      errors: v.array(parseError),
      tree: v.exactOptional(v.array(v.string())),
    }),
  ),
});

const summary = {
  id: v.string(),
  step: v.picklist(steps.map(({ id }) => id)),
  severity: v.picklist(severities),
  clouds: v.array(v.picklist(clouds)),
  title: v.string(),
};
const example = v.strictObject({
  title: v.string(),
  files: v.record(v.string(), v.string()),
  today: v.exactOptional(day),
});
const page = {
  why: v.string(),
  fix: v.string(),
  whenNone: v.string(),
  bad: v.pipe(v.array(example), v.minLength(1)),
  good: v.pipe(v.array(example), v.minLength(1)),
  sources: v.pipe(v.array(v.string()), v.minLength(1)),
};

export const explainSchema = v.union([
  v.strictObject({ ...version, check: v.strictObject({ ...summary, ...page }) }),
  v.strictObject({ ...version, checks: v.array(v.strictObject(summary)) }),
]);

const source = v.object({ title: v.string(), url: v.string(), read: day });
const fact = v.objectWithRest({ id: v.string(), source: v.union([v.string(), v.array(v.string())]) }, v.unknown());

export const catalogueSchema = v.union([
  v.strictObject({
    ...version,
    date: day,
    today: day,
    datasets: v.array(
      v.strictObject({
        name: v.string(),
        title: v.string(),
        facts: size,
        sources: size,
        read: day,
        oldest: day,
        ageDays: v.number(),
      }),
    ),
  }),
  v.objectWithRest(
    { ...version, dataset: v.string(), title: v.string(), sources: v.record(v.string(), source), facts: v.array(fact) },
    v.unknown(),
  ),
]);

const cell = v.strictObject({
  value: v.string(),
  detail: v.string(),
  sources: v.pipe(v.array(source), v.minLength(1)),
});

export const matrixSchema = v.strictObject({
  ...version,
  dimensions: v.array(
    v.strictObject({
      id: v.string(),
      title: v.string(),
      clouds: v.strictObject({ aws: cell, azure: cell, gcp: cell }),
    }),
  ),
});

/** A service on the four axes. */
const classes = {
  compute: v.nullable(v.picklist(computeModels)),
  sdkLayer: v.array(v.picklist(sdkLayers)),
  orchestration: v.array(v.picklist(orchestrations)),
  artifact: v.picklist(artifacts),
  reasons: v.strictObject({
    compute: v.exactOptional(v.string()),
    sdkLayer: v.exactOptional(v.string()),
    orchestration: v.exactOptional(v.string()),
    artifact: v.exactOptional(v.string()),
  }),
};

const classEvidence = v.array(
  v.strictObject({
    is: v.picklist([...computeModels, ...sdkLayers, ...orchestrations, ...artifacts]),
    file: v.string(),
    line: count,
    text: v.string(),
    how: v.picklist(evidenceKinds),
  }),
);

export const classifySchema: v.GenericSchema<ClassifyDocument> = v.strictObject({
  ...version,
  services: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      cloud: v.picklist(clouds),
      ...classes,
      apart: v.boolean(),
      evidence: v.strictObject({
        compute: classEvidence,
        sdkLayer: classEvidence,
        orchestration: classEvidence,
        artifact: classEvidence,
      }),
    }),
  ),
  unreadable,
});

/** The forms of a setting, with what stands besides in each. */
const settingForms = <Beside extends v.ObjectEntries>(beside: Beside) =>
  v.union([
    v.strictObject({ value: v.union([v.string(), v.number(), v.boolean(), v.null()]), ...beside }),
    v.strictObject({ reference: v.string(), attribute: v.exactOptional(v.string()), ...beside }),
    v.strictObject({ parameter: v.string(), default: v.exactOptional(v.lazy(() => setting)), ...beside }),
    v.strictObject({ parts: v.array(v.lazy(() => setting)), ...beside }),
    v.strictObject({ anyOf: v.array(v.lazy(() => setting)), ...beside }),
    v.strictObject({ list: v.array(v.lazy(() => setting)), ...beside }),
    v.strictObject({
      object: v.record(
        v.string(),
        v.lazy(() => setting),
      ),
      ...beside,
    }),
    v.strictObject({ unknown: v.picklist(unknownReasons), ...beside }),
  ]);

const setting: v.GenericSchema<SettingJson> = settingForms({});
const variable: v.GenericSchema<VariableJson> = settingForms({ resource: v.exactOptional(v.string()) });

/** Schemas of the document of services that refer to themselves. */
export const settingSchemas = { setting } as const;

export const servicesSchema: v.GenericSchema<ServicesDocument> = v.strictObject({
  ...version,
  services: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      cloud: v.picklist(clouds),
      ...classes,
      file: v.string(),
      line: count,
      type: v.nullable(v.string()),
      runtime: v.strictObject({ python: v.nullable(v.string()), managed: v.nullable(v.string()) }),
      codeRoot: v.nullable(v.string()),
      entryPoints: v.array(
        v.strictObject({
          file: v.nullable(v.string()),
          line: v.nullable(count),
          function: v.string(),
          reason: v.nullable(v.string()),
        }),
      ),
      layers: v.array(v.string()),
      environment: v.record(v.string(), variable),
      identity: v.nullable(
        v.strictObject({
          kind: v.picklist(identityKinds),
          role: v.nullable(setting),
          resource: v.nullable(v.string()),
          shared: v.boolean(),
          assumes: v.exactOptional(setting),
        }),
      ),
      triggers: v.array(
        v.strictObject({
          name: v.string(),
          type: v.string(),
          resource: v.nullable(v.string()),
          invocation: v.picklist(invocations),
          file: v.string(),
          line: count,
        }),
      ),
      resources: v.array(v.string()),
      uses: v.array(
        v.strictObject({ resource: v.string(), through: v.picklist(useKinds), file: v.string(), line: count }),
      ),
      pipelines: v.array(v.string()),
      manifests: v.array(v.string()),
      apart: v.boolean(),
    }),
  ),
  unreadable,
});

const permission: v.GenericSchema<PermissionJson> = v.strictObject({
  action: v.pipe(v.string(), v.regex(/^[\w-]+:\w+$/)),
  resources: v.pipe(v.array(v.string()), v.minLength(1)),
  wildcards: v.array(
    v.strictObject({
      resource: v.string(),
      why: v.picklist([...unknownReasons, 'not-given', 'no-resource']),
      parameter: v.nullable(v.string()),
    }),
  ),
  certainty: v.picklist(['resolved', 'guessed']),
  because: v.array(reason),
});

export const permissionsSchema: v.GenericSchema<PermissionsDocument> = v.strictObject({
  ...version,
  services: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      cloud: v.picklist(clouds),
      deployedAs: v.nullable(v.string()),
      apart: v.boolean(),
      needed: v.array(permission),
      also: v.array(permission),
      otherIdentities: v.array(
        v.strictObject({
          identity: v.union([identity, v.strictObject({ kind: v.picklist(platformRoles), resource: v.string() })]),
          needed: v.array(permission),
        }),
      ),
      ...declaredFields,
      unresolved: v.array(
        v.strictObject({
          file: v.string(),
          line: count,
          text: v.string(),
          reason: v.picklist([...unknownReasons, 'missing-module', 'missing-function']),
        }),
      ),
    }),
  ),
  unreadable,
});
