import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { CdkFact } from '../../catalogue/dataset.ts';

/** The resource that a construct becomes. */
export interface ResourceOf {
  /** The class whose properties `props` are: the construct's own, or one above it. */
  readonly path: string;
  readonly type: string;
  /** Where properties go: the path in CloudFormation, behind a colon the unit. Null of an L1 construct: by their names. */
  readonly props: Readonly<Record<string, string>> | null;
}

/** What is known of the library, by paths below `aws_cdk` (`aws_lambda.Function`). */
export interface Library {
  /** What a class of constructs becomes; undefined of classes that are none, or that become several resources. */
  resource(path: string): ResourceOf | undefined;
  /** The text behind a member of an enumeration: `aws_lambda.Runtime.PYTHON_3_12`. */
  value(path: string): string | undefined;
  /** How CloudFormation spells the Python name of an L1 property. */
  propertyName(name: string): string;
}

/** Constructs of packages that are not part of the library's own assembly, and the class whose properties they take. */
const others: Readonly<Record<string, string>> = {
  'aws_lambda_python.PythonFunction': 'aws_lambda.Function',
  'aws_lambda_python.PythonLayerVersion': 'aws_lambda.LayerVersion',
  'aws_lambda_go.GoFunction': 'aws_lambda.Function',
};

/** Opens what the catalogue knows of the library. */
export function openLibrary(catalogue: Catalogue): Library {
  const facts = new Map<string, CdkFact>(catalogue.load('aws/cdk').facts.map((fact) => [fact.id, fact]));
  const names = facts.get('property names');
  const resource = (path: string): ResourceOf | undefined => {
    const fact = facts.get(others[path] ?? path);
    if (fact?.kind === 'subclass') return resource(fact.base);
    if (fact?.kind === 'construct') return { path: fact.id, type: fact.type, props: fact.props };
    const [, module = '', name = ''] = /^(\w+)\.Cfn(\w+)$/.exec(path) ?? [];
    const home = facts.get(module);
    if (home?.kind !== 'module') return undefined;
    return { path, type: home.types?.[`Cfn${name}`] ?? `${home.namespace}::${name}`, props: null };
  };
  return {
    resource,
    value(path) {
      const dot = path.lastIndexOf('.');
      const fact = facts.get(`${path.slice(0, dot)} values`);
      return fact?.kind === 'values' ? fact.values[path.slice(dot + 1)] : undefined;
    },
    propertyName: (name) =>
      (names?.kind === 'names' ? names.names[name] : undefined) ?? name.split('_').map(capitalised).join(''),
  };
}

/** A text with its first letter large. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/**
 * The path below `aws_cdk` of something of the CDK: version 1's `core` and the packages of what is not stable yet have the
 * names of version 2. Undefined for all else.
 */
export function cdkPath(path: string): string | undefined {
  const found = /^(?:aws_cdk|monocdk)\.(?:core\.)?(.+)$/.exec(path)?.[1] ?? /^constructs\.(.+)$/.exec(path)?.[1];
  return found?.replace(/^(aws_\w+?)_alpha(?=\.)/, '$1');
}
