import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { type Answer, met, missing, notApplicable, unknown } from './answer.ts';
import { appFile } from './automation.ts';
import { dataWanted } from './data-wanted.ts';
import { entranceOf, isProcfile } from './entrance.ts';
import { database, logs, ofKind } from './resource-kinds.ts';
import type { Rung } from './rung.ts';
import { runsOnDemand } from './runs-on-demand.ts';
import type { Standing } from './standing.ts';
import { usesOfKind } from './used-resources.ts';
import { writesLogs } from './writes-logs.ts';

export const lifted: Rung = {
  rung: 2,
  title: 'Lifted: packaged, behind an entrance, on managed data',
  notFor: () => null,
  requirements: [
    {
      id: 'packaged',
      toldBy: 'infrastructure',
      what: 'A container image or a managed runtime',
      step: 'Write a Dockerfile, or move it to a managed runtime',
      checks: ['image-runs-as-root', 'base-image-floating'],
      tell: packagedOf,
    },
    {
      id: 'logs',
      toldBy: 'infrastructure',
      what: 'Logs and metrics that are collected',
      step: 'Send its logs and metrics to a monitoring service',
      checks: ['log-retention-unset'],
      tell: logsOf,
    },
    {
      id: 'entrance',
      toldBy: 'infrastructure',
      what: 'A gateway, load balancer, ingress or HTTP trigger',
      step: 'Put a gateway, a load balancer or an ingress in front of it',
      checks: ['endpoint-public'],
      tell: entranceOf,
    },
    {
      id: 'database',
      toldBy: 'infrastructure',
      what: 'A managed database',
      step: 'Move its data to a managed database, defined in infrastructure code',
      checks: ['data-public', 'data-unencrypted'],
      tell: databaseOf,
    },
  ],
};

function packagedOf({ service, itself }: Standing): Answer {
  const { artifact, image, runtime, compute, definedIn } = service;
  if (artifact === 'image' || image !== null)
    return met('It runs in an image.', image === null ? itself : evidence(startOf(image.file), image.file));
  if (runtime.managed !== null)
    return met(`The platform brings its Python (${runtime.managed.id}).`, runtime.evidence[0] ?? itself);
  if (compute === 'function') return met('The platform brings its Python.', itself);
  if (compute === 'vm') return missing('It runs on a machine that somebody has to set up.', itself);
  if (compute !== null) return met('The platform builds and runs its code.', itself);
  if (isProcfile.test(definedIn.file)) return met('The platform builds its code by a buildpack.', itself);
  return missing('No Dockerfile builds it, and no managed runtime runs it.', itself);
}

/** Platforms of containers that keep what a service logs without being asked, by the provider's own type. */
const keepsLogs = /^google_(cloud_run|cloudfunctions|app_engine)|apprunner|AppRunner|^run\.googleapis|serving\.knative/;

/** Settings that say where the logs of a container go. */
const logSettings = /LogConfiguration|logConfiguration|log_configuration|awslogs/;

/** Clusters of Google, whose logs and metrics are kept unless somebody turns that off. */
const gke = /^google_container_cluster$|^module:.*kubernetes-engine/;

function logsOf(standing: Standing): Answer {
  const { service, itself, own, near } = standing;
  const { definition, cloud, compute } = service;
  const type = definition?.resource.type ?? '';
  if (
    keepsLogs.test(type) ||
    (definition === null && compute !== 'function' && (cloud === 'gcp' || runsOnDemand(standing)))
  )
    return met('The platform keeps what it logs, and counts its requests and errors.', itself);
  const stated = standing.verdicts(['log-retention-unset', 'tracing-off']).find(({ verdict }) => verdict === 'pass');
  if (stated !== undefined) return { ...met(stated.message, stated.at ?? itself), check: stated.check };
  const kept = ofKind(own, logs);
  if (kept.length > 0) return met('Its stack defines where logs go.', ...kept);
  const named = service.environment.find(({ name }) =>
    /APPLICATIONINSIGHTS|APPINSIGHTS|OTEL_EXPORTER|SENTRY|DD_/.test(name),
  );
  if (named !== undefined) return met('Its definition says where telemetry goes.', evidence(named.place, named.name));
  const configured = own.find(
    (resource) =>
      /TaskDefinition|task_definition/.test(resource.type) &&
      [...resource.properties.entries.keys()].some((key) => logSettings.test(key)),
  );
  if (configured !== undefined)
    return met('Its definition says where logs go.', evidence(configured.key, configured.id));
  const written = writesLogs(standing);
  if (written !== undefined)
    return met('It may write to CloudWatch, which keeps its logs and counts its runs.', written);
  const library = standing.libraries('telemetry', 'metrics')[0];
  if (library !== undefined) return met('Its code sends telemetry.', library.evidence);
  const beside = ofKind(near(), logs);
  if (beside.length > 0) return met('The infrastructure code around it defines where logs go.', ...beside);
  if (cloud === 'kubernetes') {
    const cluster = near().find(({ type: its }) => gke.test(its));
    if (cluster !== undefined) return met('GKE keeps what it logs.', evidence(cluster.key, cluster.id));
    return unknown('Where a cluster sends logs, stands in its own settings.', itself);
  }
  if (standing.unread() !== null && compute === 'function')
    return unknown('Nothing defines how long its logs are kept, and what its code sends is not here.', itself);
  return missing('Nothing says where its logs and metrics go.', itself, 'log-retention-unset');
}

function databaseOf(standing: Standing): Answer {
  const { own, near } = standing;
  const used = usesOfKind(standing, database);
  if (used.length > 0) return met('It works on a managed database.', ...used);
  const wanted = dataWanted(standing, true);
  if (wanted === undefined) return notApplicable('It asks for no database, as far as its code says.');
  const defined = [...ofKind(own, database), ...ofKind(near(), database)];
  if (defined.length > 0) return met('A managed database is defined beside it.', ...defined);
  const added = standing.files(appFile).find((file) => /postgres|redis|jawsdb|mongo/.test(standing.text(file) ?? ''));
  if (added !== undefined) return met('The platform adds a managed database.', evidence(startOf(added), 'addons'));
  if (wanted.ofCloud) return met('Its code asks a database of the cloud.', wanted.evidence);
  return missing('Its code asks for a database, and no managed one is defined.', wanted.evidence);
}
