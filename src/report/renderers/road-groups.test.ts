import { expect, test } from 'vitest';
import type { RungState } from '../../skills/road/rung.ts';
import type { RoadServiceJson, RungJson } from '../documents/road.ts';
import { roadSummary, standsOn } from './road-groups.ts';

function service(rung: RoadServiceJson['rung'], ...states: readonly RungState[]): RoadServiceJson {
  const rungs = states.map((state, index) => ({ rung: index + 1, state }) as RungJson);
  return { id: 'a#b', name: 'b', cloud: 'aws', rung, rungs, next: null };
}

test.for<[string, RoadServiceJson]>([
  ['below rung 1', service(0, 'partly', 'reached', 'not-applicable', 'partly', 'partly')],
  ['on rung 2', service(2, 'reached', 'reached', 'partly', 'partly', 'partly')],
  ['on rung 2 (3 not for it)', service(3, 'reached', 'reached', 'not-applicable', 'partly', 'partly')],
  ['on rung 4', service(4, 'reached', 'reached', 'not-applicable', 'reached', 'partly')],
])('%s', ([text, one]) => {
  expect(standsOn(one)).toBe(text);
});

test('a summary counts services by where they stand, and says that files were not read in full', () => {
  const services = [service(3, 'reached', 'reached', 'not-applicable', 'partly'), service(0, 'partly')];
  const unreadable = [{ file: 'a.tf', line: 1, reason: 'cut' }];
  const document = { schemaVersion: 1, services, wrongTool: [], unreadable, notes: ['More.'] } as const;
  const said = '2 services: 1 on rung 2 (3 not for it) and 1 below rung 1. 1 file could not be read in full';
  expect(roadSummary(document, { all: false, chosen: false })).toEqual([`${said} (--all names them).`, 'More.']);
  expect(roadSummary(document, { all: true, chosen: false })).toEqual([`${said}.`, 'More.']);
});
