// https://registry.terraform.io/browse/modules, https://azure.github.io/Azure-Verified-Modules/indexes/bicep/bicep-resource-modules/

/** What modules of Terraform's registry are made of where their name does not say it, by provider and name. */
const mainTypes: Readonly<Record<string, string>> = {
  'aws rds-aurora': 'aws_rds_cluster',
  'aws sqs': 'aws_sqs_queue',
  'aws sns': 'aws_sns_topic',
  'aws lambda': 'aws_lambda_function',
  'aws ec2-instance': 'aws_instance',
  'aws autoscaling': 'aws_autoscaling_group',
  'aws eventbridge': 'aws_cloudwatch_event_bus',
  'aws step-functions': 'aws_sfn_state_machine',
  'aws apigateway-v2': 'aws_apigatewayv2_api',
  'aws elasticache': 'aws_elasticache_cluster',
  'aws elasticache-redis': 'aws_elasticache_replication_group',
  'aws opensearch': 'aws_opensearch_domain',
  'aws elasticsearch': 'aws_elasticsearch_domain',
  'aws msk-kafka-cluster': 'aws_msk_cluster',
  'aws msk-apache-kafka-cluster': 'aws_msk_cluster',
  'aws secrets-manager': 'aws_secretsmanager_secret',
  'google network': 'google_compute_network',
  'google kubernetes-engine': 'google_container_cluster',
  'google cloud-router': 'google_compute_router',
  'google sql-db': 'google_sql_database_instance',
  'google cloud-storage': 'google_storage_bucket',
  'google pubsub': 'google_pubsub_topic',
  'google iam': 'google_project_iam_member',
  'google service-accounts': 'google_service_account',
  'google memorystore': 'google_redis_instance',
  'google vm': 'google_compute_instance',
  'google lb-http': 'google_compute_url_map',
  'google secret-manager': 'google_secret_manager_secret',
  'azurerm aks': 'azurerm_kubernetes_cluster',
  'azurerm network': 'azurerm_virtual_network',
  'azurerm vnet': 'azurerm_virtual_network',
  'azurerm compute': 'azurerm_virtual_machine',
};

/**
 * The types of the resource that a module of a registry or of another repository may be there for: `module:…/rds/aws` and
 * `module:git::…/terraform-aws-rds-cluster.git` are databases, `module:br/public:avm/res/compute/virtual-machine` machines.
 * Empty for a resource, and for a module that does not say it by its name.
 */
export function typesOfModule(type: string): string[] {
  if (!type.startsWith('module:')) return [];
  const azure = /\bavm\/res\/([a-z-]+)\/([a-z-]+)/.exec(type);
  if (azure !== null) return [`Microsoft.${plain(azure[1])}/${plural(plain(azure[2]))}`];
  const registry = /^module:(?:[\w.-]+\/)?[\w-]+\/([\w-]+)\/(aws|google|azurerm)(?:\/\/|$)/.exec(type);
  const repository = /\bterraform-(aws|google|azurerm)-([\w-]+?)(?:\.git)?(?:[/?]|$)/.exec(type);
  const [provider, name] = registry === null ? [repository?.[1], repository?.[2]] : [registry[2], registry[1]];
  if (provider === undefined || name === undefined) return [];
  const known = mainTypes[`${provider} ${name}`];
  const named = `${provider}_${name.replaceAll('-', '_')}`;
  return known === undefined ? [named, `${named}_`] : [known];
}

function plain(name: string | undefined): string {
  return (name ?? '').replaceAll('-', '');
}

function plural(name: string): string {
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}
