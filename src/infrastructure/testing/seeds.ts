/** A format with a text that is real in all its kinds of parts, and what is bad in its own way. */
export interface Seed {
  /** The name of the file; each case puts it into a folder of its own. */
  readonly file: string;
  readonly text: string;
  /** The id of a resource that the text states. */
  readonly resource: string;
  /** Opens a nesting of the language. */
  readonly deep: string;
  /** Texts that lead to themselves, to files that are elsewhere, or that speak of what nobody knows. */
  readonly odd: Readonly<Record<string, string>>;
  /** Other files of the folder. */
  readonly beside: Readonly<Record<string, string>>;
}

/** One seed for each language of infrastructure code. */
export const seeds: Readonly<Record<string, Seed>> = {
  'CloudFormation in YAML': {
    file: 'template.yaml',
    resource: 'Worker',
    text: `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Parameters: {Stage: {Type: String, Default: dev}}
Conditions: {Live: !Equals [!Ref Stage, live]}
Mappings: {Sizes: {dev: {Memory: 128}, live: {Memory: 512}}}
Globals: {Function: {Runtime: python3.13, Environment: {Variables: {QUEUE: !Ref Jobs}}}}
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties: {QueueName: !Sub '\${AWS::StackName}-jobs', VisibilityTimeout: !If [Live, 900, 30]}
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      CodeUri: src/
      MemorySize: !FindInMap [Sizes, !Ref Stage, Memory]
      Events: {Queue: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}}}
`,
    deep: '[',
    odd: {
      cyclic: `Parameters: {A: {Type: String}}\nResources:\n  Me: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: template.yaml, Parameters: {A: !GetAtt Me.Outputs.A}}}\nOutputs: {A: {Value: !GetAtt Me.Outputs.A}}\n`,
      'cyclic aliases': 'Resources: &a\n  Q: {Type: AWS::SQS::Queue, Properties: *a}\n  <<: *a\n',
      unknown: `AWSTemplateFormatVersion: '2999-01-01'\nTransform: Nobody::Knows\nResources:\n  Q: {Type: AWS::New::Thing, Properties: {A: !Nope [1], B: {'Fn::Nope': {}}, C: !Ref Nothing, D: !GetAtt [], E: !Sub 5}}\n`,
      outside: `Resources:\n  F: {Type: AWS::Serverless::Function, Properties: {CodeUri: ../../../../etc, Handler: ../../x.y}}\n  N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ../../../../etc/passwd}}\n  A: {Type: AWS::Serverless::Application, Properties: {Location: /etc/passwd}}\n  I: {'Fn::Transform': {Name: AWS::Include, Parameters: {Location: ../../../etc/passwd}}}\n`,
    },
    beside: { 'src/app.py': 'def handler(event, context): pass\n' },
  },
  'CloudFormation in JSON': {
    file: 'template.json',
    resource: 'Jobs',
    text: '{\n  "Resources": {\n    "Jobs": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": {"Fn::Join": ["-", ["a", {"Ref": "AWS::Region"}]]}}}\n  }\n}\n',
    deep: '{"Resources": [',
    odd: {
      cyclic:
        '{"Resources": {"Me": {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": "template.json"}}}}',
      unknown: '{"Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"Fn::Nope": [{"Fn::GetAtt": 5}]}}}}',
      outside:
        '{"Resources": {"Me": {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": "../../../x.json"}}}}',
    },
    beside: {},
  },
  'Serverless Framework': {
    file: 'serverless.yml',
    resource: 'work',
    text: `service: shop
frameworkVersion: '3'
custom: {stage: "\${opt:stage, 'dev'}", settings: "\${file(./settings.yml):\${self:custom.stage}}"}
provider: {name: aws, runtime: python3.13, environment: {TABLE: "\${self:service}-\${self:custom.stage}", SIZE: "\${self:custom.settings.size}"}}
functions:
  work:
    handler: app.handler
    events:
      - sqs: {arn: !GetAtt Jobs.Arn}
      - httpApi: 'GET /'
resources:
  Resources: {Jobs: {Type: AWS::SQS::Queue}}
`,
    deep: '{',
    odd: {
      cyclic:
        'service: a\nprovider: {name: aws}\nfunctions: ${file(./serverless.yml):functions}\ncustom: ${self:custom}\n',
      unknown:
        "service: a\nframeworkVersion: '99'\nprovider: {name: nobody}\nfunctions: {f: {handler: '${nope:a}${self:}${file()}${}', events: [{telepathy: 1}]}}\n",
      outside:
        'service: a\nprovider: {name: aws}\nfunctions: {f: {handler: ../../../x.y, environment: ${file(../../../../etc/passwd)}}}\ncustom: ${file(/etc/passwd)}\n',
    },
    beside: { 'settings.yml': 'dev: {size: 1}\n' },
  },
  Bicep: {
    file: 'main.bicep',
    resource: 'app',
    text: `targetScope = 'resourceGroup'
@description('where')
param location string = resourceGroup().location
var names = ['a', 'b']
resource plan 'Microsoft.Web/serverfarms@2024-04-01' existing = { name: 'plan-\${uniqueString(location)}' }
resource app 'Microsoft.Web/sites@2024-04-01' = if (!empty(location)) {
  name: 'app-\${names[0]}'
  location: location
  properties: { serverFarmId: plan.id, siteConfig: { appSettings: [for name in names: { name: name, value: '1' }] } }
}
module part 'part.bicep' = { name: 'part', params: { of: app.id } }
output id string = part.outputs.id
`,
    deep: 'var a = [',
    odd: {
      cyclic:
        "module me 'main.bicep' = { name: 'me', params: { a: me.outputs.a } }\nvar b = c\nvar c = b\nresource r 'A/b@1' = { name: c }\n",
      unknown:
        "resource r 'Nobody.Knows/this@2999-01-01-preview' = { name: nope(1, b => c), tags: x::y.z![5] }\nresource s 'no type' = {}\ntest t 'x' = {}\n",
      outside:
        "module m '../../../../etc/passwd' = { name: 'm' }\nmodule n '/etc/x.bicep' = { name: 'n' }\nresource r 'A/b@1' = { name: loadTextContent('../../../../etc/passwd') }\n",
    },
    beside: {
      'part.bicep':
        "param of string\nresource r 'Microsoft.Storage/storageAccounts@2024-01-01' = { name: of }\noutput id string = r.id\n",
    },
  },
  ARM: {
    file: 'azuredeploy.json',
    resource: 'name[0]',
    text: `{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "contentVersion": "1.0.0.0",
  "parameters": {"stage": {"type": "string", "defaultValue": "dev"}},
  "variables": {"name": "[concat('store', parameters('stage'))]"},
  "resources": [
    {"type": "Microsoft.Storage/storageAccounts", "apiVersion": "2024-01-01", "name": "[variables('name')]", "location": "[resourceGroup().location]",
     "copy": {"name": "each", "count": 2}, "dependsOn": ["[resourceId('Microsoft.Web/sites', 'a')]"]}
  ]
}
`,
    deep: '{"$schema": "deploymentTemplate.json", "resources": [',
    odd: {
      cyclic:
        '{"$schema": "x/deploymentTemplate.json#", "variables": {"a": "[variables(\'b\')]", "b": "[variables(\'a\')]"}, "resources": [{"type": "Microsoft.Resources/deployments", "apiVersion": "1", "name": "[variables(\'a\')]", "properties": {"templateLink": {"relativePath": "azuredeploy.json"}}}]}',
      unknown:
        '{"$schema": "x/deploymentTemplate.json#", "languageVersion": "9.9", "resources": [{"type": "[nope()]", "apiVersion": 5, "name": "[concat(]"}, 7, null]}',
      outside:
        '{"$schema": "x/deploymentTemplate.json#", "resources": [{"type": "Microsoft.Resources/deployments", "apiVersion": "1", "name": "a", "properties": {"templateLink": {"relativePath": "../../../../etc/passwd.json"}}}]}',
    },
    beside: {},
  },
  Terraform: {
    file: 'main.tf',
    resource: 'aws_lambda_function.worker',
    text: `terraform { required_version = ">= 1.5" }
variable "stage" { default = "dev" }
locals { name = "shop-\${var.stage}" }
resource "aws_sqs_queue" "jobs" {
  for_each = toset(["a", "b"])
  name     = "\${local.name}-\${each.key}"
  tags     = merge({ stage = var.stage }, {})
}
resource "aws_lambda_function" "worker" {
  function_name = local.name
  handler       = "app.handler"
  environment {
    variables = { QUEUES = join(",", [for q in aws_sqs_queue.jobs : q.arn]) }
  }
}
module "part" {
  source = "./part"
  of     = aws_lambda_function.worker.arn
}
output "id" { value = module.part.id }
`,
    deep: 'a = [',
    odd: {
      cyclic:
        'locals {\n  a = local.b\n  b = local.a\n}\nmodule "me" {\n  source = "./"\n  a      = module.me.a\n}\nresource "aws_sqs_queue" "q" {\n  name     = local.a\n  for_each = aws_sqs_queue.q\n}\n',
      unknown:
        'terraform { required_version = "= 99" }\nresource "nobody_knows" "it" {\n  a = nope(1)...\n  b = provider::x::y()\n  c = data.a.b\n}\nnovelty "x" {}\n',
      outside:
        'module "m" { source = "../../../../etc" }\nresource "aws_sqs_queue" "q" {\n  name = file("../../../../etc/passwd")\n  tags = jsondecode(file("/etc/passwd"))\n  policy = templatefile("../../../x", {})\n}\n',
    },
    beside: { 'part/main.tf': 'variable "of" {}\noutput "id" { value = var.of }\n' },
  },
  'AWS CDK in Python': {
    file: 'app.py',
    resource: 'jobs',
    text: `import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_, aws_sqs as sqs
from part import name

class Shop(cdk.Stack):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id, **kwargs)
        jobs = sqs.Queue(self, "Jobs", queue_name=name("jobs"), visibility_timeout=cdk.Duration.seconds(30))
        worker = lambda_.Function(self, "Worker", runtime=lambda_.Runtime.PYTHON_3_13, handler="app.handler",
            code=lambda_.Code.from_asset("src"), environment={"QUEUE": jobs.queue_url})
        jobs.grant_consume_messages(worker)

app = cdk.App()
Shop(app, "shop")
app.synth()
`,
    deep: 'import aws_cdk\na = [',
    odd: {
      cyclic:
        'import aws_cdk as cdk\nfrom app import Me\nclass Me(Me, cdk.Stack):\n    def __init__(self, s, i):\n        super().__init__(s, i)\n        Me(self, "x")\nx = y = lambda: y()\nMe(cdk.App(), x())\n',
      unknown:
        'import aws_cdk as cdk\nfrom aws_cdk import aws_telepathy as t\nclass S(cdk.Stack):\n    def __init__(self, s, i):\n        t.Mind(self, "M", power=t.Power.of(9)).grant_thought(self)\nS(cdk.App(), "S")\n',
      outside:
        'import aws_cdk as cdk\nfrom ....etc import passwd\nfrom aws_cdk import aws_lambda as l\nclass S(cdk.Stack):\n    def __init__(self, s, i):\n        l.Function(self, "F", code=l.Code.from_asset("../../../../etc"), handler=open("/etc/passwd").read())\nS(cdk.App(), "S")\n',
    },
    beside: { 'part.py': 'def name(of):\n    return f"shop-{of}"\n', 'cdk.json': '{"app": "python3 app.py"}' },
  },
  Kubernetes: {
    file: 'deployment.yaml',
    resource: 'Deployment/web',
    text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  template:
    metadata: {labels: {app: web}}
    spec:
      serviceAccountName: web
      containers:
      - {name: web, image: "web:1", envFrom: [{configMapRef: {name: settings}}]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: {A: "1"}
`,
    deep: 'apiVersion: v1\nkind: A\na: [',
    odd: {
      cyclic: 'apiVersion: v1\nkind: List\nitems: &a\n- {apiVersion: v1, kind: List, items: *a}\n',
      unknown: 'apiVersion: nobody.knows/v99\nkind: Novelty\nmetadata: {name: [x]}\nspec: 7\n',
      outside:
        'apiVersion: v1\nkind: Pod\nmetadata: {name: ../../x}\nspec: {containers: [{image: ../../../y, envFrom: [{secretRef: {name: /etc/passwd}}]}]}\n',
    },
    beside: {},
  },
  kustomize: {
    file: 'kustomization.yaml',
    resource: 'Service/live-web',
    text: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namePrefix: live-
resources: [service.yaml]
commonLabels: {stage: live}
patches: [{target: {kind: Service}, patch: "- {op: add, path: /spec/type, value: LoadBalancer}"}]
configMapGenerator: [{name: settings, literals: [A=1]}]
`,
    deep: 'resources: [',
    odd: {
      cyclic: 'resources: [., ../kustomize, kustomization.yaml]\ncomponents: [.]\nbases: [.]\n',
      unknown: 'apiVersion: kustomize.config.k8s.io/v99\nkind: Novelty\nnovelty: {a: b}\npatches: [7, {patch: x}]\n',
      outside:
        'resources: [../../../../etc/passwd, /etc]\nconfigMapGenerator: [{name: a, files: [../../../etc/passwd, k=/etc/x]}]\npatches: [{path: /etc/passwd}]\n',
    },
    beside: { 'service.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}}\n' },
  },
};
