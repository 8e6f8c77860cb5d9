# Two functions call each other with the same client
import boto3


def folders(client, path, depth):
    client.get_folder(repositoryName="site", folderPath=path)  #> codecommit.get_folder repositoryName='site' folderPath=*
    if depth:
        files(client, path + "/src", depth - 1)


def files(client, path, depth):
    client.get_file(repositoryName="site", filePath=path)  #> codecommit.get_file repositoryName='site' filePath=*
    folders(client, path, depth)


folders(boto3.client("codecommit"), "", 2)
