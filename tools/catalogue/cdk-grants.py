"""Writes src/catalogue/data/aws/cdk-grants.json: what each `grant_…` of a construct of the AWS CDK allows the grantee.

    PYTHON_WITH_AWS_CDK_LIB tools/catalogue/cdk-grants.py DAY

DAY is the day of reading, as in 2026-11-21. Each method is called on a construct of its own, with a role, and what the
library then writes into the role's policy is the fact. Needs aws-cdk-lib and node.
"""

import importlib.metadata
import json
import os
import sys
import tempfile
from pathlib import Path

os.environ["JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION"] = "1"

import aws_cdk as cdk  # noqa: E402
from aws_cdk import (  # noqa: E402
    aws_appsync as appsync, aws_cloudfront as cloudfront, aws_cloudfront_origins as origins, aws_codecommit as codecommit,
    aws_cognito as cognito, aws_dynamodb as dynamodb, aws_ec2 as ec2, aws_ecr as ecr, aws_ecs as ecs, aws_efs as efs,
    aws_events as events, aws_iam as iam, aws_kinesis as kinesis, aws_kinesisfirehose as firehose, aws_kms as kms,
    aws_lambda as lambda_, aws_logs as logs, aws_opensearchservice as opensearch, aws_rds as rds, aws_s3 as s3,
    aws_scheduler as scheduler, aws_secretsmanager as secrets, aws_sns as sns, aws_sqs as sqs, aws_ssm as ssm,
    aws_stepfunctions as states,
)  # fmt: skip

TARGET = Path(__file__).parents[2] / "src/catalogue/data/aws/cdk-grants.json"
PUBLIC = ec2.SubnetSelection(subnet_type=ec2.SubnetType.PUBLIC)


def vpc(scope):
    return ec2.Vpc(scope, "V", max_azs=2, nat_gateways=0)


def table(kind, **stream):
    attribute = dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING)
    index = dynamodb.GlobalSecondaryIndexPropsV2(index_name="index", partition_key=attribute)

    def make(scope):
        if kind is dynamodb.TableV2:
            return kind(scope, "T", partition_key=attribute, global_secondary_indexes=[index], **stream)
        made = kind(scope, "T", partition_key=attribute, **stream)
        made.add_global_secondary_index(index_name="index", partition_key=attribute)
        return made

    return make


def cluster(scope):
    engine = rds.DatabaseClusterEngine.aurora_postgres(version=rds.AuroraPostgresEngineVersion.VER_16_1)
    writer = rds.ClusterInstance.serverless_v2("w")
    return rds.DatabaseCluster(
        scope, "T", engine=engine, vpc=vpc(scope), vpc_subnets=PUBLIC, writer=writer, enable_data_api=True
    )


def task(scope):
    made = ecs.FargateTaskDefinition(scope, "T")
    made.add_container("c", image=ecs.ContainerImage.from_registry("x"))
    return made


def function(scope):
    code = lambda_.Code.from_inline("x = 1")
    return lambda_.Function(scope, "T", code=code, handler="index.handler", runtime=lambda_.Runtime.PYTHON_3_13)


def machine(scope):
    return states.StateMachine(scope, "T", definition_body=states.DefinitionBody.from_string("{}"))


def api(scope):
    path = Path(tempfile.mkdtemp()) / "schema.graphql"
    path.write_text("type Query { a: String }\ntype Mutation { b: String }\ntype Subscription { c: String }\n")
    return appsync.GraphqlApi(scope, "T", name="a", definition=appsync.Definition.from_file(str(path)))


