# A script without functions
import boto3
import pandas as pd

ce = boto3.client("ce", region_name="us-east-1")
result = ce.get_cost_and_usage(TimePeriod={"Start": "a", "End": "b"}, Granularity="MONTHLY", Metrics=["UnblendedCost"])  #> ce.get_cost_and_usage Granularity='MONTHLY'
df = pd.DataFrame(result["ResultsByTime"])
df.to_csv("/tmp/cost.csv")
boto3.resource("s3").Bucket("reports").upload_file("/tmp/cost.csv", "cost.csv")  #> s3.put_object through=* Bucket='reports' Key='cost.csv' ...
