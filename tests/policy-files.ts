import type { Files } from './judge-files.ts';

/** A SAM function `F` on `app.handler`: lines of its `Policies` (from line 10), lines of its code, further resources. */
export function withPolicies(policies: readonly string[], code: readonly string[], resources = ''): Files {
  const list = policies.length === 0 ? [] : ['Policies:', ...policies.map((line) => `  ${line}`)];
  return {
    'app.py': `import os\nimport boto3\n\ndef handler(event, context):\n${code.map((line) => `    ${line}\n`).join('')}    return event\n`,
    'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  F:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: python3.13
      Environment: { Variables: { TABLE: !Ref Orders } }
${list.map((line) => `      ${line}\n`).join('')}  Orders: { Type: AWS::DynamoDB::Table }
${resources}`,
  };
}

/** A statement of a policy in one line. */
export function statement(actions: string, resource: string, more = ''): string {
  return `- Statement: { Effect: Allow, Action: ${actions}, Resource: ${resource}${more} }`;
}
