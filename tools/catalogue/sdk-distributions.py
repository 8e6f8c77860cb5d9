#!/usr/bin/env python3
"""Builds src/catalogue/data/python/sdk-distributions.json: import path -> PyPI distribution.

Takes the distributions named below, downloads each one's wheel with pip (no dependencies,
one after another, into a temporary folder) and reads from the wheel's file list which
import path it owns. Longest prefix wins when the table is used.

    python3 tools/catalogue/sdk-distributions.py [--keep FOLDER] [--read YYYY-MM-DD]

--keep uses FOLDER for the wheels, and does not download again what is there already.
"""

import argparse
import datetime
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from dataset_file import dataset, used_sources, write
from wheel_files import canonical, owned

OUTPUT = Path(__file__).resolve().parents[2] / "src/catalogue/data/python/sdk-distributions.json"

# The Python whose wheels are asked for: the newest that every platform runs.
PYTHON = "3.14"
PLATFORMS = ["manylinux_2_34_x86_64", "manylinux_2_28_x86_64", "manylinux2014_x86_64", "linux_x86_64", "any"]

# Import paths that many distributions share: never owned by one.
SHARED = {
    "amazon", "amazon.opentelemetry", "azure", "azure.ai", "azure.ai.agentserver", "azure.ai.language", "azure.ai.translation", "azure.ai.vision", "azure.cli",
    "azure.cognitiveservices", "azure.cognitiveservices.knowledge", "azure.cognitiveservices.vision",
    "azure.communication", "azure.cosmosdb", "azure.data", "azure.datalake", "azure.iot", "azure.keyvault", "azure.kusto", "azure.mgmt",
    "azure.messaging", "azure.monitor", "azure.monitor.opentelemetry", "azure.search", "azure.security", "azure.storage", "azure.synapse",
    "azurefunctions", "azurefunctions.extensions", "azurefunctions.extensions.bindings", "azurefunctions.extensions.http",
    "azureml", "google", "google.ai", "google.analytics", "google.apps", "google.cloud", "google.cloud.devtools", "google.cloud.orchestration",
    "google.cloud.sql", "google.cloud.video", "google.identity",
    "google.maps", "google.shopping", "gcloud", "gcloud.aio", "opencensus", "opencensus.ext", "opentelemetry", "opentelemetry.exporter",
    "opentelemetry.resourcedetector", "sagemaker",
}  # fmt: skip

