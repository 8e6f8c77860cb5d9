// Resources that start a unit of which they know the name: where each type names it, and how it hands work over.
// AWS: https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html
import type { Invocation } from '../../service.ts';

/** How a type of resource points at what it starts. */
export interface Pointer {
  /** Paths to what is started. */
  readonly target: readonly string[];
  /** Any reference below the target counts: it stands in a text or a document. */
  readonly deep?: true;
  /** Paths to the sender of the work, the first that is there; the resource itself where there is none. */
  readonly sender?: readonly string[];
  /** The sender's type where the stack does not declare it. */
  readonly type?: string;
  readonly invocation: Invocation;
  /** A property by whose presence, here or at the sender, it is a schedule. */
  readonly scheduledBy?: readonly string[];
}

const synchronous = (target: readonly string[], sender?: string, type?: string): Pointer => ({
  target,
  invocation: 'synchronous',
  ...(sender !== undefined && { sender: [sender] }),
  ...(type !== undefined && { type }),
});
const document = (...target: string[]): Pointer => ({ target, deep: true, invocation: 'synchronous' });
const asynchronous = (target: readonly string[], sender?: string, type?: string): Pointer => ({
  ...synchronous(target, sender, type),
  invocation: 'asynchronous',
});
const schedule = (...target: string[]): Pointer => ({ target, invocation: 'scheduled' });

const stateMachine = document('Definition', 'DefinitionString', 'DefinitionSubstitutions');
const eventGrid = (...target: string[]): Pointer => ({
  target,
  invocation: 'asynchronous',
  sender: ['scope', 'parent', 'system_topic', 'topic_name'],
});

