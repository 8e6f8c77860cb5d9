import { testNamings } from './testing/namings.ts';

testNamings(`
rest-api: REST APIs; RESTful services; designing APIs; API design; build APIs; REST; API development; RESTful web
  services; OpenAPI/Swagger; building scalable APIs; web APIs; develop and maintain APIs; design RESTful endpoints;
  API-first; backend APIs; REST/GraphQL; REST & gRPC; HTTP APIs; building robust APIs; API and data testing;
  REST-based microservices; exposing APIs; JSON APIs; APIs in FastAPI; API testing; consume REST APIs; public APIs;
  Proficiency in APIs; experience with APIs; API integrations; implementing APIs; Rest API; REST-API; ReST; REST
  endpoints; Idempotent APIs; well-designed APIs; secure APIs; high-performance APIs; API architecture; building
  endpoints; API contracts; APIs (REST, GraphQL); RESTful principles; REST architecture
not rest-api: the rest of the team; rest days; 24 hours rest; Windows API
fastapi: FastAPI; Fast API; fastapi; FastAPI/Flask; FastAPI-based services; Django or FastAPI; Fast-API; FASTAPI
django: Django; Django/DRF; Django REST Framework; DRF; django; Python/Django; Django ORM; Django 4; Django-based;
  Django or Flask
not django: Django Unchained; Django Reinhardt
django-rest-framework: Django REST Framework; DRF; Django REST; django-rest-framework; Django (DRF); Django/DRF;
  Django Rest Framework
flask: Flask; Flask/FastAPI; Python Flask; Flask APIs; flask, django; Django/Flask; Flask-based; Flask framework;
  Flask microservices
not flask: a hip flask; a flask of tea; thermos flask
aiohttp: aiohttp; Sanic; Litestar; Tornado; Quart; aiohttp/FastAPI
not aiohttp: tornado warning; quarts of milk
graphql: GraphQL; Graph QL; GraphQL APIs; Graphene; Strawberry GraphQL; REST/GraphQL; REST and GraphQL; AppSync;
  Hasura; graphql
not graphql: graphene oxide
grpc: gRPC; GRPC; protobuf; Protocol Buffers; gRPC/REST; gRPC services; protobufs
websockets: WebSockets; websocket; WebSocket APIs; web sockets; Socket.IO; socket.io; Django Channels; real-time
  WebSocket
authentication: OAuth; OAuth2; OIDC; JWT; SSO; SAML; authentication and authorization; Auth0; Keycloak; OAuth
  2.0/OIDC; auth flows; single sign-on; Cognito; Okta; OpenID Connect; user authentication; authn/authz; OAuth2.0;
  JWT authentication; JWTs; API authentication; authentication mechanisms; API security (OAuth, JWT)
not authentication: work authorization; authorization to work in the US; employment authorization
data-validation: Pydantic; pydantic v2; marshmallow; input validation; schema validation; JSON Schema; pydantic
  models; data validation with Pydantic; attrs; request validation
not data-validation: marshmallows by the fire
orm: SQLAlchemy; ORM; ORMs; Django ORM; SQL Alchemy; SQLModel; ORM frameworks; object-relational mapping; ORMs such
  as SQLAlchemy; Peewee; Tortoise ORM; sqlalchemy/alembic; SQLAlchemy 2.0
database-migrations: Alembic; database migrations; schema migrations; Django migrations; Flyway; Liquibase;
  zero-downtime migrations; schema changes; migrations on large tables; managing database migrations; schema
  evolution; migration of schemas; DB migrations; schema and data migrations
not database-migrations: bird migration; cloud migrations
sql: SQL; relational databases; RDBMS; advanced SQL; SQL queries; SQL Server; T-SQL; PL/SQL; SQL/NoSQL; Oracle;
  complex SQL; relational DBs; writing efficient SQL; SQL skills; RDBS; MS SQL; MSSQL; stored procedures; strong
  SQL; SQLite; relational data modelling; SQL databases; both relational and NoSQL databases; ANSI SQL; relational
  (SQL) databases; DB2; SQL (PostgreSQL); SQL optimisation; data modeling and SQL; database design (SQL); relational
  and non-relational databases; Sql; relational stores
not sql: Oracle Park; the oracle of Delphi; NoSQL only
postgresql: PostgreSQL; Postgres; PostGIS; postgres; PostgreSQL/MySQL; Postgre; PostgresSQL; pgSQL; RDS Postgres;
  Aurora PostgreSQL; psql; Postgresql 14; PG (Postgres); Postgre SQL; TimescaleDB; POSTGRES
mysql: MySQL; MariaDB; My SQL; MySQL/Postgres; mysql; MYSQL; Aurora MySQL; Postgres/MySQL; MySQL 8
mongodb: MongoDB; Mongo; Mongo DB; mongodb; MongoDB Atlas; DocumentDB; NoSQL (MongoDB); MongoDB/DynamoDB; PyMongo
redis: Redis; ElastiCache; Memorystore; Redis/Memcached; redis; Redis caching; Valkey; REDIS; Redis Streams
elasticsearch: Elasticsearch; OpenSearch; ELK; ELK stack; Elastic Search; Kibana; Logstash; Elastic;
  elasticsearch/opensearch; ElasticSearch; Elastic Stack; EFK; Open Search
not elasticsearch: an elk in the forest; elastic waistband; elastic scaling
celery: Celery; Celery workers; Celery/Redis; Celery and RabbitMQ; celery, redis; Celery tasks; Django, Celery;
  Celery beat
not celery: celery sticks; celery soup
background-tasks: background jobs; task queues; background workers; job queues; RQ; Dramatiq; asynchronous tasks;
  async jobs; distributed task queues; background processing; Celery-like task queues; asynchronous processing;
  worker queues; long-running jobs; Task queue; queue workers; asynchronous job processing
not background-tasks: background check; background in physics
scheduling: cron; cron jobs; APScheduler; scheduled jobs; job scheduling; task scheduling; Control-M; Autosys; job
  schedulers; cronjobs; scheduling of batch jobs; batch schedulers; Cloud Scheduler; workflow scheduling; scheduling
  jobs; scheduling tools
not scheduling: flexible scheduling; schedule an interview; work schedule; scheduling appointments; schedule
  meetings
temporal: Temporal; Temporal.io; Temporal workflows; temporal.io; Temporal or Airflow
not temporal: temporal data; temporal resolution; spatio-temporal models
kafka: Kafka; Apache Kafka; Kafka Streams; Confluent; Kafka/RabbitMQ; Kafka Connect; kafka; Redpanda; KAFKA;
  Kafka-based; Apache kafka; Confluent Kafka; RabbitMQ/Kafka; Kafka (MSK)
not kafka: Franz Kafka; Kafka novels
rabbitmq: RabbitMQ; Rabbit MQ; AMQP; rabbitmq; RabbitMQ/Kafka; RabbitMq; Rabbit
not rabbitmq: a rabbit; rabbits
microservices: microservices; micro-services; microservice architecture; Microservices architecture;
  service-oriented architecture; SOA; distributed microservices; micro services; containerised microservices;
  microservices patterns; REST microservices; microservice design; event-driven microservices; breaking the monolith
  into services; split a monolith into services; loosely coupled services; service-oriented architectures; Python
  microservices; microservices-based; micro-service; decomposing monoliths
not microservices: customer service oriented; financial services; professional services
caching: caching; caching strategies; cache invalidation; Memcached; distributed caching; HTTP caching; cache;
  caches; Redis caching; caching layers; Varnish; caching mechanisms
not caching: geocaching; cache of documents about us
retries: retries; retry logic; exponential backoff; backoff; retries and timeouts; retry mechanisms; retry policies;
  time-outs and retries; error handling and retries; retrying; retries with back-off; back-off
not retries: retry your application; tenacity and drive; a person of tenacity
circuit-breakers: circuit breakers; circuit breaker pattern; circuit breaking; circuit-breaker; bulkheads and
  circuit breakers
not circuit-breakers: electrical circuit breakers
idempotency: idempotency; idempotent APIs; idempotent jobs; idempotent processing; exactly-once; idempotence;
  exactly once semantics; at-least-once delivery
web-scraping: web scraping; Scrapy; BeautifulSoup; crawlers; scraping; web crawling; web scrapers; scraping with
  Playwright; Beautiful Soup; data scraping; scrape websites; crawling; scraped websites; web-scraping; BS4;
  scraping frameworks; crawling the web; crawler development; scraping pipelines; Scrapy/Selenium
not web-scraping: ice scraper; scraping by
`);