CONSTRUCTS = {
    "AWS::AppSync::GraphQLApi": api,
    "AWS::CloudFront::Distribution": lambda scope: cloudfront.Distribution(
        scope, "T", default_behavior=cloudfront.BehaviorOptions(origin=origins.HttpOrigin("example.org"))
    ),
    "AWS::CodeCommit::Repository": lambda scope: codecommit.Repository(scope, "T", repository_name="r"),
    "AWS::DynamoDB::GlobalTable": table(dynamodb.TableV2, dynamo_stream=dynamodb.StreamViewType.NEW_IMAGE),
    "AWS::DynamoDB::Table": table(dynamodb.Table, stream=dynamodb.StreamViewType.NEW_IMAGE),
    "AWS::ECR::Repository": lambda scope: ecr.Repository(scope, "T"),
    "AWS::ECS::TaskDefinition": task,
    "AWS::EFS::FileSystem": lambda scope: efs.FileSystem(scope, "T", vpc=vpc(scope), vpc_subnets=PUBLIC),
    "AWS::Events::EventBus": lambda scope: events.EventBus(scope, "T"),
    "AWS::IAM::Role": lambda scope: iam.Role(scope, "T", assumed_by=iam.AccountRootPrincipal()),
    "AWS::KMS::Key": lambda scope: kms.Key(scope, "T"),
    "AWS::Kinesis::Stream": lambda scope: kinesis.Stream(scope, "T", encryption=kinesis.StreamEncryption.UNENCRYPTED),
    "AWS::KinesisFirehose::DeliveryStream": lambda scope: firehose.DeliveryStream(
        scope, "T", destination=firehose.S3Bucket(s3.Bucket(scope, "B"))
    ),
    "AWS::Lambda::Function": function,
    "AWS::Logs::LogGroup": lambda scope: logs.LogGroup(scope, "T"),
    "AWS::OpenSearchService::Domain": lambda scope: opensearch.Domain(
        scope, "T", version=opensearch.EngineVersion.OPENSEARCH_2_11
    ),
    "AWS::RDS::DBCluster": cluster,
    "AWS::S3::Bucket": lambda scope: s3.Bucket(scope, "T"),
    "AWS::SNS::Topic": lambda scope: sns.Topic(scope, "T"),
    "AWS::SQS::Queue": lambda scope: sqs.Queue(scope, "T"),
    "AWS::SSM::Parameter": lambda scope: ssm.StringParameter(scope, "T", string_value="x"),
    "AWS::Scheduler::ScheduleGroup": lambda scope: scheduler.ScheduleGroup(scope, "T"),
    "AWS::SecretsManager::Secret": lambda scope: secrets.Secret(scope, "T"),
    "AWS::StepFunctions::Activity": lambda scope: states.Activity(scope, "T"),
    "AWS::StepFunctions::StateMachine": machine,
}


def methods(make):
    names = dir(make(cdk.Stack(cdk.App(), "S")))
    return [name for name in names if name.startswith("grant_")]


def text(value, own):
    """A resource in the words of the catalogue: `${Target.Arn}` for the construct itself, `*` for other resources."""
    if isinstance(value, str):
        return value
    if "Ref" in value:
        name = value["Ref"]
        return "${%s}" % ("Target" if name == own else name) if name == own or name.startswith("AWS::") else "*"
    if "Fn::GetAtt" in value:
        resource, attribute = value["Fn::GetAtt"]
        return "${Target.%s}" % attribute if resource == own else "*"
    if "Fn::Join" in value:
        separator, parts = value["Fn::Join"]
        return separator.join(text(part, own) for part in parts)
    return "*"


def words(value, own):
    return " ".join(text(one, own) for one in (value if isinstance(value, list) else [value]))


def statements(make, method):
    """What a method writes into the policy of the role that it is given; None if it cannot be called with a role alone."""
    stack = cdk.Stack(cdk.App(), "S")
    made = make(stack)
    role = iam.Role(stack, "G", assumed_by=iam.AnyPrincipal())
    own = stack.get_logical_id(made.node.default_child)
    try:
        getattr(made, method)(role)
        resources = cdk.assertions.Template.from_stack(stack).to_json()["Resources"]
    except Exception:  # it wants more than a role
        return None
    wanted = stack.get_logical_id(role.node.default_child)
    rows = []
    for resource in resources.values():
        if resource["Type"] != "AWS::IAM::Policy" or {"Ref": wanted} not in resource["Properties"].get("Roles", []):
            continue
        for statement in resource["Properties"]["PolicyDocument"]["Statement"]:
            row = {"actions": words(statement["Action"], own), "resources": words(statement["Resource"], own)}
            rows.append({**row, **({"conditions": True} if "Condition" in statement else {})})
    return rows


def main():
    version = importlib.metadata.version("aws-cdk-lib")
    source = {
        "title": f"aws-cdk-lib {version}: what the methods of constructs grant, by calling them",
        "url": f"pkg:pypi/aws-cdk-lib@{version}",
        "read": sys.argv[1],
    }
    facts = []
    for type_, make in sorted(CONSTRUCTS.items()):
        for method in methods(make):
            found = statements(make, method)
            if found:
                facts.append({"id": f"{type_} {method}", "source": "LIBRARY", "statements": found})
    lines = ",\n    ".join(json.dumps(fact) for fact in facts)
    head = json.dumps({"dataset": "aws/cdk-grants", "title": "What methods of the AWS CDK grant"}, indent=2)[:-2]
    TARGET.write_text(
        f'{head},\n  "sources": {{"LIBRARY": {json.dumps(source)}}},\n  "facts": [\n    {lines}\n  ]\n}}\n'
    )


if __name__ == "__main__":
    main()
