import { evidence } from '../../evidence/evidence.ts';
import { readText } from '../../infrastructure/model/reading.ts';
import { property, type Resource, type Stack } from '../../infrastructure/model/resource.ts';
import type { Value } from '../../infrastructure/model/value.ts';
import { defineCheck, type Subject } from '../define.ts';
import { fail, pass, unknown } from '../judgement.ts';

/** A rule of the network of a database: the addresses that it lets in, from the first to the last. */
interface Rule extends Subject {
  readonly rule: Resource;
  readonly first: Value;
  readonly last: Value;
}

/** Where types of rules say the first and the last address that they let in. */
const ranges: readonly {
  readonly type: RegExp;
  readonly first: readonly string[];
  readonly last: readonly string[];
}[] = [
  {
    type: /^Microsoft\.(DBforPostgreSQL|DBforMySQL|DBforMariaDB|Sql)\/(flexibleServers|servers)\/firewallRules$/i,
    first: ['properties', 'startIpAddress'],
    last: ['properties', 'endIpAddress'],
  },
  {
    type: /^azurerm_(postgresql|mysql|mssql|mariadb)_(flexible_server_)?firewall_rule$/,
    first: ['start_ip_address'],
    last: ['end_ip_address'],
  },
];

function rulesIn(stack: Stack): Rule[] {
  return [...stack.resources.values()].flatMap((rule) => {
    const range = ranges.find(({ type }) => type.test(rule.type));
    const first = range && property(rule, ...range.first);
    const last = range && property(rule, ...range.last);
    return first === undefined || last === undefined ? [] : [{ name: rule.id, rule, first, last }];
  });
}

const bicep = (first: string, last: string, condition = ''): Record<string, string> => ({
  'requirements.txt': 'azure-functions==1.23.0\n',
  'function_app.py':
    'import azure.functions as func\n\napp = func.FunctionApp()\n\n@app.route("ping")\ndef ping(req):\n    return "pong"\n',
  'host.json': '{ "version": "2.0" }\n',
  'main.bicep': `param open bool
resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: 'orders'
  location: 'westeurope'
  kind: 'functionapp,linux'
  tags: { 'azd-service-name': 'api' }
  properties: { siteConfig: { linuxFxVersion: 'PYTHON|3.12' } }
}
resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: 'orders'
  location: 'westeurope'
}
resource rule 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = ${condition}{
  parent: database
  name: 'rule'
  properties: { startIpAddress: '${first}', endIpAddress: '${last}' }
}
`,
  'azure.yaml': 'name: orders\nservices:\n  api: { project: ., language: py, host: function }\n',
});

export const check = defineCheck({
  id: 'database-open',
  scope: 'service',
  step: 'tags',
  clouds: ['azure'],
  severity: 'risk',
  title: "Let only your own network reach a database's server",
  docs: {
    why: 'A firewall rule of a database server that lets every address in leaves its password alone between its data and the internet. The rule from 0.0.0.0 to 0.0.0.0 is what lets in all of Azure, the subscriptions of other customers among it.',
    fix: 'Give the server a private endpoint or a subnet of its own, and delete the rule; or name the addresses that need it.',
    whenNone: 'The infrastructure code of the service holds no firewall rule of a database server.',
    bad: [
      { title: 'Every address', files: bicep('0.0.0.0', '255.255.255.255') },
      { title: 'All of Azure', files: bicep('0.0.0.0', '0.0.0.0') },
    ],
    good: [
      { title: 'One address', files: bicep('203.0.113.7', '203.0.113.7') },
      { title: 'A network', files: bicep('203.0.113.0', '203.0.113.255') },
      {
        title: 'Only if a parameter says so, so that it cannot be told',
        files: bicep('0.0.0.0', '255.255.255.255', 'if (open) '),
      },
    ],
    sources: [
      'https://learn.microsoft.com/azure/postgresql/flexible-server/security-firewall-rules',
      'https://learn.microsoft.com/azure/azure-sql/database/firewall-configure',
    ],
  },
  subjects: (service, facts): Rule[] => {
    const stack = service.definition?.stack;
    if (stack === undefined) return [];
    const speaker = facts.services.find((one) => one.definition?.stack === stack);
    return speaker === service ? rulesIn(stack) : [];
  },
  judge: ({ rule, first, last }) => {
    const from = readText(first);
    const to = readText(last);
    const at = evidence(rule.key, `${from.text} to ${to.text}`);
    if (!from.known || !to.known)
      return unknown('dynamic-value', `Whom ${rule.id} lets in, the deployment decides.`, at);
    const isOpen = from.text === '0.0.0.0' && (to.text === '255.255.255.255' || to.text === '0.0.0.0');
    if (!isOpen) return pass(`${rule.id} lets in ${from.text} to ${to.text}.`, at);
    const whom = to.text === '0.0.0.0' ? 'all of Azure, other customers among it' : 'every address of the internet';
    if (rule.condition !== null) {
      return unknown('dynamic-value', `Where \`${rule.condition}\` holds, ${rule.id} lets in ${whom}.`, at);
    }
    return fail(`${rule.id} lets in ${whom}.`, [at], { severity: to.text === '0.0.0.0' ? 'improvement' : 'risk' });
  },
});
