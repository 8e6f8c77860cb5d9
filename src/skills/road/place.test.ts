import { expect, test } from 'vitest';
import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { type Answer, met, missing, notApplicable, unknown } from './answer.ts';
import { evidenceOf, place, stateOf } from './place.ts';
import type { Rung, RungNumber } from './rung.ts';
import type { Standing } from './standing.ts';

const at = evidence(startOf('template.yaml'), 'Function');

test.for([
  [['met', 'met'], 'reached'],
  [['met', 'not-applicable'], 'reached'],
  [['met', 'missing'], 'partly'],
  [['met', 'missing', 'unknown'], 'partly'],
  [['missing', 'not-applicable'], 'not-reached'],
  [['missing', 'unknown'], 'not-reached'],
  [['met', 'unknown'], 'partly'],
  [['unknown', 'not-applicable'], 'unknown'],
  [['not-applicable'], 'not-applicable'],
] as const)('%j is %s', ([states, state]) => {
  expect(stateOf(states)).toBe(state);
});

function rungOf(rung: RungNumber, answers: readonly Answer[], reason: string | null = null): Rung {
  return {
    rung,
    title: `rung ${rung}`,
    notFor: () => reason,
    requirements: answers.map((answer, index) => ({
      id: `${rung}.${index}`,
      what: 'a thing',
      step: 'Add it',
      toldBy: 'infrastructure',
      checks: [],
      tell: () => answer,
    })),
  };
}

/** The rungs here look at nothing else. */
const standing = { unreadInfrastructure: () => null } as unknown as Standing;

test('a rung that is not for a service does not hold it back, and the next step is the first that is missing', () => {
  const { highest, rungs, next } = place(standing, [
    rungOf(1, [met('there', at)]),
    rungOf(2, [missing('not looked at', at)], 'it has no use for it'),
    rungOf(3, [met('there', at), unknown('dark', at)]),
    rungOf(4, [met('there', at), missing('gone', at), missing('gone too', at)]),
  ]);
  expect(highest).toBe(2);
  expect(rungs.map(({ state }) => state)).toEqual(['reached', 'not-applicable', 'partly', 'partly']);
  expect(rungs[1]?.told[0]?.answer).toEqual(notApplicable('it has no use for it'));
  expect(next).toMatchObject({ rung: 4, requirement: { id: '4.1' }, answer: { why: 'gone' } });
});

test('nothing is next where nothing is missing, and each place is shown once', () => {
  const placed = place(standing, [rungOf(1, [met('there', at, at), met('there too', at)])]);
  expect(placed).toMatchObject({ highest: 1, next: null });
  expect(placed.rungs.map(evidenceOf)).toEqual([[at]]);
});

test('a service before the first rung stands on none', () => {
  expect(place(standing, [rungOf(1, [missing('gone', at)]), rungOf(2, [met('there', at)])]).highest).toBe(0);
});

test('what infrastructure code would define is unknown where some of it is not read', () => {
  const unread = { unreadInfrastructure: () => at, unreadApp: () => [] } as unknown as Standing;
  const { rungs, next } = place(unread, [rungOf(1, [missing('gone', at), met('there', at)])]);
  expect(rungs.map(({ state }) => state)).toEqual(['partly']);
  expect(rungs[0]?.told[0]?.answer.state).toBe('unknown');
  expect(next).toBeNull();
});

test('a sign does not count, and is the next step only when nothing that counts is missing', () => {
  const [sign, whole] = [rungOf(1, [missing('better', at)]), rungOf(2, [met('there', at)])];
  const signs: Rung = { ...sign, requirements: sign.requirements.map((one) => ({ ...one, isSign: true })) };
  const both = { ...whole, requirements: [...whole.requirements, ...signs.requirements] };
  expect(place(standing, [both])).toMatchObject({ highest: 2, next: { requirement: { id: '1.0' } } });
  const open = place(standing, [both, rungOf(3, [missing('gone', at)])]);
  expect(open.next).toMatchObject({ rung: 3, requirement: { id: '3.0' } });
  const shown: Rung = {
    ...signs,
    requirements: signs.requirements.map((one) => ({ ...one, tell: () => met('there', at) })),
  };
  const lacking = { ...shown, requirements: [...shown.requirements, ...rungOf(1, [missing('gone', at)]).requirements] };
  expect(place(standing, [lacking]).rungs.map(({ state }) => state)).toEqual(['not-reached']);
});
