// https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions-files
import { parseJson } from '../../../syntax/json/index.ts';
import type { Value } from '../../model/value.ts';
import { member } from '../access.ts';
import { literalOf, type Plain, textIn, unknownOf, valueOf } from '../plain.ts';
import { plainNode } from '../plain-node.ts';
import { type AzureFunction, type FunctionCall, ofTexts, undetermined } from './call.ts';

/** Functions that read files beside the template, and JSON. */
export const fileFunctions: Readonly<Record<string, AzureFunction>> = {
  loadTextContent: (call) => loaded(call, (text) => text),
  loadFileAsBase64: (call) => loaded(call, (text) => Buffer.from(text).toString('base64')),
  loadJsonContent: (call) => {
    const value = loaded(call, jsonIn);
    const path = textIn(call.values()[1]);
    return path === undefined
      ? value
      : path
          .split('.')
          .filter((step) => step !== '' && step !== '$')
          .reduce((current, step) => member(current, step, call.place), value);
  },
  loadYamlContent: undetermined,
  json: ofTexts(jsonIn),
};

function loaded(call: FunctionCall, read: (text: string) => Plain | undefined): Value {
  const path = textIn(call.values()[0]);
  if (path === undefined) return undetermined(call);
  const text = call.evaluator.readBeside(call.scope.program.file, path);
  const value = text === undefined ? undefined : read(text);
  if (value === undefined) return unknownOf('unreadable-file', path, call.place);
  return typeof value === 'string' ? literalOf(value, call.place) : valueOf(value, call.place);
}

function jsonIn(text: string): Plain | undefined {
  const tree = parseJson(text);
  return tree.documents[0] === undefined || tree.faults.some((fault) => fault.code === undefined)
    ? undefined
    : plainNode(tree.documents[0]);
}