/** By the provider's own type. Sources that a function reads itself (queues, streams) are in `event-sources.ts`. */
export const pointers: Readonly<Record<string, Pointer>> = {
  'AWS::ApiGateway::Authorizer': synchronous(['AuthorizerUri', 'cdk:handler'], 'RestApiId', 'AWS::ApiGateway::RestApi'),
  'AWS::ApiGateway::Method': synchronous(['Integration.Uri'], 'RestApiId', 'AWS::ApiGateway::RestApi'),
  'AWS::ApiGateway::RestApi': document('Body', 'cdk:handler', 'cdk:default_integration'),
  'AWS::ApiGatewayV2::Api': document('Target', 'Body', 'cdk:default_integration'),
  'AWS::ApiGatewayV2::Authorizer': synchronous(['AuthorizerUri'], 'ApiId', 'AWS::ApiGatewayV2::Api'),
  'AWS::ApiGatewayV2::Integration': synchronous(['IntegrationUri'], 'ApiId', 'AWS::ApiGatewayV2::Api'),
  'AWS::ApiGatewayV2::Route': synchronous(['Target'], 'ApiId', 'AWS::ApiGatewayV2::Api'),
  'AWS::AppSync::DataSource': synchronous(['LambdaConfig.LambdaFunctionArn'], 'ApiId', 'AWS::AppSync::GraphQLApi'),
  'AWS::Bedrock::Agent': synchronous(['ActionGroups.ActionGroupExecutor.Lambda']),
  'AWS::CloudFront::Distribution': document(
    'DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations',
    'DistributionConfig.CacheBehaviors.LambdaFunctionAssociations',
    'cdk:default_behavior.edge_lambdas',
    'cdk:additional_behaviors.*.edge_lambdas',
  ),
  'AWS::CodePipeline::Pipeline': asynchronous(['Stages.Actions.Configuration.FunctionName']),
  'AWS::Cognito::UserPool': document('LambdaConfig', 'cdk:lambda_triggers'),
  'AWS::Config::ConfigRule': asynchronous(['Source.SourceIdentifier']),
  'AWS::ElasticLoadBalancingV2::TargetGroup': synchronous(['Targets.Id', 'cdk:targets']),
  'AWS::Events::Rule': {
    target: ['Targets.Arn', 'Targets.EcsParameters.TaskDefinitionArn', 'Targets.BatchParameters.JobDefinition'],
    invocation: 'asynchronous',
    scheduledBy: ['ScheduleExpression', 'cdk:schedule'],
  },
  'AWS::IoT::TopicRule': asynchronous(['TopicRulePayload.Actions.Lambda.FunctionArn']),
  'AWS::KinesisFirehose::DeliveryStream': document(
    'ExtendedS3DestinationConfiguration.ProcessingConfiguration.Processors',
    'HttpEndpointDestinationConfiguration.ProcessingConfiguration.Processors',
  ),
  'AWS::Lambda::EventInvokeConfig': {
    target: ['DestinationConfig.OnSuccess.Destination', 'DestinationConfig.OnFailure.Destination'],
    invocation: 'asynchronous',
    sender: ['FunctionName'],
    type: 'AWS::Lambda::Function',
  },
  'AWS::Lambda::Url': synchronous(['TargetFunctionArn', 'cdk:Of']),
  'AWS::Logs::SubscriptionFilter': asynchronous(
    ['DestinationArn', 'cdk:destination'],
    'LogGroupName',
    'AWS::Logs::LogGroup',
  ),
  'AWS::Pipes::Pipe': synchronous(['Target', 'Enrichment']),
  'AWS::S3::Bucket': asynchronous(['NotificationConfiguration.LambdaConfigurations.Function']),
  'AWS::SES::ReceiptRule': asynchronous(['Rule.Actions.LambdaAction.FunctionArn']),
  'AWS::SNS::Subscription': asynchronous(['Endpoint'], 'TopicArn', 'AWS::SNS::Topic'),
  'AWS::SNS::Topic': asynchronous(['Subscription.Endpoint']),
  'AWS::Scheduler::Schedule': schedule('Target.Arn', 'Target.EcsParameters.TaskDefinitionArn', 'cdk:target'),
  'AWS::SecretsManager::RotationSchedule': schedule('RotationLambdaARN'),
  'AWS::Serverless::Api': document('DefinitionBody', 'Auth'),
  'AWS::Serverless::GraphQLApi': document('DataSources'),
  'AWS::Serverless::HttpApi': document('DefinitionBody', 'Auth'),
  'AWS::Serverless::StateMachine': stateMachine,
  'AWS::StepFunctions::StateMachine': stateMachine,
  // What the AWS CDK makes for `S3EventSource`, and for custom resources, which its own function starts and waits for.
  'Custom::S3BucketNotifications': asynchronous(
    ['NotificationConfiguration.LambdaFunctionConfigurations.LambdaFunctionArn'],
    'BucketName',
    'AWS::S3::Bucket',
  ),
  'aws_cdk.custom_resources.Provider': synchronous(['cdk:on_event_handler', 'cdk:is_complete_handler']),
  'AWS::VpcLattice::TargetGroup': synchronous(['Targets.Id']),
  'serverless:state-machine': document('definition'),

  aws_api_gateway_authorizer: synchronous(['authorizer_uri'], 'rest_api_id', 'aws_api_gateway_rest_api'),
  aws_api_gateway_integration: synchronous(['uri'], 'rest_api_id', 'aws_api_gateway_rest_api'),
  aws_api_gateway_rest_api: document('body'),
  aws_apigatewayv2_api: document('target', 'body'),
  aws_apigatewayv2_authorizer: synchronous(['authorizer_uri'], 'api_id', 'aws_apigatewayv2_api'),
  aws_apigatewayv2_integration: synchronous(['integration_uri'], 'api_id', 'aws_apigatewayv2_api'),
  aws_appsync_datasource: synchronous(['lambda_config.function_arn'], 'api_id', 'aws_appsync_graphql_api'),
  aws_bedrockagent_agent_action_group: synchronous(
    ['action_group_executor.lambda'],
    'agent_id',
    'aws_bedrockagent_agent',
  ),
  aws_cloudfront_distribution: document(
    'default_cache_behavior.lambda_function_association',
    'ordered_cache_behavior.lambda_function_association',
  ),
  aws_cloudwatch_event_target: {
    target: ['arn', 'ecs_target.task_definition_arn', 'batch_target.job_definition'],
    invocation: 'asynchronous',
    sender: ['rule'],
    type: 'aws_cloudwatch_event_rule',
    scheduledBy: ['schedule_expression'],
  },
  aws_cloudwatch_log_subscription_filter: asynchronous(
    ['destination_arn'],
    'log_group_name',
    'aws_cloudwatch_log_group',
  ),
  aws_codepipeline: asynchronous(['stage.action.configuration.FunctionName']),
  aws_cognito_user_pool: document('lambda_config'),
  aws_iot_topic_rule: asynchronous(['lambda.function_arn']),
  aws_kinesis_firehose_delivery_stream: document('extended_s3_configuration.processing_configuration'),
  aws_lambda_function_event_invoke_config: {
    target: ['destination_config.on_success.destination', 'destination_config.on_failure.destination'],
    invocation: 'asynchronous',
    sender: ['function_name'],
    type: 'aws_lambda_function',
  },
  aws_lambda_function_url: synchronous(['function_name']),
  aws_lb_target_group_attachment: synchronous(['target_id'], 'target_group_arn', 'aws_lb_target_group'),
  aws_pipes_pipe: synchronous(['target', 'enrichment']),
  aws_s3_bucket_notification: asynchronous(['lambda_function.lambda_function_arn'], 'bucket', 'aws_s3_bucket'),
  aws_scheduler_schedule: schedule('target.arn', 'target.ecs_parameters.task_definition_arn'),
  aws_secretsmanager_secret_rotation: schedule('rotation_lambda_arn'),
  aws_ses_receipt_rule: asynchronous(['lambda_action.function_arn']),
  aws_sfn_state_machine: document('definition'),
  aws_sns_topic_subscription: asynchronous(['endpoint'], 'topic_arn', 'aws_sns_topic'),

  'Microsoft.EventGrid/eventSubscriptions': eventGrid(
    'properties.destination.properties.resourceId',
    'properties.destination',
  ),
  'Microsoft.EventGrid/systemTopics/eventSubscriptions': eventGrid('properties.destination.properties.resourceId'),
  azurerm_eventgrid_event_subscription: eventGrid('azure_function_endpoint.function_id', 'webhook_endpoint.url'),
  azurerm_eventgrid_system_topic_event_subscription: eventGrid(
    'azure_function_endpoint.function_id',
    'webhook_endpoint.url',
  ),
  azurerm_logic_app_action_http: synchronous(['uri']),

  google_api_gateway_api_config: document('openapi_documents'),
  google_cloud_scheduler_job: schedule('http_target.uri', 'http_target.oidc_token.audience'),
  google_compute_region_network_endpoint_group: synchronous([
    'cloud_run.service',
    'cloud_function.function',
    'app_engine.service',
  ]),
  google_eventarc_trigger: {
    target: ['destination.cloud_run_service.service', 'destination.cloud_function'],
    invocation: 'asynchronous',
    sender: ['transport.pubsub.topic', 'matching_criteria.value'],
  },
  google_pubsub_subscription: {
    target: ['push_config.push_endpoint'],
    invocation: 'asynchronous',
    sender: ['topic'],
    type: 'google_pubsub_topic',
  },
  google_workflows_workflow: document('source_contents'),
};

/** Resources that CloudFormation makes by a function: their type is the user's own. */
export const customResource: Pointer = { target: ['ServiceToken'], invocation: 'asynchronous' };
