import { expect, test } from 'vitest';
import type { Files } from '../../../../tests/judge-files.ts';
import { unitsInShort } from '../../../../tests/units-in-short.ts';

type Row = [title: string, files: Files, ...expected: object[]];

const flask = 'FROM python:3.12\nCOPY . /app\nWORKDIR /app\nCMD ["gunicorn", "main:app"]\n';
const azureFunction = `import azure.functions as func
app = func.FunctionApp()

@app.function_name(name="Hello")
@app.route(route="hello")
def hello(req): ...

@app.timer_trigger(schedule="0 * * * * *", arg_name="t")
@app.queue_output(arg_name="out")
def tick(t, out): ...

def helper(): ...
`;

const rows: Row[] = [
  [
    'what App Service starts where no command is stated: an application of that name, and none that is not there',
    {
      'azure.yaml':
        'services:\n  one: { project: one, language: python, host: appservice }\n  two: { project: two, language: python, host: appservice }\n',
      'one/app.py': 'from flask import Flask\napp = Flask(__name__)\n',
      'two/app.py': 'server = 1\n',
    },
    { id: 'azure.yaml#one', cloud: 'azure', starts: ['one/app.py:app'] },
    { id: 'azure.yaml#two', starts: [] },
  ],
  [
    'each function of the code alone',
    { 'host.json': '{}', 'function_app.py': azureFunction },
    {
      id: 'function_app.py#hello',
      name: 'Hello',
      cloud: 'azure',
      compute: 'function',
      code: '.',
      handler: 'function_app.py:hello',
    },
    { id: 'function_app.py#tick', name: 'tick' },
  ],
  [
    'with function.json',
    {
      'api/host.json': '{}',
      'api/Get/function.json':
        '{ "scriptFile": "run.py", "entryPoint": "get", "bindings": [{ "type": "httpTrigger" }] }',
      'api/Get/run.py': 'def get(req): ...\n',
      'api/Node/function.json': '{ "scriptFile": "index.js", "bindings": [{ "type": "httpTrigger" }] }',
      'api/Node/index.js': '',
    },
    { id: 'api/Get/function.json#Get', code: 'api', handler: 'api/Get/run.py:get' },
  ],
  [
    'an app that infrastructure code defines and azd deploys',
    {
      'azure.yaml':
        'services:\n  api: { project: ./src, language: py, host: function }\n  web: { project: ./web, language: js, host: appservice }\n',
      'infra/main.bicep': `resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: 'shop'
  kind: 'functionapp,linux'
  tags: { 'azd-service-name': 'api' }
  properties: { functionAppConfig: { runtime: { name: 'python', version: '3.12' } } }
}
resource web 'Microsoft.Web/sites@2024-04-01' = {
  name: 'web'
  tags: { 'azd-service-name': 'web' }
  properties: { siteConfig: { linuxFxVersion: 'NODE|22' } }
}
`,
      'src/host.json': '{}',
      'src/function_app.py': azureFunction,
      'web/index.js': '',
    },
    {
      id: 'infra/main.bicep#site',
      name: 'shop',
      compute: 'function',
      code: 'src',
      python: '3.12',
      starts: ['src/function_app.py:hello', 'src/function_app.py:tick'],
      also: ['azure.yaml', 'src/function_app.py'],
    },
  ],
  [
    'a container app whose image azd builds',
    {
      'azure.yaml': 'services: { web: { project: src, language: py, host: containerapp } }\n',
      'infra/main.bicep': `resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'a'
  tags: { 'azd-service-name': 'web' }
  properties: { template: { containers: [ { name: 'main', image: 'mcr.microsoft.com/azuredocs/containerapps-helloworld' } ] } }
}
`,
      'src/Dockerfile': flask,
      'src/main.py': 'app = 1\n',
    },
    { id: 'infra/main.bicep#app', code: 'src', image: 'src/Dockerfile', starts: ['src/main.py:app'] },
  ],
  [
    'a web app of Terraform, its code in the only project',
    {
      'infra/main.tf':
        'resource "azurerm_linux_web_app" "web" {\n  name = "shop"\n  site_config {\n    app_command_line = "gunicorn shop.wsgi"\n    application_stack { python_version = "3.12" }\n  }\n}\nresource "azurerm_linux_web_app" "other" {\n  site_config {\n    application_stack { node_version = "22" }\n  }\n}\n',
      'requirements.txt': 'django\n',
      'shop/wsgi.py': 'application = 1\n',
    },
    { id: 'infra/main.tf#web', compute: 'container', code: '.', python: '3.12', starts: ['shop/wsgi.py:application'] },
  ],
  [
    'jobs of Azure Machine Learning',
    {
      'job.yml':
        '$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\ncode: src\ncommand: >-\n  python train.py --data ${{inputs.data}}\n',
      'src/train.py': '',
    },
    { id: 'job.yml#job', compute: 'ml', cloud: 'azure', code: 'src', starts: ['src/train.py:'] },
  ],
];

test.for(rows)('%s', async ([, files, ...expected]) => {
  expect(await unitsInShort(files)).toMatchObject(expected);
});
