import { expect, test } from 'vitest';
import { servicesOf } from '../../../../tests/join-services.ts';
import type { Files } from '../../../../tests/judge-files.ts';

async function triggersIn(files: Files): Promise<string[]> {
  const services = await servicesOf(files);
  return services.flatMap(({ triggers }) =>
    triggers.map(
      ({ name, type, invocation, evidence }) => `${name} ${type} ${invocation} ${evidence.file}:${evidence.line}`,
    ),
  );
}

const app = (decorator: string): Files => ({
  'host.json': '{}',
  'function_app.py': `import azure.functions as func

app = func.FunctionApp()


@app.${decorator}
def work(item):
    pass
`,
});

test.for([
  ["route(route='orders')", 'orders azure:http synchronous'],
  ["timer_trigger(arg_name='timer', schedule='0 * * * * *')", '0 * * * * * azure:timer scheduled'],
  [
    "queue_trigger(arg_name='item', queue_name='jobs', connection='C')",
    'jobs Microsoft.Storage/storageAccounts/queueServices/queues queue',
  ],
  [
    "service_bus_topic_trigger(arg_name='item', topic_name='news')",
    'news Microsoft.ServiceBus/namespaces/topics queue',
  ],
  [
    "event_hub_message_trigger(arg_name='item', event_hub_name='hub')",
    'hub Microsoft.EventHub/namespaces/eventhubs stream',
  ],
  ["event_grid_trigger(arg_name='item')", 'event_grid_trigger Microsoft.EventGrid/topics asynchronous'],
] as const)('a decorator of Azure Functions: %s', async ([decorator, expected]) => {
  expect(await triggersIn(app(decorator))).toEqual([`${expected} function_app.py:6`]);
});

test('an application that is one function', async () => {
  const files = {
    'azure.yaml': 'name: a\nservices: { api: { project: ., language: py, host: function } }\n',
    'host.json': '{}',
    'function_app.py': 'import azure.functions as func\nfrom web import web\n\napp = func.AsgiFunctionApp(app=web)\n',
  };
  expect(await triggersIn(files)).toEqual(['http azure:http synchronous function_app.py:4']);
});

test('a function.json', async () => {
  const files = {
    'host.json': '{}',
    'Work/__init__.py': 'def main(item):\n    pass\n',
    'Work/function.json': `{
  "scriptFile": "__init__.py",
  "bindings": [
    { "name": "item", "type": "queueTrigger", "direction": "in", "queueName": "jobs" },
    { "name": "out", "type": "blob", "direction": "out" }
  ]
}`,
  };
  expect(await triggersIn(files)).toEqual([
    'jobs Microsoft.Storage/storageAccounts/queueServices/queues queue Work/function.json:4',
  ]);
});

test.for([
  ['http', 'synchronous'],
  ['cloud_event', 'asynchronous'],
] as const)('a function of Google: %s', async ([decorator, invocation]) => {
  const code = `import functions_framework\n\n\n@functions_framework.${decorator}\ndef work(event):\n    pass\n`;
  const files = { 'main.py': code, 'requirements.txt': 'functions-framework\n' };
  expect(await triggersIn(files)).toEqual([expect.stringMatching(new RegExp(` ${invocation} main.py:4$`))]);
});
