import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { type Answer, met, missing, unknown } from './answer.ts';
import type { Standing } from './standing.ts';

/** Variables by which a definition sends errors or traces somewhere. */
const destinations =
  /^(OTEL_(TRACES_EXPORTER|EXPORTER_\w+)|SENTRY_DSN|ROLLBAR_\w+|DD_(API_KEY\w*|TRACE_ENABLED|SITE)|NEW_RELIC_\w+|APPLICATIONINSIGHTS_CONNECTION_STRING)$/;

/** Whether errors and traces of a service reach somebody: a tracker, a tracer, or an alarm. */
export function tellsOf(standing: Standing, alerts: Answer): Answer {
  const { environment, itself } = standing;
  const library = standing.libraries('telemetry')[0];
  if (library !== undefined) return met('Its code sends errors or traces.', library.evidence);
  const traced = standing.verdicts(['tracing-off']).find(({ verdict }) => verdict === 'pass');
  if (traced !== undefined) return { ...met(traced.message, traced.at ?? itself), check: traced.check };
  const named = environment.find(({ name, value }) => {
    const reading = readText(value);
    return destinations.test(name) && !(reading.known && /^(none|false|)$/i.test(reading.value));
  });
  if (named !== undefined) return met('Its definition sends errors or traces.', evidence(named.place, named.name));
  if (alerts.state === 'met') return { ...alerts, why: 'An alarm tells of its errors.' };
  if (standing.unread() !== null) return unknown('Its code is not here.', itself);
  if (alerts.state === 'unknown') return alerts;
  return missing('Nothing tells anybody of its errors, or follows a request.', standing.start());
}
