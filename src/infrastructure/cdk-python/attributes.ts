// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/introduction.html: the return values of each type
import { capitalised, type Library } from './library.ts';

/** Types whose Ref is the ARN. */
const namedByArn = new Set([
  'AWS::CertificateManager::Certificate',
  'AWS::ECS::Service',
  'AWS::ECS::TaskDefinition',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::IAM::ManagedPolicy',
  'AWS::Lambda::Alias',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Version',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SecretsManager::Secret',
  'AWS::StepFunctions::Activity',
  'AWS::StepFunctions::StateMachine',
]);

/** Attributes whose names in Python do not tell those in CloudFormation; null is the Ref. */
const attributes: Readonly<Record<string, string | null>> = {
  'AWS::SQS::Queue queue_name': 'QueueName',
  'AWS::SNS::Topic topic_name': 'TopicName',
  'AWS::StepFunctions::StateMachine state_machine_name': 'Name',
  'AWS::EC2::SecurityGroup security_group_id': 'GroupId',
  'AWS::ApiGateway::RestApi rest_api_root_resource_id': 'RootResourceId',
  'AWS::DynamoDB::Table table_stream_arn': 'StreamArn',
  'AWS::S3::Bucket bucket_website_url': 'WebsiteURL',
  'AWS::ECR::Repository repository_uri': 'RepositoryUri',
  'AWS::Lambda::Url url': 'FunctionUrl',
  'AWS::RDS::DBInstance instance_endpoint.hostname': 'Endpoint.Address',
  'AWS::RDS::DBInstance db_instance_endpoint_address': 'Endpoint.Address',
  'AWS::RDS::DBCluster cluster_endpoint.hostname': 'Endpoint.Address',
  'AWS::CloudFront::Distribution distribution_domain_name': 'DomainName',
  'AWS::CloudFront::Distribution domain_name': 'DomainName',
  'AWS::S3::Bucket bucket_domain_name': 'DomainName',
  'AWS::S3::Bucket bucket_regional_domain_name': 'RegionalDomainName',
  'AWS::ElasticLoadBalancingV2::LoadBalancer load_balancer_dns_name': 'DNSName',
  'AWS::Cognito::UserPool user_pool_provider_name': 'ProviderName',
  'AWS::Cognito::UserPool user_pool_provider_url': 'ProviderURL',
  'AWS::ApiGatewayV2::Api api_endpoint': 'ApiEndpoint',
  'AWS::ApiGatewayV2::Api url': 'ApiEndpoint',
};

/** The attribute that gives a type's ARN; null where its Ref is the ARN. */
export function arnOf(type: string): string | null {
  return namedByArn.has(type) ? null : 'Arn';
}

/**
 * The attribute in CloudFormation (null: the Ref) that an attribute of a construct is, by its name in Python: names, ids and
 * URLs are Refs, ARNs are ARNs, `attr_…` of L1 constructs says it, others are called as they are.
 */
export function attributeOf(type: string, name: string, library: Library): string | null {
  const known = attributes[`${type} ${name}`];
  if (known !== undefined) return known;
  if (name.startsWith('attr_')) return library.propertyName(name.slice('attr_'.length)).replaceAll('_', '.');
  if (name === 'ref') return null;
  if (name.endsWith('_arn')) return arnOf(type);
  if (/_(?:name|id|url)$/.test(name) || name === 'logical_id') return null;
  return name.split('_').map(capitalised).join('');
}
