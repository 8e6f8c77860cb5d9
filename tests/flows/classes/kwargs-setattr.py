# setattr over keyword arguments
import boto3


class Clients:
    def __init__(self, **clients):
        for name, client in clients.items():
            setattr(self, name, client)


c = Clients(db=boto3.client("dynamodb"), mail=boto3.client("ses"))
c.db.list_tables()  #> dynamodb.list_tables
c.mail.list_identities()  #> ses.list_identities
