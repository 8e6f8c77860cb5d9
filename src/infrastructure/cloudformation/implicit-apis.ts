// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
import type { DataNode, ScalarNode } from '../../syntax/data-tree.ts';
import { asMapping, at, textOf } from '../../syntax/navigate.ts';
import type { Evaluator } from './evaluate.ts';
import type { Declared } from './loops.ts';

/** The APIs that SAM makes for events which name none. */
const implicitApis = [
  { id: 'ServerlessRestApi', type: 'AWS::Serverless::Api', event: 'Api', named: 'RestApiId' },
  { id: 'ServerlessHttpApi', type: 'AWS::Serverless::HttpApi', event: 'HttpApi', named: 'ApiId' },
] as const;

/** The implicit APIs of a template: each stands where the first event stands that leads to it. */
export function implicitApisOf(resources: readonly Declared[], evaluator: Evaluator): Declared[] {
  return implicitApis.flatMap(({ id, type, event, named }) => {
    if (resources.some(({ name }) => name === id)) return [];
    for (const { entry } of resources) {
      if (textOf(at(entry.value, 'Type')) !== 'AWS::Serverless::Function') continue;
      const found = asMapping(at(entry.value, 'Properties', 'Events'))?.entries.find(
        ({ value }) => textOf(at(value, 'Type')) === event && at(value, 'Properties', named) === undefined,
      );
      if (found !== undefined) {
        return [
          { name: id, entry: { key: found.key, value: ofType(type, found.value) }, evaluator, path: ['Globals'] },
        ];
      }
    }
    return [];
  });
}

/** A declaration that says nothing but its type. */
function ofType(type: string, { start, end }: DataNode): DataNode {
  const scalar = (text: string): ScalarNode => ({
    kind: 'scalar',
    value: text,
    text,
    style: 'plain',
    tag: null,
    start,
    end,
  });
  return {
    kind: 'mapping',
    entries: [{ key: scalar('Type'), value: scalar(type) }],
    flow: false,
    tag: null,
    start,
    end,
  };
}
