import { evidence } from '../../evidence/evidence.ts';
import { startOf } from '../../evidence/place.ts';
import { type Answer, met, missing, unknown } from './answer.ts';
import { holdsName } from './found-line.ts';
import { dashboards, ofKind } from './resource-kinds.ts';
import type { Standing } from './standing.ts';
import { statedKey } from './stated-key.ts';

/** Files that may be exports of dashboards, and what one holds: of Grafana, of Google Cloud, of CloudWatch, of Azure. */
const dashboardFile = /dashboards?[^/]*\.(json|ya?ml|tpl)$|(^|\/)dashboards?\/[^/]+\.json$/i;
const holdsPanels =
  /"(panels|widgets|gridLayout|mosaicLayout|columnLayout|lenses|dashboardFilters)"\s*:|^[ \t]*(panels|widgets)[ \t]*:/m;

/** Whether a dashboard shows how a service does; whether one that stands elsewhere and does not name it shows it, cannot be told. */
export function dashboardOf(standing: Standing): Answer {
  const { itself, own, near, files, text, filesAnywhere, service } = standing;
  const defined = [...ofKind(own, dashboards), ...ofKind(near(), dashboards)];
  if (defined.length > 0) return met('A dashboard is defined.', ...defined);
  const asked = own.find(({ type, properties }) => type.startsWith('module:') && statedKey(properties, /dashboard/i));
  if (asked !== undefined) return met('A module is asked for a dashboard.', evidence(asked.key, asked.id));
  const isDashboard = (file: string): boolean => holdsPanels.test(text(file) ?? '');
  const file = files(dashboardFile).find(isDashboard);
  if (file !== undefined) return met('A dashboard is in a file.', evidence(startOf(file), file));
  const others = filesAnywhere(dashboardFile).filter(isDashboard);
  const naming = others.find((one) => holdsName(text(one) ?? '', service.name));
  if (naming !== undefined) return met('A dashboard in a file names it.', evidence(startOf(naming), naming));
  const [other] = others;
  if (other !== undefined)
    return unknown(
      'There is a dashboard in a file; whether it shows this is not said.',
      evidence(startOf(other), other),
    );
  return missing('No dashboard is defined.', itself);
}
