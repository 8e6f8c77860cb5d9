import type { BicepFile, ObjectExpression } from '../../src/syntax/bicep/index.ts';
import { expressionsOf, partsOf, removeBicep, setBicep } from '../../src/syntax/bicep/index.ts';
import {
  type Dockerfile,
  type DockerfilePart,
  insertDockerfile,
  removeDockerfile,
  setDockerfile,
} from '../../src/syntax/dockerfile/index.ts';
import { type Attribute, type Body, type HclFile, removeHcl, setHcl } from '../../src/syntax/hcl/index.ts';
import type { Trial } from './trial.ts';

type Draw = (below: number) => number;

const values = ['changed', '${two} words', 42, true] as const;

/** One random edit of a file in HCL: an attribute of a body set or removed. */
export function hclTrial(file: HclFile, draw: Draw): Trial | undefined {
  const found: { body: Body; item: Attribute }[] = [];
  const gather = (body: Body): void => {
    for (const item of body.items) {
      if (item.kind === 'block') gather(item.body);
      else if (item.kind === 'attribute') found.push({ body, item });
    }
  };
  gather(file.body);
  const one = found[draw(found.length)];
  if (one === undefined) return undefined;
  const { body, item } = one;
  const remove = draw(3) === 0;
  const edits = remove
    ? removeHcl(file, body, [item.name])
    : setHcl(file, body, [item.name], values[draw(values.length)] ?? 1);
  return {
    what: `${remove ? 'remove' : 'set'} ${item.name}`,
    kind: remove ? 'remove' : 'set',
    edits,
    start: item.start,
    holder: undefined,
    end: item.end,
  };
}

/** One random edit of a Bicep file: a key of an object set or removed. */
export function bicepTrial(file: BicepFile, draw: Draw): Trial | undefined {
  const objects: ObjectExpression[] = [];
  const waiting = file.statements.flatMap((statement) => [...expressionsOf(statement)]);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'object') objects.push(next);
    waiting.push(...partsOf(next));
  }
  const object = objects[draw(objects.length)];
  const properties = object?.entries ?? [];
  const property = properties[draw(properties.length)];
  if (object === undefined || property === undefined || property.name === null) return undefined;
  const remove = draw(3) === 0;
  const edits = remove
    ? removeBicep(file, object, [property.name])
    : setBicep(file, object, [property.name], values[draw(values.length)] ?? 1);
  return {
    what: `${remove ? 'remove' : 'set'} ${property.name}`,
    kind: remove ? 'remove' : 'set',
    edits,
    start: property.start,
    holder: object.start,
    end: property.end,
  };
}

/** One random edit of a Dockerfile: an image, pair, flag or command set, or an instruction removed or inserted. */
export function dockerfileTrial(file: Dockerfile, draw: Draw): Trial | undefined {
  const all = [...file.preamble, ...file.stages.flatMap((stage) => [stage.from, ...stage.instructions])];
  const target = all[draw(all.length)];
  if (target === undefined) return undefined;
  const { keyword, start, end } = target;
  const stage = file.stages[draw(file.stages.length)];
  if (draw(4) === 0 && stage) {
    const index = draw(stage.instructions.length + 1);
    const before = stage.instructions[index - 1] ?? stage.from;
    const edits = insertDockerfile(file, stage.index, index, 'USER', 'inserted');
    return {
      what: `insert behind ${before.keyword}`,
      kind: 'insert',
      edits,
      start: before.end,
      end: before.end,
      holder: undefined,
    };
  }
  if (draw(4) === 0 && keyword !== 'FROM')
    return {
      what: `remove ${keyword}`,
      kind: 'remove',
      edits: removeDockerfile(file, target),
      start,
      end,
      holder: undefined,
    };
  const [pair] = target.pairs;
  const [flag] = target.flags;
  const part: DockerfilePart =
    keyword === 'FROM'
      ? { kind: 'image' }
      : pair
        ? { kind: 'pair', name: pair.name }
        : flag
          ? { kind: 'flag', name: flag.name }
          : { kind: 'arguments' };
  return {
    what: `set ${part.kind} of ${keyword}`,
    kind: 'set',
    edits: setDockerfile(file, target, part, 'changed'),
    start,
    end,
    holder: undefined,
  };
}