# name | name ! replacement (superseded, by the words of its own project page) | name ~ (not itself an SDK: what SDKs need, or what defines infrastructure)
AWS = """
boto3 botocore s3transfer aioboto3 aiobotocore awscrt~ jmespath~ python-dateutil~ urllib3~ six~
boto!boto3 aws-xray-sdk!aws-opentelemetry-distro
awswrangler aws-lambda-powertools sagemaker sagemaker-core sagemaker-serve sagemaker-train sagemaker-mlops chalice~ s3fs
aws-cdk-lib~ constructs~ troposphere~ aws-sam-translator~ crhelper~
awslambdaric~ aws-durable-execution-sdk-python mangum~ zappa~
mypy-boto3-s3~ mypy-boto3-dynamodb~ mypy-boto3-sqs~ mypy-boto3-lambda~
requests-aws4auth aws-requests-auth pynamodb redshift-connector pyathena amazon-dax-client
aws-encryption-sdk aws-secretsmanager-caching aws-msk-iam-sasl-signer-python aws-advanced-python-wrapper
aws-embedded-metrics aws-opentelemetry-distro amazon-textract-textractor
bedrock-agentcore strands-agents aws-sdk-bedrock-runtime smithy-core~
"""
AZURE = """
azure-core azure-common azure-identity azure-identity-broker azure-core-tracing-opentelemetry msal msal-extensions~ msrest msrestazure!azure-mgmt-core adal!msal
azure-storage-blob azure-storage-queue azure-storage-file-share azure-storage-file-datalake azure-storage-common!azure-storage-blob azure-storage-file azure-datalake-store azure-multiapi-storage~
azure-keyvault-secrets azure-keyvault-keys azure-keyvault-certificates azure-keyvault-administration azure-keyvault-securitydomain
azure-cosmos azure-cosmosdb-table azure-data-tables mssql-python
azure-servicebus azure-eventhub azure-eventhub-checkpointstoreblob azure-eventhub-checkpointstoreblob-aio azure-eventgrid azure-messaging-webpubsubservice
azure-schemaregistry azure-schemaregistry-avroencoder azure-schemaregistry-avroserializer!azure-schemaregistry-avroencoder
azure-appconfiguration azure-appconfiguration-provider
azure-functions azure-functions-durable azure-functions-runtime~ azurefunctions-extensions-base azurefunctions-extensions-bindings-blob azurefunctions-extensions-http-fastapi
azure-monitor-opentelemetry azure-monitor-opentelemetry-exporter azure-monitor-query azure-monitor-querymetrics azure-monitor-ingestion azure-loganalytics!azure-monitor-query azure-applicationinsights!azure-monitor-query applicationinsights!azure-monitor-opentelemetry opencensus-ext-azure!azure-monitor-opentelemetry
azure-search-documents azure-ai-ml azureml-core!azure-ai-ml azureml-mlflow azure-ai-projects azure-ai-agents azure-ai-inference azure-ai-evaluation azure-ai-agentserver-core azure-ai-agentserver-responses azure-ai-agentserver-invocations
azure-ai-documentintelligence azure-ai-formrecognizer!azure-ai-documentintelligence azure-ai-textanalytics azure-ai-contentsafety azure-ai-contentunderstanding azure-ai-vision-imageanalysis azure-ai-translation-text azure-ai-translation-document azure-ai-language-conversations azure-ai-language-questionanswering
azure-cognitiveservices-speech azure-cognitiveservices-vision-computervision!azure-ai-vision-imageanalysis azure-cognitiveservices-vision-customvision
azure-kusto-data azure-kusto-ingest azure-synapse-artifacts azure-synapse-spark azure-synapse-accesscontrol azure-synapse-managedprivateendpoints
azure-batch azure-containerregistry azure-communication-email azure-communication-sms azure-communication-identity azure-communication-chat azure-communication-phonenumbers azure-communication-rooms azure-communication-callautomation
azure-iot-hub azure-iot-device azure-devops azure-graphrbac!msgraph-sdk azure-servicefabric adlfs
azure-mgmt-core azure-mgmt-resource azure-mgmt-resource-deployments azure-mgmt-resource-deploymentstacks azure-mgmt-resource-subscriptions azure-mgmt-resource-templatespecs azure-mgmt-subscription azure-mgmt-managementgroups azure-mgmt-resourcegraph
azure-mgmt-storage azure-mgmt-compute azure-mgmt-network azure-mgmt-web azure-mgmt-containerservice azure-mgmt-containerregistry azure-mgmt-containerinstance azure-mgmt-appcontainers azure-mgmt-msi azure-mgmt-authorization azure-mgmt-keyvault
azure-mgmt-cosmosdb azure-mgmt-sql azure-mgmt-rdbms azure-mgmt-postgresqlflexibleservers azure-mgmt-mysqlflexibleservers azure-mgmt-redis azure-mgmt-redisenterprise azure-mgmt-servicebus azure-mgmt-eventhub azure-mgmt-eventgrid azure-mgmt-datafactory azure-mgmt-synapse azure-mgmt-databricks azure-mgmt-kusto
azure-mgmt-monitor azure-mgmt-loganalytics azure-mgmt-applicationinsights azure-mgmt-cognitiveservices azure-mgmt-machinelearningservices azure-mgmt-search azure-mgmt-apimanagement azure-mgmt-logic azure-mgmt-cdn azure-mgmt-frontdoor azure-mgmt-dns azure-mgmt-privatedns azure-mgmt-trafficmanager
azure-mgmt-batch azure-mgmt-billing azure-mgmt-consumption azure-mgmt-costmanagement azure-mgmt-advisor azure-mgmt-policyinsights azure-mgmt-recoveryservices azure-mgmt-recoveryservicesbackup azure-mgmt-security azure-mgmt-appconfiguration azure-mgmt-signalr azure-mgmt-iothub azure-mgmt-automation azure-mgmt-notificationhubs azure-mgmt-servicefabric azure-mgmt-hybridcompute azure-mgmt-netapp azure-mgmt-streamanalytics
"""
GCP = """
google-auth google-auth-oauthlib google-auth-httplib2 google-api-core google-api-python-client googleapis-common-protos~ grpc-google-iam-v1 proto-plus~ oauth2client!google-auth
google-cloud-core google-resumable-media google-crc32c~ google-cloud-common~ google-cloud-audit-log~
google-cloud-storage google-cloud-storage-control google-cloud-storage-transfer gcsfs
google-cloud-bigquery google-cloud-bigquery-storage google-cloud-bigquery-datatransfer google-cloud-bigquery-connection google-cloud-bigquery-reservation google-cloud-bigquery-logging google-cloud-bigquery-biglake pandas-gbq sqlalchemy-bigquery bigframes
google-cloud-pubsub google-cloud-pubsublite google-cloud-tasks google-cloud-scheduler google-cloud-workflows google-cloud-eventarc google-cloud-functions google-cloud-run google-cloud-managedkafka
google-cloud-firestore google-cloud-datastore google-cloud-ndb google-cloud-bigtable google-cloud-spanner sqlalchemy-spanner google-cloud-alloydb google-cloud-alloydb-connector cloud-sql-python-connector google-cloud-redis google-cloud-redis-cluster google-cloud-memcache
google-cloud-secret-manager google-cloud-kms google-cloud-iam google-cloud-parametermanager google-cloud-dlp google-cloud-securitycenter google-cloud-recaptcha-enterprise google-cloud-access-context-manager google-cloud-org-policy google-cloud-modelarmor
google-cloud-logging google-cloud-appengine-logging google-cloud-monitoring google-cloud-monitoring-dashboards google-cloud-error-reporting google-cloud-trace opentelemetry-exporter-gcp-trace opentelemetry-exporter-gcp-monitoring opentelemetry-exporter-gcp-logging opentelemetry-resourcedetector-gcp
google-cloud-aiplatform google-cloud-agentplatform google-genai google-adk google-generativeai!google-genai google-ai-generativelanguage google-cloud-pipeline-components google-cloud-discoveryengine google-cloud-documentai google-cloud-automl google-cloud-vectorsearch
google-cloud-vision google-cloud-speech google-cloud-texttospeech google-cloud-translate google-cloud-language google-cloud-videointelligence google-cloud-dialogflow google-cloud-dialogflow-cx google-cloud-retail
google-cloud-compute google-cloud-container google-cloud-build google-cloud-artifact-registry google-cloud-batch google-cloud-dataproc google-cloud-dataflow-client google-cloud-dataplex google-cloud-datacatalog google-cloud-dataform google-cloud-datastream google-cloud-orchestration-airflow google-cloud-resource-manager google-cloud-asset google-cloud-billing google-cloud-service-usage google-cloud-os-login google-cloud-os-config google-cloud-dns google-cloud-quotas google-cloud-certificate-manager google-cloud-filestore google-cloud-notebooks google-cloud-tpu google-cloud-video-transcoder
functions-framework google-events firebase-admin firebase-functions gcloud-aio-storage gcloud-aio-auth gcloud-aio-bigquery gcloud-aio-pubsub gcloud-aio-datastore gcloud-aio-taskqueue
google-analytics-data google-analytics-admin google-ads google-maps-places googlemaps google-apps-chat
"""

