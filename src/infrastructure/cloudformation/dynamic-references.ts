// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html

/** True for a text whose value CloudFormation fetches when it deploys (`{{resolve:ssm:/name}}`). */
export function hasDynamicReference(text: string): boolean {
  return text.includes('{{resolve:');
}
