# Commands of a command line
import boto3
import click


@click.group()
def cli():
    pass


@cli.command()
@click.option("--bucket", default="b")
def empty(bucket):
    boto3.resource("s3").Bucket(bucket).objects.all().delete()  #> s3.list_objects through=*; s3.delete_objects through=*


if __name__ == "__main__":
    cli()
