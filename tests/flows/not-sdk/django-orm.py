# Django's querysets
import boto3
from app.models import Order


def run():
    Order.objects.all().delete()
    Order.objects.filter(id=1).update(x=2)
    for o in Order.objects.all():
        o.delete()
    Order.objects.limit = 3
