import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { type Answer, met, missing, notApplicable, unknown } from './answer.ts';
import { byChecks, byRisks } from './by-checks.ts';
import { dataWanted } from './data-wanted.ts';
import { limitOf } from './limits.ts';
import { requestLimits } from './request-limits.ts';
import type { Rung } from './rung.ts';
import { runsOnDemand } from './runs-on-demand.ts';
import type { Standing } from './standing.ts';
import { startOfWork } from './start-of-work.ts';
import { requestLibrary } from './takes-requests.ts';
import { waitingWork } from './waiting-work.ts';

export const serverless: Rung = {
  rung: 3,
  title: 'Serverless or event-driven where it fits',
  notFor,
  requirements: [
    {
      id: 'on-demand',
      toldBy: 'infrastructure',
      what: 'On-demand compute, or a work queue',
      step: 'Run it as a function, a job or a container that the platform starts for events and requests',
      checks: [],
      tell: onDemandOf,
    },
    {
      id: 'started-by',
      toldBy: 'infrastructure',
      what: 'A defined trigger',
      step: 'Define its trigger: an event, a schedule, a route',
      checks: [],
      tell: startOfWork,
    },
    {
      id: 'timeout',
      toldBy: 'infrastructure',
      what: 'A stated time-out',
      step: 'State its time-out',
      checks: [],
      tell: (standing) => limitOf(standing, 'timeout'),
    },
    {
      id: 'memory',
      toldBy: 'infrastructure',
      what: 'A stated memory size',
      step: 'State its memory size',
      checks: [],
      tell: (standing) => limitOf(standing, 'memory'),
    },
    {
      id: 'requests',
      toldBy: 'infrastructure',
      what: 'Limits on incoming requests',
      step: 'Limit concurrent requests or instances, and the size of a request',
      checks: [],
      tell: requestLimits,
    },
    {
      id: 'waiting',
      toldBy: 'code',
      what: 'Time-outs on outgoing calls',
      step: 'Set a time-out on each outgoing request',
      checks: ['timeout-missing', 'queue-visibility-too-short'],
      tell: waitingOf,
    },
    {
      id: 'errors',
      toldBy: 'code',
      what: 'Errors that reach the caller, which retries',
      step: 'Raise errors and report partial failures, so that the caller retries',
      checks: ['error-swallowed', 'partial-failure-ignored', 'first-page-only', 'partial-batch-unreported'],
      tell: (standing) =>
        byRisks(
          standing,
          ['error-swallowed', 'partial-failure-ignored', 'first-page-only'],
          'It catches no error that the platform would retry, and answers of no batch.',
        ),
    },
    {
      id: 'retries',
      toldBy: 'infrastructure',
      what: 'Retries and a dead-letter queue',
      step: 'Send events that keep failing to a dead-letter queue or a failure destination',
      checks: ['dead-letter-missing'],
      tell: retriesOf,
    },
    {
      id: 'idempotency',
      toldBy: 'code',
      what: 'Idempotency for events that may be delivered twice',
      step: 'Make it idempotent: an idempotency key, a conditional write',
      checks: [],
      tell: idempotencyOf,
    },
  ],
};

function onDemandOf(standing: Standing): Answer {
  if (runsOnDemand(standing)) return met('The platform starts it when there is work.', standing.itself);
  const [worker] = standing.libraries('worker');
  if (worker !== undefined) return met('A queue hands work to its workers, for which nobody waits.', worker.evidence);
  const waits = waitingWork(standing);
  return waits === undefined
    ? missing('Nobody sends it requests, and nothing starts it when there is work.', standing.itself)
    : missing('Its work comes by events or by the clock, and it runs all the time to wait for them.', waits);
}

/** Whatever waits too long counts, be it no more than an improvement: a client of a model waits for minutes by default. */
function waitingOf(standing: Standing): Answer {
  const checks = ['timeout-missing', 'queue-visibility-too-short'];
  return byChecks(standing, checks) ?? byRisks(standing, checks, 'Nothing that it does waits without an end.');
}

function notFor(standing: Standing): string | null {
  const { compute, triggers } = standing.service;
  if (runsOnDemand(standing)) return null;
  if (standing.unreadInfrastructure() !== null) return null; // it may be anything there
  if (compute === 'data-pipeline' || compute === 'ml') return 'A managed service for data or models runs it.';
  if (compute === null) return 'Nothing says what runs it.';
  const answers = triggers.length > 0 || requestLibrary(standing) !== undefined;
  return answers && waitingWork(standing) === undefined
    ? 'It is a server that answers requests as they come: no event starts its work.'
    : null;
}

/** Texts of code that asks a server again whose connection is gone. */
const retried = ['pool_pre_ping', 'max_retries', 'Retry(', 'retryable', 'retry_on'];

function retriesOf(standing: Standing): Answer {
  const { compute } = standing.service;
  return compute === 'function' || compute === 'job' ? failedEventsOf(standing) : askedAgainOf(standing);
}

/** What runs by itself has to ask again by itself: nobody hands it a request twice. */
function askedAgainOf(standing: Standing): Answer {
  const library = standing.libraries('retries')[0];
  if (library !== undefined) return met('Its code tries again by a library.', library.evidence);
  const held = standing.holding(retried);
  if (held !== undefined) return met('Its code tries again.', evidence(startOf(held), held, 'guessed'));
  const wanted = dataWanted(standing, true);
  if (wanted === undefined || wanted.ofCloud) return failedEventsOf(standing); // an SDK of a cloud retries by itself
  const why = 'It asks a database, and nothing in its code retries when a connection is gone.';
  return { ...missing(why, wanted.evidence), step: 'Retry failed connections to its database' };
}

function failedEventsOf(standing: Standing): Answer {
  return byRisks(
    standing,
    ['dead-letter-missing', 'partial-batch-unreported'],
    'Who calls it waits for the answer, or the platform that starts it keeps no failed events.',
  );
}

/** Words of code that guards against a second delivery. */
const guards = ['idempoten', 'Idempoten', 'ConditionExpression', 'if_generation_match', 'ON CONFLICT'];

function idempotencyOf(standing: Standing): Answer {
  const { service, itself } = standing;
  const event = service.triggers.find(({ invocation }) => invocation !== 'synchronous' && invocation !== 'scheduled');
  const delivered = event?.evidence ?? standing.libraries('worker')[0]?.evidence;
  if (delivered === undefined) return notApplicable('No event starts it that the platform may deliver twice.');
  const library = standing.libraries('idempotency')[0];
  if (library !== undefined) return met('A library keeps it from doing the same twice.', library.evidence);
  const guarded = standing.holding(guards);
  if (guarded !== undefined)
    return met('Its code guards against doing the same twice.', evidence(startOf(guarded), guarded, 'guessed'));
  if (standing.unread() !== null) return unknown('Its code is not here.', itself);
  return unknown('An event may come twice, and nothing in its code says that this does no harm.', delivered);
}
