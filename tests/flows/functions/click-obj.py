# click's context object carries the session
import boto3
import click


@click.group()
@click.option("--profile")
@click.pass_context
def cli(ctx, profile):
    ctx.obj = {"session": boto3.Session()}


@cli.command()
@click.argument("bucket")
@click.pass_context
def ls(ctx, bucket):
    for page in ctx.obj["session"].client("s3").get_paginator("list_objects_v2").paginate(Bucket=bucket):  #> s3.list_objects_v2 through=paginator:list_objects_v2 Bucket=?
        print(page)
