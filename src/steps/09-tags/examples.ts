// Short templates for the examples of checks.

/** A function that uses the bucket `Uploads`, whose properties are these lines; both carry the tag `Team` unless told otherwise. */
export function withBucket(properties: readonly string[], functionTags = '{ Team: orders }'): Record<string, string> {
  return {
    'app.py': 'def handler(event, context):\n    return event\n',
    'template.yaml': [
      'Transform: AWS::Serverless-2016-10-31',
      'Resources:',
      '  Resize:',
      '    Type: AWS::Serverless::Function',
      '    Properties:',
      '      Handler: app.handler',
      '      Runtime: python3.13',
      `      Tags: ${functionTags}`,
      '      Environment: { Variables: { BUCKET: !Ref Uploads } }',
      '  Uploads:',
      '    Type: AWS::S3::Bucket',
      ...(properties.length === 0 ? [] : ['    Properties:', ...properties.map((line) => `      ${line}`)]),
      '',
    ].join('\n'),
  };
}

/** A policy for tags in the file of our own. */
export function policy(...lines: readonly string[]): Record<string, string> {
  return { 'tag-policy.toml': `${lines.join('\n')}\n` };
}

/** A function that uses a resource `Data` of a type, whose properties are these lines. */
export function withData(type: string, properties: readonly string[]): Record<string, string> {
  return {
    'app.py': 'def handler(event, context):\n    return event\n',
    'template.yaml': [
      'Transform: AWS::Serverless-2016-10-31',
      'Parameters: { Open: { Type: String } }',
      'Resources:',
      '  Resize:',
      '    Type: AWS::Serverless::Function',
      '    Properties:',
      '      Handler: app.handler',
      '      Runtime: python3.13',
      '      Environment: { Variables: { DATA: !Ref Data } }',
      '  Data:',
      `    Type: ${type}`,
      '    Properties:',
      ...properties.map((line) => `      ${line}`),
      '',
    ].join('\n'),
  };
}
