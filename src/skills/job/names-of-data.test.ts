import { testNamings } from './testing/namings.ts';

testNamings(`
pandas: pandas; Pandas; pandas/NumPy; NumPy and pandas; pandas, numpy; Python (pandas); Pandas/Polars; pandas
  DataFrames; numpy/pandas; data wrangling with pandas; geopandas; PANDAS
not pandas: the pandas at the zoo; red pandas
polars: polars; Polars; pandas/polars; Polars or pandas
duckdb: DuckDB; duckdb; Duck DB; MotherDuck
numpy: NumPy; numpy; Numpy/SciPy; numpy, scipy; Numpy; NUMPY; NumPy/SciPy
spark: Spark; PySpark; Apache Spark; pyspark; Spark Streaming; Spark SQL; EMR; Dataproc; Databricks/Spark;
  Spark/PySpark; Py-Spark; Spark jobs; Databricks (PySpark); Apache Spark/Databricks; Spark, Hadoop; SPARK; spark,
  kafka; Spark clusters; AWS EMR; Scala/Spark; Pyspark; Hadoop/Spark
not spark: spark joy; spark ideas; spark your curiosity; a creative spark
airflow: Airflow; Apache Airflow; airflow, dbt; MWAA; Cloud Composer; Airflow DAGs; AirFlow; Airflow/Prefect;
  Dagster/Airflow; orchestration (Airflow); managed Airflow; Apache airflow
not airflow: airflow in buildings; airflow sensors
dagster: Dagster; dagster; Dagster/Airflow; Airflow or Dagster
prefect: Prefect; Airflow/Prefect; prefect, airflow; Prefect flows
not prefect: Ford Prefect; head prefect
luigi: Luigi; Airflow or Luigi; luigi, airflow
dbt: dbt; DBT; dbt Core; dbt Cloud; dbt models; data build tool; dbt/Snowflake; Snowflake + dbt; Dbt; dbt-core
not dbt: DBT therapy
data-pipelines: data pipelines; ETL; ELT; ETL/ELT; ETL pipelines; data ingestion; ingestion pipelines; batch
  processing; Azure Data Factory; ADF; data integration; build and maintain data pipelines; scalable data pipelines;
  ETL processes; batch and streaming pipelines; ELT/ETL; ETL tools; data workflows; Informatica; Talend; NiFi;
  Fivetran; Airbyte; SSIS; data transformation; Data Factory; build data flows; end-to-end data pipelines; building
  robust pipelines; ingest data from many sources; data processing pipelines; data movement; ETL jobs; change data
  capture; CDC; small data pipelines; Design and build ETLs; pipelines that move data; pipelines in Airflow;
  building data products and pipelines; data engineering pipelines; extract, transform and load; ingest, transform
  and serve data; Glue jobs; ML data pipelines; develop data pipelines in Python; transform raw data; data
  extraction; real-time pipelines; ETL workflows; data loads; data acquisition pipelines; orchestrate data flows
not data-pipelines: deployment pipelines; CI/CD pipelines; sales pipeline; talent pipeline; oil pipelines; build
  pipelines; drug pipeline; release pipelines; product pipeline; clinical pipeline; hiring pipeline; rendering
  pipelines; CI pipelines; Jenkins pipelines; pipeline of candidates; inference pipelines; Terraform pipelines; Git
  pipelines
data-warehouse: data warehouse; data warehousing; Snowflake; BigQuery; Redshift; Azure Synapse; DWH; data
  warehouses; Big Query; Snowflake/Redshift; Synapse; EDW; data marts; Teradata; ClickHouse; cloud data warehouses;
  Snowflake or BigQuery; Kimball; star schemas; data warehouse design; SnowFlake; SNOWFLAKE; snowflake, dbt;
  data-warehouse; modern data warehouses; DW/BI; Amazon Redshift; analytical warehouses
not data-warehouse: warehouse workers; warehousing and logistics; special snowflake; warehouse operations; a
  warehouse in Leeds; warehouse management
data-lake: data lake; data lakes; lakehouse; Delta Lake; Iceberg; Parquet; AWS Glue; Athena; data lakehouse; ADLS;
  Lake Formation; Delta; Hudi; medallion architecture; Apache Iceberg; Glue; Avro; delta tables; S3 data lake; Data
  Lakes; lake house; Glue/Athena; Parquet/Avro; Databricks Lakehouse; lakehouses; Delta Live Tables; Azure Data
  Lake; data lake architecture; Databricks Delta; Parquet, ORC and Avro; Delta/Iceberg; open table formats; Unity
  Catalog
not data-lake: Parquet floor; glue between teams; Delta Airlines; Lake District; Salt Lake City; the glue that holds
  the team together; delta between
data-quality: data quality; Great Expectations; data quality checks; data validation; data observability; data
  quality frameworks; pandera; Soda; accuracy and completeness of data; data contracts; data reliability; ensure
  data quality; data quality monitoring; data quality and governance; quality of data; Deequ; data consistency
  checks; validate data; data cleansing; anomaly checks on data; DQ checks; reconciliation of data
not data-quality: great expectations of you; quality of life
stream-processing: stream processing; streaming; Flink; Apache Beam; Dataflow; real-time data processing; Spark
  Streaming; Kafka Streams; streaming data; real-time data; event stream processing; streaming pipelines; structured
  streaming; batch and streaming; real-time streaming; near-real-time processing; Kinesis Data Analytics; Apache
  Flink; real time analytics; real-time data pipelines; streaming technologies; batch/stream processing; streaming
  applications; real-time pipelines; near real-time; streams and batches; data streams
not stream-processing: video streaming; music streaming service; live streaming; streaming service; our streaming
  platform for films; work stream; revenue streams
scikit-learn: scikit-learn; sklearn; Scikit-learn; scikit learn; SciKit-Learn; Sklearn; Scikit; sci-kit learn;
  scikit-learn/XGBoost
pytorch: PyTorch; pytorch; Pytorch; PyTorch/TensorFlow; torch; TensorFlow/PyTorch; Py Torch; PyTorch Lightning;
  PYTORCH
not pytorch: carry the torch; a torch
tensorflow: TensorFlow; Tensorflow; Keras; tensorflow/keras; TF/Keras; Tensor Flow; PyTorch/TensorFlow; TensorFlow
  2.x; PyTorch or TF
machine-learning: machine learning; ML; deep learning; ML models; train models; NLP; computer vision; training and
  deploying models; AI/ML; Machine Learning; predictive models; neural networks; data science and machine learning;
  model training; LLM fine-tuning; feature engineering; recommender systems; statistical modelling; time series
  forecasting; reinforcement learning; classification models; ML algorithms; build machine-learning models;
  Machine-learning; develop ML solutions; training models; ML engineering; forecasting models; applied ML; natural
  language processing; Hugging Face; ML frameworks; gradient boosting; ML/DL; model development; deploy machine
  learning models; fine-tune; fine-tuning LLMs; generative models; unsupervised learning; Bayesian models
not machine-learning: 50 ml tubes; we use machine learning tools to screen applications; fashion models; business
  models; data models; operating models
ml-serving: model serving; serving models; model deployment; deploy ML models; inference services; Triton;
  TorchServe; BentoML; KServe; Seldon; ML inference; deploying models to production; model inference at scale;
  productionise ML models; serve models behind an API; productionizing machine learning models; deploying machine
  learning models; ML models in production; put models into production; real-time inference; inference endpoints;
  vLLM; LLM serving; serving LLMs; model hosting; ML deployment; MLOps and model serving; bring models to
  production; low-latency inference; productionize ML models; deploy and monitor models; operationalize ML models;
  models into production; inference APIs; inference pipelines; model endpoints; KFServing; Ray Serve; batch
  inference; FastAPI for serving models
not ml-serving: serving customers; serving food; serving clients
managed-ml: SageMaker; Vertex AI; Azure ML; AWS SageMaker; Azure Machine Learning; AzureML; Amazon SageMaker;
  Vertex; Sagemaker; SageMaker/Vertex AI; Google Vertex AI; Azure ML Studio; SageMaker pipelines; managed ML
  platforms; VertexAI
llm-integration: LLMs; large language models; LLM; OpenAI; GPT; GenAI; generative AI; LangChain; prompt engineering;
  AI agents; agentic; OpenAI API; Azure OpenAI; Bedrock; Claude; LLM applications; LLM-powered features; LlamaIndex;
  LangGraph; agentic workflows; LLM APIs; chatbots with LLMs; Gen AI; Generative AI; GPT-4; Anthropic; LLM-based;
  building AI agents; MCP; multi-agent systems; prompt design; LLMOps; Gemini; language models; Mistral; Llama;
  function calling; LLM frameworks; foundation models; conversational AI; agentic AI; LLM agents; LLM orchestration;
  hosted LLMs; Large Language Models (LLMs); integrate LLMs; copilots built on LLMs; Pydantic AI; semantic kernel;
  guardrails for LLMs; Model Context Protocol; evals for LLMs; CrewAI; AutoGen; prompting; context engineering
not llm-integration: LLM in law; LLM degree; travel agents; real estate agents; insurance agents; don't use ChatGPT
  for your application; customer service agents; build agents for Jenkins; recruitment agents; GitHub Copilot to
  write code
vector-search: vector databases; pgvector; Pinecone; FAISS; Weaviate; Qdrant; Chroma; embeddings; semantic search;
  vector stores; vector DBs; Milvus; vector search; Vector DB; similarity search; embedding models; ChromaDB; vector
  database; embeddings and retrieval; hybrid search; vector indexes; OpenSearch vector; nearest-neighbour search;
  vector stores such as Pinecone; embedding-based retrieval; vectorDB; vector retrieval; text embeddings
not vector-search: vector graphics; chroma key; vector control; embedding yourself in the team; embed security;
  embedded systems
notebooks: Jupyter; Jupyter notebooks; notebooks; JupyterLab; Databricks notebooks; Jupyter Notebook; turn notebooks
  into packages; Python notebooks; iPython; Colab; notebooks into production; Zeppelin; Jupyter/Colab; move
  notebooks to production code
not notebooks: company notebooks and phones
`);
