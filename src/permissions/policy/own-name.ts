/**
 * A resource in which a function goes by its name, and no reference leads to it: where its own role is meant, which is
 * there before the function is, a reference would be a circle.
 */
export function ownName(resource: string, id: string, name: string): string {
  const arn = `arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:${name}`;
  return resource
    .replaceAll(`\${${id}.Arn}`, arn)
    .replaceAll(`\${${id}}`, name)
    .replace(/\*{2,}/g, '*');
}
