# next and a constant in a set
import boto3

CLIENTS = (boto3.client("budgets"),)
NAMES = {"monthly"}


def handler(event, context):
    client = next(iter(CLIENTS))
    for name in NAMES:
        client.describe_budget(AccountId="111122223333", BudgetName=name)  #> budgets.describe_budget AccountId='111122223333' BudgetName='monthly'
