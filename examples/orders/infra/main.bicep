@description('Where everything runs.')
param location string = resourceGroup().location

@description('The name that all names begin with.')
param name string = 'orders'

var suffix = uniqueString(resourceGroup().id)
var tags = {
  service: 'orders'
  team: 'shop'
}

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: '${name}${suffix}'
  location: location
  tags: tags
  sku: { name: 'Standard_LRS' }
  kind: 'StorageV2'
  properties: {
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
  }
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  tags: tags
  sku: { name: 'EP1', tier: 'ElasticPremium' }
  kind: 'elastic'
  properties: { reserved: true }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  tags: tags
  kind: 'web'
  properties: { Application_Type: 'web' }
}

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: '${name}-${suffix}'
  location: location
  tags: tags
  sku: { name: 'Standard' }

  resource queue 'queues' = {
    name: 'orders'
    properties: {
      lockDuration: 'PT1M'
      maxDeliveryCount: 5
      requiresDuplicateDetection: true
    }
  }

  resource rule 'AuthorizationRules' = {
    name: 'orders'
    properties: { rights: ['Listen', 'Send'] }
  }
}

resource cosmos 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: '${name}-${suffix}'
  location: location
  tags: tags
  properties: {
    databaseAccountOfferType: 'Standard'
    disableLocalAuth: true
    locations: [{ locationName: location, failoverPriority: 0 }]
    capabilities: [{ name: 'EnableServerless' }]
  }

  resource database 'sqlDatabases' = {
    name: 'shop'
    properties: { resource: { id: 'shop' } }

    resource orders 'containers' = {
      name: 'orders'
      properties: {
        resource: {
          id: 'orders'
          partitionKey: { paths: ['/id'], kind: 'Hash' }
        }
      }
    }
  }

  resource writesOrders 'sqlRoleAssignments' = {
    name: guid(cosmos.id, app.id, 'writes-orders')
    properties: {
      principalId: app.identity.principalId
      // Cosmos DB Built-in Data Contributor
      roleDefinitionId: '${cosmos.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
      scope: cosmos.id
    }
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: '${name}-${suffix}'
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: { type: 'SystemAssigned' }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      linuxFxVersion: 'PYTHON|3.10'
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      appSettings: [
        { name: 'FUNCTIONS_EXTENSION_VERSION', value: '~4' }
        { name: 'FUNCTIONS_WORKER_RUNTIME', value: 'python' }
        { name: 'AzureWebJobsStorage__accountName', value: storage.name }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
        { name: 'COSMOS_ENDPOINT', value: cosmos.properties.documentEndpoint }
        { name: 'COSMOS_DATABASE', value: 'shop' }
        { name: 'ORDERS_QUEUE', value: 'orders' }
        { name: 'SERVICE_BUS', value: bus::rule.listKeys().primaryConnectionString }
      ]
    }
  }
}

// Contributor, for the storage account of the host among others.
resource appContributes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, app.id, 'contributor')
  properties: {
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
  }
}

output appName string = app.name
