import { expect, test } from 'vitest';
import { openCatalogue } from '../../catalogue/catalogue.ts';
import { typesOfModule } from './registry-modules.ts';
import { openSigns } from './signs.ts';

const signs = openSigns(openCatalogue());

test.each([
  ['module:terraform-aws-modules/rds/aws', 'managed-database'],
  ['module:terraform-aws-modules/rds-aurora/aws', 'managed-database'],
  ['module:git::https://git.example/cloudposse/terraform-aws-rds-cluster.git?ref=tags/0.36.0', 'managed-database'],
  ['module:terraform-aws-modules/eks/aws', 'managed-containers'],
  ['module:terraform-aws-modules/vpc/aws', 'cloud-networking'],
  ['module:terraform-aws-modules/iam/aws//modules/iam-role', 'cloud-iam'],
  ['module:terraform-aws-modules/s3-bucket/aws', 'object-storage'],
  ['module:terraform-aws-modules/dynamodb-table/aws', 'nosql-database'],
  ['module:app.terraform.io/terraform-google-modules/sql-db/google//modules/postgresql', 'managed-database'],
  ['module:Azure/aks/azurerm', 'kubernetes'],
  ['module:br/public:avm/res/compute/virtual-machine', 'cloud-compute'],
  ['module:br/public:avm/res/db-for-postgre-sql/flexible-server', 'postgresql'],
])('%s shows %s', (type, skill) => {
  expect(typesOfModule(type).flatMap((one) => signs.resource(one, null, 'aws'))).toContain(skill);
});

test.each(['aws_sqs_queue', 'module:./modules/queue', 'module:cloudposse/label/null'])('%s says nothing', (type) => {
  expect(typesOfModule(type)).toEqual([]);
});
