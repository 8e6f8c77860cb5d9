/** The text of an app of one stack `S`, with these statements in its constructor. */
export function appOfOneStack(imports: string, body: string): string {
  return `${imports}
class S(Stack):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id, **kwargs)
${body.trim().replaceAll(/^/gm, '        ')}

app = App()
S(app, 'S')
app.synth()
`;
}
