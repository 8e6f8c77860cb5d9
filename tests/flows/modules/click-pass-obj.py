# click's pass_obj gives the object that the group made
# file: cli.py
import boto3
import click


class App:
    def __init__(self, profile):
        self.session = boto3.Session(profile_name="ops")

    @property
    def ecs(self):
        return self.session.client("ecs")


@click.group()
@click.pass_context
def cli(ctx):
    ctx.obj = App("x")


@cli.command()
@click.argument("name")
@click.pass_obj
def restart(app: App, name):
    app.ecs.update_service(service=name, forceNewDeployment=True)  #> ecs.update_service identity=profile('ops') service=? forceNewDeployment=True
