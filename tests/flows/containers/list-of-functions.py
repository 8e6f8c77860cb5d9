# Functions in a list are called one after another
import boto3

cloudfront = boto3.client("cloudfront")


def invalidate(distribution):
    cloudfront.create_invalidation(DistributionId=distribution, InvalidationBatch={})  #> cloudfront.create_invalidation DistributionId='E1'


def describe(distribution):
    cloudfront.get_distribution(Id=distribution)  #> cloudfront.get_distribution Id='E1'


def handler(event, context):
    for step in [invalidate, describe]:
        step("E1")
