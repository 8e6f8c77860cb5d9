# pymongo's methods
import boto3
from pymongo import MongoClient

db = MongoClient()["app"]
db.users.insert_one({})
db.users.delete_one({})
db.create_collection("x")
db.users.update_one({}, {})
MongoClient().list_databases()
