#!/usr/bin/env python3
"""Builds src/catalogue/data/aws/paginated-operations.json from the botocore wheel of PyPI.

    pip download --no-deps botocore
    python3 tools/catalogue/paginated-operations.py botocore-*.whl [--read YYYY-MM-DD]

Which operations are taken is settled here by hand: those whose answers outgrow a page in an account that is in use. Lists that
a quota keeps short (the policies of a role, the targets of a rule) are left out, and so is EC2, which gives everything where
no size of page is asked for. Their tokens, sizes and results are those of the wheel's paginators.
"""

import argparse
import datetime
from pathlib import Path

from boto3 import Namer, Wheel, read_model
from dataset_file import dataset, write

OUTPUT = Path(__file__).resolve().parents[2] / "src/catalogue/data/aws/paginated-operations.json"

# Service -> operation -> the arguments by which a caller names the few things that it wants.
WANTED = {
    "acm": {"ListCertificates": []},
    "athena": {"GetQueryResults": [], "ListQueryExecutions": []},
    "autoscaling": {"DescribeAutoScalingGroups": ["AutoScalingGroupNames"]},
    "backup": {"ListBackupJobs": [], "ListRecoveryPointsByBackupVault": []},
    "cloudformation": {
        "DescribeStackEvents": [],
        "DescribeStacks": ["StackName"],
        "ListExports": [],
        "ListStackResources": [],
        "ListStacks": [],
    },
    "cloudtrail": {"LookupEvents": []},
    "cloudwatch": {"DescribeAlarms": ["AlarmNames"], "ListMetrics": ["MetricName"]},
    "cognito-idp": {"ListUsers": ["Filter"], "ListUsersInGroup": []},
    "dynamodb": {"ListTables": [], "Query": [], "Scan": []},
    "ecr": {"DescribeImages": ["imageIds"], "DescribeRepositories": ["repositoryNames"], "ListImages": []},
    "ecs": {"ListServices": [], "ListTaskDefinitions": ["familyPrefix"], "ListTasks": ["containerInstance"]},
    "elbv2": {"DescribeLoadBalancers": ["LoadBalancerArns", "Names"], "DescribeTargetGroups": ["TargetGroupArns", "Names", "LoadBalancerArn"]},
    "glue": {"GetJobRuns": [], "GetPartitions": [], "GetTables": []},
    "guardduty": {"ListFindings": []},
    "iam": {"ListPolicies": [], "ListRoles": [], "ListUsers": []},
    "kms": {"ListAliases": ["KeyId"], "ListKeys": []},
    "lambda": {"ListFunctions": [], "ListVersionsByFunction": []},
    "logs": {"DescribeLogGroups": ["logGroupNamePrefix"], "DescribeLogStreams": ["logStreamNamePrefix"], "FilterLogEvents": []},
    "organizations": {"ListAccounts": [], "ListAccountsForParent": []},
    "rds": {
        "DescribeDBClusters": ["DBClusterIdentifier"],
        "DescribeDBInstances": ["DBInstanceIdentifier"],
        "DescribeDBSnapshots": ["DBSnapshotIdentifier"],
    },
    "rekognition": {"ListFaces": ["FaceIds"], "GetLabelDetection": []},
    "resourcegroupstaggingapi": {"GetResources": ["ResourceARNList"]},
    "route53": {"ListHostedZones": [], "ListResourceRecordSets": ["StartRecordName"]},
    "s3": {"ListObjectVersions": [], "ListObjects": [], "ListObjectsV2": []},
    "secretsmanager": {"ListSecrets": []},
    "securityhub": {"GetFindings": []},
    "sns": {"ListSubscriptions": [], "ListSubscriptionsByTopic": [], "ListTopics": []},
    "sqs": {"ListQueues": ["QueueNamePrefix"]},
    "ssm": {"DescribeInstanceInformation": ["Filters"], "DescribeParameters": [], "GetParametersByPath": []},
    "stepfunctions": {"ListExecutions": [], "ListStateMachines": []},
    "textract": {"GetDocumentAnalysis": [], "GetDocumentTextDetection": []},
}
# Pages that botocore lists no paginator for: the members of the models themselves.
BY_HAND = {
    ("textract", "GetDocumentAnalysis"): {"input_token": "NextToken", "output_token": "NextToken", "limit_key": "MaxResults", "result_key": "Blocks"},
    ("textract", "GetDocumentTextDetection"): {"input_token": "NextToken", "output_token": "NextToken", "limit_key": "MaxResults", "result_key": "Blocks"},
    ("rekognition", "GetLabelDetection"): {"input_token": "NextToken", "output_token": "NextToken", "limit_key": "MaxResults", "result_key": "Labels"},
    ("sqs", "ListQueues"): {"input_token": "NextToken", "output_token": "NextToken", "limit_key": "MaxResults", "result_key": "QueueUrls"},
}


def several(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def word(expression):
    """The last member of a JMESPath expression: `NextMarker || Contents[-1].Key` names the first."""
    return expression.split("||")[0].strip().split("[")[0].split(".")[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("botocore")
    parser.add_argument("--read", default=datetime.date.today().isoformat())
    options = parser.parse_args()
    wheel = Wheel(options.botocore)
    namer = Namer(wheel)
    folders = wheel.folders("botocore", "service-2.json")
    rows = {}
    for service, operations in WANTED.items():
        model = read_model(wheel, folders[service], "service-2")
        paginators = (read_model(wheel, folders[service], "paginators-1") or {"pagination": {}})["pagination"]
        for operation, names in operations.items():
            page = paginators.get(operation) or BY_HAND[service, operation]
            members = model["shapes"][model["operations"][operation]["output"]["shape"]]["members"]
            row = rows.setdefault(namer(operation), {"services": [], "tokens": [], "arguments": [], "results": [], "names": []})
            for key, values in {
                "services": [service],
                "tokens": [word(one) for one in several(page["output_token"])] + several(page.get("more_results")),
                "arguments": several(page["input_token"]) + several(page.get("limit_key")),
                "results": [word(one) for one in several(page["result_key"])],
                "names": names,
            }.items():
                row[key] += [value for value in values if value not in row[key]]
            assert all(token in members for token in row["tokens"] if row["services"] == [service]), operation
    facts = [{"id": name, "source": "BOTOCORE", **row} for name, row in sorted(rows.items())]
    sources = {
        "BOTOCORE": {
            "title": f"botocore {wheel.version}: paginators-1.json and service-2.json of each service",
            "url": f"pkg:pypi/botocore@{wheel.version}",
            "read": options.read,
        }
    }
    write(OUTPUT, dataset("aws/paginated-operations", "Operations of AWS whose answers come in pages", sources, facts=facts))


if __name__ == "__main__":
    main()
