// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
import type { PolicyStatement } from './statements.ts';

/** A policy as IAM has it. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: 'Allow';
    readonly Action: readonly string[];
    readonly Resource: readonly string[];
  }[];
}

/** Statements as a policy. */
export function documentOf(statements: readonly PolicyStatement[]): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: statements.map(({ sid, actions, resources }) => ({
      Sid: sid,
      Effect: 'Allow',
      Action: actions,
      Resource: resources,
    })),
  };
}

/** What placeholders may become, in characters: the longest partition and region, an account, a long ARN. */
const lengths: Readonly<Record<string, number>> = {
  'AWS::Partition': 10,
  'AWS::Region': 14,
  'AWS::AccountId': 12,
};
const longestArn = 150;

/** How much of a policy's quota a document takes, in characters: white space does not count, placeholders as they may become. */
export function sizeOf(statements: readonly PolicyStatement[]): number {
  const text = JSON.stringify(documentOf(statements)).replaceAll(/\s/g, '');
  const placeholders = [...text.matchAll(/\$\{([^{}]+)\}/g)];
  return placeholders.reduce(
    (sum, [written, name = '']) => sum - written.length + (lengths[name] ?? longestArn),
    text.length,
  );
}

/**
 * Parts statements into as few policies as their order allows, each of at most `mostSize` characters. A statement that is
 * too large for a policy of its own is parted itself.
 */
export function splitStatements(statements: readonly PolicyStatement[], mostSize: number): PolicyStatement[][] {
  const policies: PolicyStatement[][] = [];
  for (const statement of statements.flatMap((one) => fitting(one, mostSize))) {
    const last = policies.at(-1);
    if (last !== undefined && sizeOf([...last, statement]) <= mostSize) last.push(statement);
    else policies.push([statement]);
  }
  return policies;
}

/** A statement in parts that each fit into a policy: its longer list is halved until they do. */
function fitting(statement: PolicyStatement, mostSize: number): PolicyStatement[] {
  const { sid, actions, resources } = statement;
  if (sizeOf([statement]) <= mostSize || actions.length + resources.length <= 2) return [statement];
  const name = resources.length > actions.length ? 'resources' : 'actions';
  const list = statement[name];
  const middle = Math.ceil(list.length / 2);
  const [first, second] = [list.slice(0, middle), list.slice(middle)];
  return [
    ...fitting({ ...statement, [name]: first, sid: `${sid}A` }, mostSize),
    ...fitting({ ...statement, [name]: second, sid: `${sid}B` }, mostSize),
  ];
}
