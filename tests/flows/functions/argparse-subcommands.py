# argparse sets the function
import argparse
import boto3

ecr = boto3.client("ecr")


def login(args):
    return ecr.get_authorization_token()  #> ecr.get_authorization_token


def prune(args):
    return ecr.batch_delete_image(repositoryName=args.repo, imageIds=[])  #> ecr.batch_delete_image repositoryName=?


def main():
    parser = argparse.ArgumentParser()
    sub = parser.add_subparsers()
    sub.add_parser("login").set_defaults(func=login)
    sub.add_parser("prune").set_defaults(func=prune)
    args = parser.parse_args()
    args.func(args)
