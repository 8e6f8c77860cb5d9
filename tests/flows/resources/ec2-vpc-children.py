# A VPC's collections and what it creates
import boto3

ec2 = boto3.resource("ec2")


def run():
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")  #> ec2.create_vpc through=resource:ServiceResource.create_vpc CidrBlock='10.0.0.0/16'
    vpc.wait_until_available()  #> ec2.describe_vpcs through=*
    subnet = vpc.create_subnet(CidrBlock="10.0.1.0/24")  #> ec2.create_subnet through=resource:Vpc.create_subnet CidrBlock='10.0.1.0/24'
    gateway = ec2.create_internet_gateway()  #> ec2.create_internet_gateway through=resource:ServiceResource.create_internet_gateway
    gateway.attach_to_vpc(VpcId=vpc.id)  #> ec2.attach_internet_gateway through=resource:InternetGateway.attach_to_vpc
    table = vpc.create_route_table()  #> ec2.create_route_table through=resource:Vpc.create_route_table
    table.create_route(DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway.id)  #> ec2.create_route through=resource:RouteTable.create_route DestinationCidrBlock='0.0.0.0/0'
    table.associate_with_subnet(SubnetId=subnet.id)  #> ec2.associate_route_table through=resource:RouteTable.associate_with_subnet
    group = ec2.create_security_group(GroupName="g", Description="d", VpcId=vpc.id)  #> ec2.create_security_group through=resource:ServiceResource.create_security_group GroupName='g'
    group.authorize_ingress(CidrIp="0.0.0.0/0", IpProtocol="tcp", FromPort=22, ToPort=22)  #> ec2.authorize_security_group_ingress through=resource:SecurityGroup.authorize_ingress
    for s in vpc.subnets.all():  #> ec2.describe_subnets through=*
        s.delete()  #> ec2.delete_subnet through=resource:Subnet.delete
    for g in vpc.security_groups.filter(GroupNames=["x"]):  #> ec2.describe_security_groups through=*
        g.delete()  #> ec2.delete_security_group through=resource:SecurityGroup.delete
