// Policies for any operations of the catalogue, with any arguments: each action exists, supports its resources, and fits.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import type { ArnValue } from '../../catalogue/iam/arn-forms.ts';
import { fillArn } from '../../catalogue/iam/arn-template.ts';
import { openIam } from '../../catalogue/iam/iam.ts';
import { parseHcl } from '../../syntax/hcl/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { covers } from '../difference/glob.ts';
import { arnFor } from './arns.ts';
import { sizeOf } from './documents.ts';
import { renderSam } from './render-sam.ts';
import { isOfTerraform, renderTerraform } from './render-terraform.ts';
import { servicePolicy } from './service-policy.ts';
import type { Grantable } from './statements.ts';

const iam = openIam(openCatalogue());
const folder = join(import.meta.dirname, '../../catalogue/data/aws/iam/operations');
const services = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
const operationsOf = (service: string): string[] =>
  Object.keys((JSON.parse(readFileSync(join(folder, `${service}.json`), 'utf8')) as { operations: object }).operations);

const operation = fc
  .constantFrom(...services)
  .chain((service) => fc.record({ service: fc.constant(service), api: fc.constantFrom(...operationsOf(service)) }));

/** What code may pass for a name. */
const value = fc.constantFrom<(ArnValue | undefined)[]>(
  ...[undefined, { text: 'orders' }, { text: 'reports-*' }, { text: 'a/b' }, { arn: '${Orders.Arn}' }].map((one) => [
    one,
  ]),
);

/** What an operation needs where its parameters have such values; on anything where nothing is known. */
function needsOf(
  { service, api }: { service: string; api: string },
  given: readonly (ArnValue | undefined)[],
): Grantable[] {
  const needs = iam.operation(service, api)?.needs ?? [];
  return needs.map(({ action, resources }): Grantable => {
    const filled = resources.flatMap((template) => fillArn(template, () => given[0]) ?? []);
    const known = filled.filter((one) => one.known > 0 || one.unknown.length === 0).map(({ arn }) => arn);
    return {
      action,
      resources: known.length === filled.length && known.length > 0 ? known : ['*'],
      certainty: 'resolved',
    };
  });
}

const permissions = fc
  .array(fc.tuple(operation, value), { minLength: 1, maxLength: 40 })
  .map((calls) => calls.flatMap(([call, given]) => needsOf(call, given)));

test('policies are right by the catalogue, fit, and grant all that is needed and nothing else', () => {
  fc.assert(
    fc.property(permissions, fc.constantFrom(6144, 700), (needed, mostSize) => {
      const made = servicePolicy(
        { id: 'main.tf#a', name: 'a', deployedAs: null, needed },
        { guessed: false, mostSize, iam },
      );
      expect(made.faults.filter((fault) => !fault.endsWith('is left out'))).toEqual([]);
      for (const policy of made.policies) {
        expect(sizeOf(policy)).toBeLessThanOrEqual(mostSize);
        expect(policy.map(({ sid }) => sid).every((sid) => /^[A-Za-z0-9]+$/.test(sid))).toBe(true);
        expect(new Set(policy.map(({ sid }) => sid)).size).toBe(policy.length);
      }
      const statements = made.policies.flat();
      const grants = (action: string, resource: string): boolean =>
        statements.some((one) => one.actions.includes(action) && one.resources.some((wide) => covers(wide, resource)));
      const wants = (action: string, resource: string): boolean =>
        needed.some(
          (one) => one.action === action && one.resources.some((other) => arnFor(other, action, iam) === resource),
        );
      for (const { action, resources } of needed) {
        for (const resource of resources) {
          const arn = arnFor(resource, action, iam);
          expect(
            arn === undefined || iam.action(action) === undefined || grants(action, arn),
            `${action} ${resource}`,
          ).toBe(true);
        }
      }
      for (const { actions, resources } of statements) {
        for (const action of actions)
          for (const one of resources) expect(wants(action, one), `${action} ${one}`).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('SAM and Terraform read as they were meant', () => {
  fc.assert(
    fc.property(permissions, (needed) => {
      const made = servicePolicy(
        { id: 't.yaml#a', name: 'a', deployedAs: null, needed },
        { guessed: false, mostSize: 6144, iam },
      );
      expect(parseYaml(renderSam([made], 10_240)).faults).toEqual([]);
      const plain = needed.filter(({ resources }) => resources.every((one) => !one.includes('Orders')));
      const module = servicePolicy(
        { id: 'main.tf#a', name: 'a', deployedAs: null, needed: plain },
        { guessed: false, mostSize: 6144, iam },
      );
      expect(isOfTerraform(module)).toBe(true);
      const { body, faults } = parseHcl(renderTerraform([module]));
      expect(faults).toEqual([]);
      const documents = body.items.filter(
        (item) => item.kind === 'block' && item.labels[0]?.text === 'aws_iam_policy_document',
      );
      expect(documents).toHaveLength(module.policies.length);
    }),
    { numRuns: 100 },
  );
});
