import { expect, test } from 'vitest';
import { type Files, findingsOn } from '../../../tests/judge-files.ts';
import { imageFiles } from '../examples.ts';

const id = 'error-swallowed';

const push = (after: string, read = 'message = request.get_json()["message"]'): Files =>
  imageFiles('python:3.13-slim', ['RUN pip install flask'], {
    'app.py': `import base64, json, sys\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n@app.route("/", methods=["POST"])\ndef receive():\n    ${read}\n    try:\n        insert(base64.b64decode(message["data"]))\n    except Exception as e:\n${after}\napp.run()\n`,
  });
const logged = '        entry = {"severity": "WARNING", "errors": str(e)}\n        print(json.dumps(entry))\n';

const send = (...clause: string[]): Files =>
  imageFiles('python:3.13-slim', ['RUN pip install flask'], {
    'app.py': `from flask import Flask\nfrom google.cloud import pubsub_v1\n\napp = Flask(__name__)\npublisher = pubsub_v1.PublisherClient()\n\n@app.post("/")\ndef receive():\n    send("a")\n    return "", 204\n\ndef send(text):\n    try:\n        publisher.publish("topic", text).result()\n    except Exception as e:\n${clause.map((line) => `        ${line}\n`).join('')}`,
  });

test.for<[title: string, files: Files, expected: object[]]>([
  [
    'logged, and answered with 204 behind the try',
    push(`${logged}    sys.stdout.flush()\n    return "", 204\n`),
    [{ verdict: 'fail', severity: 'risk', at: { file: 'app.py', line: 11 }, message: expect.stringContaining('204') }],
  ],
  ['answered in the clause', push(`${logged}        return "", 200\n    return "", 204\n`), [{ verdict: 'fail' }]],
  ['answered with an error', push(`${logged}        return "", 500\n    return "", 204\n`), [{ verdict: 'pass' }]],
  ['kept elsewhere', push(`${logged}        park(message)\n    return "", 204\n`), [{ verdict: 'pass' }]],
  ['raised again', push(`${logged}        raise\n    return "", 204\n`), [{ verdict: 'pass' }]],
  [
    'more work before the answer',
    push(`${logged}    if failed:\n        abort(500)\n    return "", 204\n`),
    [{ verdict: 'pass' }],
  ],
  [
    'a chat that takes a message',
    push(`${logged}    return "", 204\n`, 'message = {"data": request.get_json()["text"]}'),
    [{ verdict: 'not-applicable' }],
  ],
  [
    'a message that could not be sent',
    send('entry = dict(severity="WARNING", message=e)', 'print(entry)'),
    [{ verdict: 'fail', at: { line: 15 }, message: expect.stringContaining('send tells nobody') }],
  ],
  ['it says that it was not sent', send('print(e)', 'return False'), [{ verdict: 'pass' }]],
  ['it keeps the message', send('keep(text)'), [{ verdict: 'pass' }]],
  ['it raises', send('print(e)', 'raise'), [{ verdict: 'pass' }]],
])('%s', async ([, files, expected]) => {
  expect(await findingsOn(id, files)).toMatchObject(expected);
});
