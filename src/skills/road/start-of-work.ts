import { evidence } from '../../evidence/evidence.ts';
import { type Answer, met, missing, notApplicable, unknown } from './answer.ts';
import { holdsName } from './found-line.ts';
import type { Standing } from './standing.ts';

/** Kinds of resources that name a function and neither start it nor hand it on. */
const bystanders =
  /^(alarm|alias|anomaly-detector|dashboard|function-version|identity|log-group|log-subscription|policy|role)$/;

/** Whether what starts a function is defined; what answers requests in a container is started by its platform. */
export function startOfWork({ service, itself, namedBy, text }: Standing): Answer {
  const { triggers, compute, definition, definedIn } = service;
  if (compute !== 'function') return notApplicable('Its platform starts it for requests, or somebody who runs it.');
  if (triggers.length > 0) return met('What starts it is defined.', ...triggers.map((trigger) => trigger.evidence));
  if (definition === null) return notApplicable('No infrastructure code defines it, and so nothing that starts it.');
  const other = namedBy().find(({ kind }) => kind === null || !bystanders.test(kind));
  if (other !== undefined)
    return met('Its stack hands it on to what starts it.', evidence(other.key, `${other.type} ${other.id}`));
  if (isGivenOut(definition.resource.id, text(definedIn.file) ?? ''))
    return unknown('An output hands it to other stacks: who starts it is not seen here.', itself);
  return missing('Nothing here starts it: somebody has to set that up by hand.', itself);
}

/** True if the outputs of a template or module name a resource. */
function isGivenOut(id: string, text: string): boolean {
  const template = text.search(/^ *"?Outputs"? *:/m);
  if (template >= 0) return holdsName(text.slice(template), id);
  const resource = id.slice(id.lastIndexOf('.', id.lastIndexOf('.') - 1) + 1);
  return (text.match(/^output[ \t]+"[^"\n]+"[ \t]*\{[^}]*\}/gm) ?? []).some((output) => holdsName(output, resource));
}