# Distributions whose own import path cannot be told from the file list: without code of their own, or in a shared namespace.
META = {"azure-mgmt-resource": "azure.mgmt.resource", "sagemaker": "sagemaker", "azure-monitor-opentelemetry": "azure.monitor.opentelemetry"}

# Families with one distribution a service, too many to list.
PATTERNS = [
    {"prefix": "mypy_boto3_", "distribution": "mypy-boto3-{service}", "cloud": "aws", "sdk": False, "source": "PYPI"},
]

# Preinstalled by the platform itself: distribution -> (runtimes, source keys).
RUNTIMES = {
    "boto3": (["aws-lambda"], ["LAMBDA_PYTHON", "LAMBDA_RUNTIME_CONTENT"]),
    "botocore": (["aws-lambda"], ["LAMBDA_PYTHON", "LAMBDA_RUNTIME_CONTENT"]),
    "s3transfer": (["aws-lambda"], ["BOTO3_REQUIRES", "LAMBDA_RUNTIME_CONTENT"]),
    "jmespath": (["aws-lambda"], ["BOTO3_REQUIRES", "LAMBDA_RUNTIME_CONTENT"]),
    "python-dateutil": (["aws-lambda"], ["BOTO3_REQUIRES", "LAMBDA_RUNTIME_CONTENT"]),
    "urllib3": (["aws-lambda"], ["BOTO3_REQUIRES", "LAMBDA_RUNTIME_CONTENT"]),
    "six": (["aws-lambda"], ["BOTO3_REQUIRES", "LAMBDA_RUNTIME_CONTENT"]),
    "aws-durable-execution-sdk-python": (["aws-lambda"], ["LAMBDA_DURABLE"]),
    "azure-functions": (["azure-functions"], ["AZURE_WORKER"]),
    "azure-functions-runtime": (["azure-functions"], ["AZURE_WORKER"]),
    "azurefunctions-extensions-base": (["azure-functions"], ["AZURE_WORKER"]),
    "functions-framework": (["cloud-run-functions"], ["RUN_PYTHON"]),
}

