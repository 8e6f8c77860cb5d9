# redis' methods
import boto3
import redis

client = redis.StrictRedis(host="x")
client.get("k")
client.publish("channel", "m")
client.scan(cursor=0, match="*")
client.delete("k")
client.copy("a", "b")
r = redis.from_url("redis://")
r.ping()
