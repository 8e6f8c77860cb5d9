import { testNamings } from './testing/namings.ts';

testNamings(`
aws: AWS; Amazon Web Services; AWS/GCP; AWS-based; AWS services; AWS cloud; Amazon cloud; AWS-native; AWS (EC2, S3,
  Lambda); deep AWS knowledge; aws; AWS Certified; AWS/Azure; S3; EC2; DynamoDB; boto3; Lambda, SQS, SNS; Amazon
  AWS; AWS or Azure; EKS; RDS; CloudFormation; SageMaker; Bedrock; Step Functions; AWS Glue; Redshift; Kinesis; AWS
  ecosystem; CloudWatch; AWS Cloud Practitioner; AWS certifications; any of AWS, Azure and GCP; Amazon's cloud; AWS
  stack
azure: Azure; Microsoft Azure; Azure/AWS; MS Azure; Azure cloud; Azure services; AZURE; Azure Databricks; Azure
  Functions; AKS; Cosmos DB; Key Vault; Azure Data Factory; Event Hubs; Azure-based; AZ-900; Microsoft's cloud;
  AWS/Azure; Azure AD; Azure Synapse; Microsoft Fabric; Entra ID; Azure OpenAI
not azure: under an azure sky; azure blue; Azure DevOps
gcp: GCP; Google Cloud; Google Cloud Platform; GCP/AWS; gcp; Google Cloud (GCP); BigQuery; GKE; Cloud Run; Vertex
  AI; Google Cloud Services; Dataflow; GCP services; AWS/GCP; GCP-based; Google's cloud; Google Cloud certification;
  Pub/Sub on Google Cloud; GCS; Firestore
serverless: serverless; serverless architecture; Serverless; FaaS; serverless functions; serverless computing;
  server-less; serverless on AWS; serverless applications; serverless technologies; functions as a service;
  serverless architectures (Lambda); serverless-first
aws-lambda: AWS Lambda; Lambda; Lambda functions; Lambdas; AWS Lambdas; S3, Lambda, SQS; Lambda/API Gateway; AWS
  (Lambda, S3); AWS lambda; aws lambda; Lambda@Edge; lambda functions on AWS; AWS (lambda, s3); EC2, lambda, S3;
  Python Lambdas on AWS
not aws-lambda: lambda expressions; lambda calculus; Python's lambda; lambda functions in the Python sense; lambda
  architecture
azure-functions: Azure Functions; Azure Function Apps; Azure Function; Function Apps; Azure (Functions, Service
  Bus); azure functions; Azure Functions/Logic Apps
cloud-run: Cloud Run; Google Cloud Run; Cloud Functions; GCP Cloud Functions; Google Cloud Functions; CloudRun;
  Cloud Run/GKE; GCP (Cloud Run, Pub/Sub)
cloud-compute: EC2; virtual machines; VMs; Compute Engine; EC2 instances; Azure VMs; AWS EC2; autoscaling groups;
  EC2/S3; GCE; auto scaling groups; spot instances; ec2; Azure Virtual Machines; cloud compute
managed-containers: EKS; ECS; AKS; GKE; Fargate; ECS/Fargate; Azure Kubernetes Service; Google Kubernetes Engine;
  AWS EKS; EKS/ECS; Kubernetes (EKS); Amazon ECS; Container Apps; AWS ECS/EKS; App Runner; managed Kubernetes; Azure
  Container Apps; EKS, AKS or GKE; Kubernetes (EKS/AKS)
docker: Docker; docker; containers; containerization; containerisation; Dockerized; dockerised applications;
  containerised microservices; container technologies; Docker/Kubernetes; container orchestration; Podman;
  Dockerfiles; containerized applications; Docker containers; Docker images; containerize applications;
  container-based deployments; containers and Kubernetes; container images; Containers; DOCKER; containerised
  deployments; Docker Swarm; Containerization (Docker); containerising services; Docker & K8s; container runtimes;
  OCI images; K8s/Docker
not docker: shipping containers; container terminal; container ships; dockers' union; recycling containers
docker-compose: Docker Compose; docker-compose; docker compose; Docker/Docker Compose; Docker-Compose;
  docker-compose / Swarm
kubernetes: Kubernetes; K8s; K8S; k8s; Docker/Kubernetes; Kubernetes (EKS); OpenShift; Kubernetes-based; k8s
  clusters; Docker & K8s; Kubernetes clusters; kubernetes; Kubernetes/Helm; K8s/Helm; Kubernetes administration;
  CKA; Docker and Kubernetes; Kubernetes operators; Rancher; Kubernetes ecosystem; KUBERNETES; Kubernetes, Helm and
  Argo
helm: Helm; Helm charts; helm charts; Kubernetes/Helm; Helm, ArgoCD; Helm/Kustomize; helm, terraform; Kubernetes
  (Helm)
not helm: at the helm; take the helm; at the helm of the team
object-storage: S3; Amazon S3; Blob Storage; GCS; object storage; S3 buckets; MinIO; Azure Blob Storage; AWS S3;
  object stores; EC2/S3; Azure Blob; S3-compatible storage; Cloud Storage; s3; AWS (S3, Lambda); Google Cloud
  Storage; blob stores; S3/Athena
managed-database: RDS; Aurora; Cloud SQL; Azure SQL; AWS RDS; managed databases; Amazon RDS; RDS/Aurora; RDS
  Postgres; Spanner; Azure SQL Database; managed PostgreSQL; cloud databases (RDS); rds
not managed-database: aurora borealis
nosql-database: NoSQL; DynamoDB; Cosmos DB; NoSQL databases; CosmosDB; Firestore; SQL/NoSQL; document databases;
  Bigtable; No-SQL; SQL and NoSQL databases; key-value stores; non-relational databases; both relational and NoSQL
  databases; NoSQL stores; Dynamo DB; relational and non-relational databases; NoSql; NOSQL; noSQL; SQL or NoSQL;
  document stores; dynamodb
messaging: SQS; SNS; SQS/SNS; Service Bus; Pub/Sub; message queues; message brokers; messaging; message queuing;
  queueing; Azure Service Bus; messaging systems; queues; message bus; PubSub; message-driven; asynchronous
  messaging; AWS SQS; pub-sub; queuing systems; messaging platforms; messaging patterns; ActiveMQ; NATS; JMS; IBM
  MQ; message queues such as SQS; message queueing; publish/subscribe; messaging middleware; Message Broker;
  messages queues; messaging technologies
not messaging: marketing messaging; brand messaging; messaging app company; queues at the office canteen; instant
  messaging with colleagues
event-streaming: Kinesis; Event Hubs; MSK; event streaming; AWS Kinesis; Azure Event Hubs; event streams; Kinesis
  Data Streams; streaming platforms; Amazon MSK; EventHub; event-streaming platforms; Kinesis Firehose;
  Kinesis/Kafka; Amazon Kinesis
not event-streaming: video streaming platform
event-driven: event-driven architecture; event driven; event-driven systems; EventBridge; event sourcing; CQRS;
  Event Grid; event-based architecture; EDA; event-driven microservices; domain events; event-driven design;
  Event-Driven Architectures; event-driven services; event-based systems; services that communicate by events;
  event-driven; Event driven systems; asynchronous, event-driven systems; EventBridge/SQS
not event-driven: exploratory data analysis (EDA); events team; event management
workflow-orchestration: Step Functions; Logic Apps; Durable Functions; workflow orchestration; workflow engines;
  Camunda; Argo Workflows; AWS Step Functions; orchestrating workflows; workflow orchestration tools; Lambda/Step
  Functions; StepFunctions; workflow engine; orchestration of workflows; state machines; Azure Logic Apps; Netflix
  Conductor; workflow orchestrators; Kestra
api-gateway: API Gateway; AWS API Gateway; API management; Apigee; Kong; Azure API Management; APIM; API gateways;
  Lambda/API Gateway; Amazon API Gateway; AWS Gateway API; API-Gateway; Kong API gateway; api gateway
not api-gateway: Hong Kong; the gateway to Europe
cloud-networking: VPC; VPCs; subnets; load balancers; Route 53; CloudFront; cloud networking; load balancing; VNets;
  private endpoints; security groups; CDN; VPC peering; Transit Gateway; AWS networking; networking (VPC, subnets);
  Application Gateway; Azure networking; networking in the cloud; ALB; cloud network design; VPC networking; Private
  Link; DNS in the cloud; VPNs and VPCs; virtual networks; ingress and load balancing; VPC design
not cloud-networking: networking events; social networking; networking with peers; TCP/IP; a network of friends;
  networks (TCP/IP, DNS)
cloud-iam: IAM; AWS IAM; IAM roles; least privilege; managed identities; Entra ID; identity and access management;
  IAM policies; Azure AD; Azure Active Directory; RBAC in Azure; IAM/RBAC; workload identity; cloud IAM;
  least-privilege access; iam; IAM & security; principle of least privilege; service principals; identity & access
  management
secrets-management: secrets management; Vault; HashiCorp Vault; Secrets Manager; Key Vault; AWS Secrets Manager;
  Azure Key Vault; managing secrets; secret management; KMS and Secrets Manager; parameter store; Terraform/Vault;
  secrets handling; Terraform, Vault, Consul; KeyVault; secret rotation; sealed secrets; External Secrets
not secrets-management: trade secrets; pole vault; a bank vault; data vault; write SOPs; data vault modelling; SOPs
  and guides
infrastructure-as-code: infrastructure as code; IaC; Infrastructure-as-Code; infrastructure automation; IaC with
  Terraform; infra as code; IaC tools; automate infrastructure; Infrastructure as Code (IaC); infrastructure-as-code
  tools; IAC; provisioning infrastructure with code; define infrastructure in code; infrastructure provisioning and
  automation; cloud infrastructure automation; automated infrastructure provisioning; infrastructure as a code;
  automating infrastructure; configuration management and IaC; IaC (Terraform/CloudFormation); automation of
  infrastructure; infrastructure is code
not infrastructure-as-code: infrastructure; transport infrastructure
terraform: Terraform; terraform; Terraform'd; TF modules; Terraform/CloudFormation; OpenTofu; Terragrunt; IaC
  (Terraform); HashiCorp Terraform; Terraform modules; HCL; Terraform Cloud; terraform/ansible; Terraformed
  infrastructure; Bicep or TF; TerraForm; TERRAFORM; Terraform-based
cloudformation: CloudFormation; AWS CloudFormation; Terraform/CloudFormation; Cloudformation; Cloud Formation; CFN;
  CloudFormation templates; cloudformation
not cloudformation: formation of clouds
aws-sam: AWS SAM; SAM; SAM CLI; Serverless Application Model; AWS (SAM, Lambda); CDK/SAM
not aws-sam: ask for Sam; contact Sam
aws-cdk: AWS CDK; CDK; CDK in Python; CDK/Terraform; Cloud Development Kit; AWS CDK (Python); AWS-CDK; Terraform or
  CDK; CDK v2
serverless-framework: Serverless Framework; serverless framework; serverless.yml; the Serverless Framework; AWS SAM
  or Serverless Framework
pulumi: Pulumi; pulumi; Terraform/Pulumi; Pulumi or Terraform; Terraform, Pulumi
bicep: Bicep; ARM templates; Bicep/ARM; Azure Bicep; ARM/Bicep; Terraform or Bicep; Azure Resource Manager; bicep
  templates; Azure ARM templates; bicep, terraform
not bicep: bicep curls; ARM processors; an arm and a leg; ARM Cortex; ARM architecture
ansible: Ansible; ansible; Ansible playbooks; Terraform/Ansible; Puppet or Ansible; Ansible/Terraform; Ansible
  Tower; ANSIBLE; terraform/ansible; AWX
saltstack: SaltStack; Salt; Salt Stack; Ansible/Salt; Ansible or SaltStack; saltstack; Puppet, Chef, Salt
not saltstack: Salt Lake City; salt water; worth their salt; salt and pepper
troposphere: troposphere; Troposphere templates; CloudFormation via Troposphere; Troposphere (Python)
not troposphere: the upper troposphere; the troposphere and stratosphere
cdktf: CDKTF; CDK for Terraform; cdktf; Terraform CDK
ci-cd: CI/CD; CI / CD; CICD; CI/CD pipelines; continuous integration; continuous delivery; continuous deployment;
  automated builds; release automation; build pipelines; deployment pipelines; CI-CD; automated deployments;
  Continuous Integration/Continuous Deployment; DevOps pipelines; GitOps; CircleCI; build and release automation;
  TeamCity; CI and CD; deployment automation; CI/CD tooling; Git pipelines; build automation; automating builds and
  deployments; CI/CD (GitHub Actions); ci/cd; CI/CD processes; build and deploy pipelines; automated build and
  deployment; automate the deployment; CI pipelines; continuous integration and deployment; automating releases;
  automated releases; automate builds, tests and deployments; release pipelines; C.I./C.D.; CI/CD automation;
  Bitbucket Pipelines; continuous deployments; Travis CI; CI systems; CI servers; deploy automatically; automate
  deployments; build/deploy pipelines; build & release pipelines; CI workflows; CD pipelines; CI/CD-pipelines; CI
  tooling; infrastructure and deployment automation; automated deployment pipelines; building and maintaining CI;
  DevOps (CI/CD)
not ci-cd: release forms; press releases; continuous improvement; continuous learning
github-actions: GitHub Actions; Github Actions; GitHub actions; CI/CD (GitHub Actions); GHA; GitHub Actions/Jenkins;
  Jenkins/GitHub Actions; GitHub workflows; GitHub Actions CI; github actions; CI/CD with GitHub
gitlab-ci: GitLab CI; GitLab CI/CD; Gitlab CI; GitLab pipelines; GitLab-CI; gitlab-ci; CI/CD with GitLab; CI/CD
  (GitLab); GitLab CI / Jenkins; CI/CD tooling such as Jenkins, GitLab or Bamboo; CI/CD (Cloud Build or GitLab);
  Jenkins/GitLab; CI tools (GitLab, Jenkins); Gitlab-CI; GitLab runners; CI/CD: GitLab; CI/CD in GitLab; GitLab
  CICD; Jenkins or GitLab; CI/CD tools like GitLab
azure-pipelines: Azure DevOps; Azure Pipelines; Azure DevOps pipelines; ADO; Azure DevOps/Jenkins; azure devops;
  Azure Devops; Azure DevOps (Pipelines, Repos); GitHub Actions/Azure DevOps; VSTS; AzureDevOps
jenkins: Jenkins; jenkins; Jenkins pipelines; Jenkins/GitLab; CI (Jenkins); Jenkinsfile; Jenkins CI; JENKINS;
  Jenkins/GitHub Actions
not jenkins: contact Ms Jenkins
aws-codepipeline: CodePipeline; CodeBuild; AWS CodePipeline; CodeBuild/CodePipeline; AWS Code Pipeline; CodeDeploy;
  AWS CodeBuild; CodePipeline/CodeBuild; Code Build and Code Pipeline
cloud-build: Cloud Build; Google Cloud Build; CloudBuild; CI/CD (Cloud Build or GitLab); GCP Cloud Build
observability: observability; monitoring; Datadog; New Relic; Splunk; logging and monitoring; CloudWatch; monitoring
  tools; monitoring and alerting; Application Insights; Dynatrace; production monitoring; APM; observability tools;
  monitoring solutions; Observability (Datadog); Prometheus-based monitoring; monitor production systems; on-call,
  monitoring; monitoring and logging; monitor services; Azure Monitor; system monitoring; monitoring, alerting and
  incident response; Honeycomb; AppDynamics; logging, metrics and tracing; monitor data pipelines; log management;
  monitoring stack; Nagios; Zabbix; monitoring of pipelines; monitoring & observability; monitor the performance of
  the platform; application monitoring; logging; DataDog; instrument services; monitoring infrastructure;
  instrumentation; telemetry; Data dog; monitor and maintain systems; logging/monitoring; centralised logs;
  NewRelic; monitoring of production systems; set up monitoring
not observability: monitoring of patients; patient monitoring; CCTV monitoring; equal opportunities monitoring;
  diversity monitoring; monitoring form; media monitoring; tree logging
structured-logging: structured logging; structured logs; structlog; JSON logs; structured JSON logging; Structured
  logging and tracing
metrics: Prometheus; metrics; custom metrics; metrics and traces; logs, metrics and traces; SLOs; SLIs/SLOs;
  Prometheus/Grafana; service metrics; metrics, logging and tracing; SLOs and error budgets; Grafana/Prometheus;
  SLIs; prometheus; metrics and alerting; define SLOs; error budgets; metrics & logs; application metrics; system
  metrics; StatsD; metrics, logs, traces
not metrics: business metrics; success metrics; sales metrics; key metrics; marketing metrics; performance metrics
  for staff; metrics-driven company; all the metrics we need to run the business; KPIs and metrics; evaluation
  metrics
tracing: distributed tracing; OpenTelemetry; Jaeger; tracing; traces; X-Ray; OTel; logs, metrics and traces; AWS
  X-Ray; metrics, logging and tracing; Open Telemetry; Zipkin; opentelemetry; distributed traces; OTEL; metrics,
  logs, traces; Opentelemetry
not tracing: contact tracing; X-ray imaging; tracing paper; X-ray diffraction; traces of nuts
alerting: alerting; PagerDuty; Opsgenie; monitoring and alerting; alerts; Alertmanager; dashboards and alerts;
  on-call alerts; alerting rules; monitoring, alerting and incident response; set up alerts; monitoring & alerting;
  monitoring/alerting; alert rules; Pagerduty; alarms and dashboards; monitoring and alerts; actionable alerts;
  configure alerting
not alerting: job alerts; sign up for alerts; fire alarms; fraud alerts; email alerts
dashboards: Grafana; dashboards; Grafana dashboards; monitoring dashboards; dashboards and alerts;
  Prometheus/Grafana; build dashboards for operations; Grafana/Prometheus; Grafana, Loki; grafana; operational
  dashboards; Kibana dashboards; alarms and dashboards; alerts and dashboards; dashboarding
not dashboards: Power BI dashboards; Tableau dashboards; executive dashboards; car dashboards; sales dashboards
error-tracking: Sentry; error tracking; Rollbar; Bugsnag; exception tracking; Sentry.io; sentry; error monitoring;
  Sentry/Datadog; crash reporting
not error-tracking: sentry duty
linux: Linux; bash; shell scripting; Bash; Unix; Linux/Unix; command line; Linux administration; Bash scripting;
  shell scripts; Ubuntu; RHEL; bash/shell; Linux systems; at home on the command line; Linux servers; Python and
  Bash; UNIX; Linux environments; *nix; Red Hat Enterprise Linux; Debian; CentOS; LINUX; GNU/Linux; on Linux;
  Python/Bash; Shell scripting; Unix shell; command-line proficiency; Linux/UNIX; Bash/Python; Linux internals;
  scripting (Bash, Python); Linux-based systems
not linux: Shell plc; a birthday bash; Linux Foundation membership; shell company; egg shell
cost-management: cost optimisation; FinOps; cloud costs; cost optimization; managing cloud spending; cost
  management; cost-aware; cost efficiency; bring the cloud bill down; cloud cost optimization; optimize cloud costs;
  reduce infrastructure costs; cost monitoring; keep an eye on costs; cost control; cloud spend; AWS cost
  management; optimise cloud spend; reduce costs; cost-efficient; Finops; control cloud spend; cost-conscious;
  managing cloud costs; cloud budget; cost-optimized; optimizing cost and performance; manage cloud budgets;
  performance and cost optimization
not cost-management: cost of living; travel costs; relocation costs; free of cost; at no cost to you; low-cost
  airline; cost accounting
mlops: MLflow; experiment tracking; Weights & Biases; W&B; DVC; MLFlow; ML Flow; model registry; Neptune.ai; MLOps;
  Kubeflow; wandb; ML Ops; MLops; ClearML; feature stores; model monitoring; drift detection; ML lifecycle; ML
  platform; model versioning; mlflow; tracking experiments; ML infrastructure; Weights and Biases; Model registries;
  Kubeflow pipelines; MLOps practices; Feast; drift monitoring; experiment management; Retraining triggered by
  drift; AIOps/MLOps; model lifecycle management; CI/CD for ML; ZenML; Metaflow; automated retraining; machine
  learning operations; feature store
`);
