// How the formats of infrastructure code spell what these checks ask of queues and functions.

/** A queue's settings. */
export interface QueueSpelling {
  readonly visibility: string;
  readonly redrive: string;
}

const queues: Readonly<Record<string, QueueSpelling>> = {
  'AWS::SQS::Queue': { visibility: 'VisibilityTimeout', redrive: 'RedrivePolicy' },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue
  aws_sqs_queue: { visibility: 'visibility_timeout_seconds', redrive: 'redrive_policy' },
};

/** A function's settings. */
export interface FunctionSpelling {
  readonly timeout: string;
  /** The limit that holds where no time-out is stated. */
  readonly timeoutDefault: 'function.timeout.default' | 'serverless.timeout.default';
  /** Paths to where failed events go. */
  readonly failures: readonly (readonly string[])[];
  /** Paths to how often an event is tried again. */
  readonly retries: readonly string[];
}

const cloudformation: FunctionSpelling = {
  timeout: 'Timeout',
  timeoutDefault: 'function.timeout.default',
  failures: [
    ['DeadLetterQueue'],
    ['DeadLetterConfig', 'TargetArn'],
    ['EventInvokeConfig', 'DestinationConfig', 'OnFailure'],
    // The AWS CDK's own arguments.
    ['EventInvokeConfig', 'OnFailure'],
    ['cdk:dead_letter_queue_enabled'],
  ],
  retries: ['EventInvokeConfig', 'MaximumRetryAttempts'],
};

const functions: Readonly<Record<string, FunctionSpelling>> = {
  'AWS::Lambda::Function': cloudformation,
  'AWS::Serverless::Function': cloudformation,
  // https://www.serverless.com/framework/docs/providers/aws/guide/serverless.yml
  'serverless:function': {
    timeout: 'timeout',
    timeoutDefault: 'serverless.timeout.default',
    failures: [['onError'], ['destinations', 'onFailure']],
    retries: ['maximumRetryAttempts'],
  },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function
  aws_lambda_function: {
    timeout: 'timeout',
    timeoutDefault: 'function.timeout.default',
    failures: [['dead_letter_config', 'target_arn']],
    retries: ['maximum_retry_attempts'],
  },
  // https://registry.terraform.io/modules/terraform-aws-modules/lambda/aws/latest
  'module:terraform-aws-modules/lambda/aws': {
    timeout: 'timeout',
    timeoutDefault: 'function.timeout.default',
    failures: [['dead_letter_target_arn'], ['destination_on_failure']],
    retries: ['maximum_retry_attempts'],
  },
};

/** A resource that says beside a function where its failed events go. */
export interface InvokeConfigSpelling {
  readonly target: string;
  readonly failure: readonly string[];
  /** The property of the function that it may name it by. */
  readonly name: string;
}

const invokeConfigs: Readonly<Record<string, InvokeConfigSpelling>> = {
  'AWS::Lambda::EventInvokeConfig': {
    target: 'FunctionName',
    failure: ['DestinationConfig', 'OnFailure'],
    name: 'FunctionName',
  },
  aws_lambda_function_event_invoke_config: {
    target: 'function_name',
    failure: ['destination_config', 'on_failure'],
    name: 'function_name',
  },
};

/** How a type of queue is spelled; undefined for what is no queue of SQS. */
export function queueSpelling(type: string): QueueSpelling | undefined {
  return queues[type];
}

/** How a type of function is spelled; undefined for what is no function on Lambda. */
export function functionSpelling(type: string): FunctionSpelling | undefined {
  return functions[type];
}

/** How a type of resource that configures a function's events is spelled; undefined for others. */
export function invokeConfigSpelling(type: string): InvokeConfigSpelling | undefined {
  return invokeConfigs[type];
}