SOURCES = {
    "PYPI": {"title": "wheels of the named distributions on PyPI, file lists read by tools/catalogue/sdk-distributions.py", "url": "pkg:pypi"},
    "LAMBDA_PYTHON": {"title": "AWS Lambda Developer Guide: Building Lambda functions with Python", "url": "https://docs.aws.amazon.com/lambda/latest/dg/lambda-python.html"},
    "LAMBDA_RUNTIME_CONTENT": {"title": "AWS Lambda Developer Guide: Working with .zip file archives for Python Lambda functions, runtime dependencies", "url": "https://docs.aws.amazon.com/lambda/latest/dg/python-package.html"},
    "LAMBDA_DURABLE": {"title": "AWS Lambda Developer Guide: Supported runtimes for durable functions (python3.13 and python3.14 include the SDK)", "url": "https://docs.aws.amazon.com/lambda/latest/dg/durable-supported-runtimes.html"},
    "BOTO3_REQUIRES": {"title": "metadata of boto3, botocore and python-dateutil: what they require", "url": "pkg:pypi/boto3"},
    "AZURE_WORKER": {"title": "azure-functions-runtime 1.3.0, the Python worker: requires azure-functions and azurefunctions-extensions-base", "url": "pkg:pypi/azure-functions-runtime@1.3.0"},
    "RUN_PYTHON": {"title": "Cloud Run: The Python runtime (the runtime includes the Functions Framework)", "url": "https://docs.cloud.google.com/run/docs/runtimes/python"},
}


def entries():
    for cloud, text in (("aws", AWS), ("azure", AZURE), ("gcp", GCP)):
        for word in text.split():
            name, _, replacement = word.partition("!")
            yield cloud, name.removesuffix("~"), not name.endswith("~"), replacement or None


def wheel_in(folder, name):
    found = [p for p in folder.glob("*.whl") if canonical(p.name.split("-")[0]) == canonical(name)]
    return max(found, key=lambda p: p.stat().st_mtime) if found else None


