# A client kept on current_app
import boto3
from flask import Blueprint, Flask, current_app

bp = Blueprint("bp", __name__)


def create_app():
    app = Flask(__name__)
    app.sqs = boto3.client("sqs")
    app.register_blueprint(bp)
    return app


@bp.route("/send")
def send():
    current_app.sqs.send_message(QueueUrl="u", MessageBody="m")  #> sqs.send_message QueueUrl='u' MessageBody='m'
    return "ok"
