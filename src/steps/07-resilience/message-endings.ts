import { evidence } from '../../evidence/evidence.ts';
import type { Service } from '../../services/service.ts';
import type { CodeHandler, ServiceCode } from '../code.ts';
import type { Facts } from '../facts.ts';
import { fail, type Judgement, pass } from '../judgement.ts';
import { mayFail } from '../may-fail.ts';
import { runsCode } from '../runs-code.ts';

/** The clauses that catch every error of working on a message that Pub/Sub pushed, or of sending one. */
export function messageHandlers(service: Service, facts: Facts): CodeHandler[] {
  if (!runsCode(service)) return [];
  const code = facts.code(service);
  return [...ofPushes(code), ...ofSenders(code, service)];
}

/** What becomes of the message when such a clause ends its error. */
export function judgeMessage(handler: CodeHandler): Judgement {
  return handler.route === null ? judgeSender(handler) : judgePush(handler);
}

/** The clauses of routes that read a message of Pub/Sub: `message` of what is posted, and of that `data`. */
function ofPushes(code: ServiceCode): CodeHandler[] {
  return code
    .handlers({ packages: [], needles: ['["message"]', "['message']", 'get("message"', "get('message'"] })
    .filter((one) => one.broad && one.route !== null && isPush(one.around) && code.isCalled(one));
}

/** What hands a message to a queue, by which another service works on it. */
const sends =
  /^google\.cloud\.pubsub(_v1)?\.PublisherClient\(\)\.publish$|^boto3\.(client|resource)\(\)(\.Queue\(\))?\.send_message$|^azure\.servicebus\.(aio\.)?ServiceBusClient\S*\.send_messages$/;

/** The clauses around all that a function does, where that is to send a message. */
function ofSenders(code: ServiceCode, { entryPoints }: Service): CodeHandler[] {
  return code
    .handlers({ packages: ['google', 'boto3', 'azure'], needles: ['.publish(', '.send_message'] })
    .filter((one) => one.broad && one.isWhole && one.route === null && one.within.length > 0)
    .filter((one) => one.tried.some((path) => sends.test(path)) && code.isCalled(one))
    .filter((one) => !entryPoints.some((entry) => entry.function === one.within.join('.')));
}

function judgeSender({ place, text, within, returns, answers, performs }: CodeHandler): Judgement {
  const shown = evidence(place, text);
  if (returns !== null || answers.length > 0) return pass('What it returns may tell whoever calls it.', shown);
  if (performs.some(mayFail)) return pass('It does more than to end the event.', shown);
  return fail(
    `${text} ends every error of sending the message, and ${within.join('.')} tells nobody: the message is lost, and whoever calls it takes it for sent.`,
    [shown],
    { fix: { title: 'Raise the error again after it is logged.', safe: false, intents: [] } },
  );
}

function isPush(text: string): boolean {
  const takesMessage = /(\[|\.get\(\s*)["']message["']/.test(text);
  return takesMessage && /pub\/?sub|b64decode\([^)]*["']data["']|["'](attributes|subscription)["']/i.test(text);
}

function judgePush({ place, text, route, answers, performs, tried, lines: [first, last] }: CodeHandler): Judgement {
  const shown = evidence(place, text);
  if (!tried.some(mayFail)) return pass('Nothing that it tries depends on others.', shown);
  if (performs.some(mayFail)) return pass('It does more than to end the event.', shown);
  const acknowledged = answers.find(({ status }) => status !== null && status < 300);
  if (acknowledged === undefined) return pass('No answer of success is seen behind it.', shown);
  const lines = first === last ? `line ${first}` : `lines ${first} to ${last}`;
  return fail(
    `${text} ends every error that reaches it from ${lines}, and ${route} answers ${acknowledged.status}: Pub/Sub takes the message for done and never delivers it again.`,
    [shown],
    { fix: { title: 'Answer with an error, or raise it again after it is logged.', safe: false, intents: [] } },
  );
}