def download(folder, name):
    """The wheel for Linux and PYTHON; else for whatever Python it was last made for."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:", "--dest", str(folder)]
    narrow = ["--python-version", PYTHON, "--implementation", "cp", "--abi", f"cp{PYTHON.replace('.', '')}", "--abi", "abi3", "--abi", "none"]
    for platform in PLATFORMS:
        narrow += ["--platform", platform]
    for attempt in (narrow, ["--ignore-requires-python"]):
        done = subprocess.run([*command, *attempt, name], capture_output=True, text=True)
        time.sleep(0.5)
        if done.returncode == 0:
            return wheel_in(folder, name)
    print(f"{name}: no wheel: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
    return None


def built(archive):
    """The newest date inside the wheel, unless it is a builder's fixed one."""
    newest = max(info.date_time for info in archive.infolist())
    fixed = newest[:3] in {(1980, 1, 1), (1985, 10, 26), (2016, 1, 1), (2020, 2, 2)}
    return None if fixed else "%04d-%02d-%02d" % newest[:3]


def requires(archive, known):
    """The listed distributions that installing this wheel brings along: its requirements without an extra."""
    metadata = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
    text = archive.read(metadata).decode("utf-8", "replace").split("\n\n")[0]
    wanted = re.findall(r"^Requires-Dist: *([A-Za-z0-9._-]+)(.*)$", text, re.MULTILINE)
    return sorted({canonical(name) for name, rest in wanted if "extra" not in rest} & known)


def collapse(paths, others):
    """Many paths below one parent that no other distribution enters become that parent."""
    changed = True
    while changed:
        changed = False
        for path in sorted(paths):
            parent = path.rpartition(".")[0]
            taken = any((other + ".").startswith(parent + ".") or parent.startswith(other + ".") for other in others)
            if not parent or parent in SHARED or taken:
                continue
            paths = {p for p in paths if not p.startswith(parent + ".")} | {parent}
            changed = True
            break
    return paths


def natural(text):
    return [(1, int(p), "") if p.isdigit() else (0, 0, p) for p in re.findall(r"\d+|\D+", text)]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--keep", type=Path)
    arguments.add_argument("--read", default=datetime.date.today().isoformat())
    options = arguments.parse_args()
    temporary = None if options.keep else tempfile.TemporaryDirectory()
    folder = options.keep or Path(temporary.name)
    folder.mkdir(parents=True, exist_ok=True)
    facts, owners, wheels = {}, {}, []
    known = {canonical(name) for _, name, *_ in entries()}
    for cloud, name, sdk, replacement in entries():
        wheel = wheel_in(folder, name) or download(folder, name)
        if not wheel:
            continue
        with zipfile.ZipFile(wheel) as archive:
            paths, date, brings = owned(archive, SHARED), built(archive), requires(archive, known)
        paths |= {META[name]} if name in META else set()
        wheels.append((cloud, name, sdk, replacement, wheel, date, brings, paths))
    for cloud, name, sdk, replacement, wheel, date, brings, paths in wheels:
        others = [p for _, n, *_, other in wheels if n != name for p in other]
        paths = collapse(paths, others)
        if not paths:
            print(f"{name}: owns no import path", file=sys.stderr)
        for path in sorted(paths):
            if path in owners:
                print(f"{path}: {owners[path]}, also {name}", file=sys.stderr)
                facts[path].setdefault("also", []).append(name)
                continue
            owners[path] = name
            fact = {"id": path, "distribution": name, "cloud": cloud, "sdk": sdk, "version": wheel.name.split("-")[1]}
            if date:
                fact["built"] = date
            if replacement:
                fact["supersededBy"] = replacement
            if brings:
                fact["requires"] = brings
            sources = ["PYPI"]
            if name in RUNTIMES:
                fact["runtimes"], more = RUNTIMES[name]
                sources += more
            fact["source"] = sources if len(sources) > 1 else sources[0]
            facts[path] = fact
    ordered = [facts[k] for k in sorted(facts, key=natural)]
    text = dataset(
        "python/sdk-distributions",
        "Cloud SDKs: import path to PyPI distribution",
        used_sources(SOURCES, ordered, options.read),
        f"version and built are those of the wheel that was read: the newest one for Python {PYTHON} on Linux, which can be older than the newest source archive",
        patterns=PATTERNS,
        facts=ordered,
    )
    write(OUTPUT, text)
    print(f"{len(ordered)} import paths of {len({f['distribution'] for f in ordered})} distributions: {OUTPUT}")
    if temporary:
        temporary.cleanup()


if __name__ == "__main__":
    main()
