# Stacks, outputs and resources
import boto3

cfn = boto3.resource("cloudformation")


def outputs(name):
    stack = cfn.Stack(name)
    found = {o["OutputKey"]: o["OutputValue"] for o in stack.outputs}  #> cloudformation.describe_stacks through=* StackName='app'
    for r in stack.resource_summaries.all():  #> cloudformation.list_stack_resources through=* StackName='app'
        print(r.logical_id)
    for event in stack.events.all():  #> cloudformation.describe_stack_events through=* StackName='app'
        print(event.resource_status)
    stack.update(UsePreviousTemplate=True)  #> cloudformation.update_stack through=resource:Stack.update StackName='app'
    cfn.create_stack(StackName="new", TemplateBody="{}").reload()  #> cloudformation.create_stack through=resource:ServiceResource.create_stack StackName='new'; cloudformation.describe_stacks through=*
    return found


outputs("app")
