# A bound method assigned in branches
import boto3

rds = boto3.client("rds")


def switch(on, name):
    if on:
        action = rds.start_db_instance
    else:
        action = rds.stop_db_instance
    return action(DBInstanceIdentifier=name)  #> rds.start_db_instance; rds.stop_db_instance
