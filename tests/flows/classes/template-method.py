# The base calls what subclasses define
import abc
import boto3


class Job(abc.ABC):
    @abc.abstractmethod
    def client(self):
        ...

    @abc.abstractmethod
    def run(self):
        ...

    def execute(self):
        return self.run()


class ListTopics(Job):
    def client(self):
        return boto3.client("sns")

    def run(self):
        return self.client().list_topics()  #> sns.list_topics


ListTopics().execute()
