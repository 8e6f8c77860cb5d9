# A function that nobody calls performs its call all the same, its parameters unknown
import boto3


def restart(cluster, service):
    boto3.client("ecs").update_service(cluster=cluster, service=service, forceNewDeployment=True)  #> ecs.update_service cluster=? service=? forceNewDeployment=True
