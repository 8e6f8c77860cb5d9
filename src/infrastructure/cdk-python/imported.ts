// https://docs.aws.amazon.com/cdk/v2/guide/resources.html: `Table.from_table_name(scope, id, name)` names what is there already.

const importing = /^(.+)\.from_(\w+)$/;

/** The class of a construct, also of one that a method of the class makes of something that is there already. */
export function classOf(path: string): string {
  return importing.exec(path)?.[1] ?? path;
}

/** By what a construct is named that is there already (`table_name`); undefined of one that the app makes. */
export function importedBy(path: string): string | undefined {
  return importing.exec(path)?.[2];
}

/** Managed policies of AWS are named by their ARNs, which a policy's name tells: they are values, not resources. */
export function isNamedValue(path: string): boolean {
  return /\.ManagedPolicy\.from_/.test(path);
}
