import { testNamings } from './testing/namings.ts';

testNamings(`
python: Strong Python skills; Expert in Python 3.10+; Python3.x; Proficient Python programmer; Python (3.8+);
  Python/Django developer; Node/Python; Python or Go; 5+ years of Pythonic code; scripting languages such as Python;
  Python-based services; Python's data stack; PYTHON; Coding in python; py3 codebase; Python, Java and SQL;
  Python-centric team; Python/R; Advanced knowledge of Python programming language; you live and breathe Python
not python: our mascot, a ball python; Monty Python humour; a stuffed python named Guido
async-python: asyncio; async/await; Asynchronous programming in Python; async Python; async frameworks (aiohttp);
  Concurrency with asyncio; writing asynchronous code; asynchronous Python services; experience with async IO;
  AsyncIO and multithreading; event loops; uvloop; anyio or trio; async/await patterns; asynchronous Python
  programming; Python async programming; concurrent programming with async/await
not async-python: we work async; async communication culture; async stand-ups; an asynchronous, remote culture; our
  async-first company culture
static-typing: type hints; mypy; Typed Python; type annotations; static typing with Pyright; type-hinted Python;
  strict typing; type checking with mypy; fully typed codebase; static type checkers; Python type hints; typing
  (mypy); type-safe Python; strongly typed Python code; statically typed Python; modern typed Python; Python with
  typing
not static-typing: fast typing; typing speed of 60 wpm; blood typing
linting: ruff; flake8; Black and isort; linters; linting; code formatters; pylint; PEP8; PEP 8 compliant code; code
  linting tools; lint rules; Ruff/Black; linters and formatters; static code analysis with pylint; code style
  tooling (ruff, black); auto-formatting with Black
not linting: Black Friday traffic; lint-free cloths; a Black-owned business; Black and minority candidates
pre-commit: pre-commit; pre-commit hooks; git hooks; precommit; pre commit hooks
testing: unit tests; unit testing; writing tests; TDD; test-driven development; test driven development; BDD;
  automated testing; test automation; integration testing; end-to-end tests; e2e testing; well-tested code; Write
  clean, tested code; You test what you build; Experience with unit and integration testing; unit, integration and
  end-to-end tests; You write tests before code; strong testing culture; automated test suites; testing frameworks;
  writing automated tests; test coverage and automated tests; regression tests; UI test automation with Selenium;
  You care about tests; thorough testing of your code; unit/integration/e2e tests; testing best practices;
  Test-first mindset; test engineering; functional and regression testing; ensure quality through automated tests;
  API test automation; test cases and test plans; experience with software testing; unit-testing; writing testable
  code; QA automation; test pyramids; tests in pytest and unit tests; You cover your code with tests; your code
  comes with tests; quality assurance and testing; a solid understanding of testing methodologies; test strategies
not testing: A/B testing; penetration testing; drug testing; usability testing; load testing; a coding test; user
  testing with designers; pass a test; hypothesis testing; background check and drug test; performance testing with
  k6
pytest: pytest; PyTest; py.test; py-test; Pytest fixtures; tests in pytest; pytest/unittest; unittest/pytest;
  pytest-based suites; pytest or nose
property-testing: property-based testing; property based tests; Hypothesis; Hypothesis (property-based testing);
  property testing
not property-testing: hypothesis testing; hypothesis-driven development; a hypothesis about users
cloud-mocking: LocalStack; moto; localstack or moto; mocking AWS services; Azurite; local cloud emulators; Pub/Sub
  emulator; mocked AWS services
not cloud-mocking: our moto is to have fun; Moto GP
http-mocking: respx; responses library; VCR.py; vcrpy; mocking HTTP; WireMock; requests-mock; mock servers; mock
  HTTP services
not http-mocking: quick responses; HTTP responses
filesystem-mocking: pyfakefs; fake filesystem
load-testing: load testing; load tests; Locust; k6; JMeter; Gatling; performance testing; stress testing;
  performance tests; performance and load testing; load and stress tests; Apache JMeter; performance test
  automation; load/performance testing; scalability testing; performance & load tests; K6
not load-testing: a heavy load; test loads of trucks
test-coverage: test coverage; code coverage; coverage.py; high test coverage; coverage reports; 90% coverage of
  tests; unit test coverage; branch coverage; 80% test coverage; improve coverage of our tests
not test-coverage: insurance coverage; medical coverage; media coverage; dental coverage; on-call coverage
packaging: Python packaging; PyPI; publishing packages to PyPI; setuptools; building Python packages; wheels and
  sdists; maintain internal Python packages; pyproject.toml; packaging and distributing Python libraries; turn
  notebooks into packages; turn scripts into installable packages; package Python applications; building Python
  libraries and packages; internal Python libraries; packaging and release of libraries; packaging Python code
not packaging: packaging industry; food packaging; benefits package; a competitive package; relocation package
dependency-management: Poetry; uv; pip; pipenv; conda; virtualenv; virtual environments; dependency management; lock
  files; pip-tools; package managers (pip, conda); uv or poetry; pip/poetry; venv; managing dependencies; uv/Poetry;
  dependency and environment management
not dependency-management: poetry slam; UV light; chemical dependency counselling
dependency-audit: pip-audit; Dependabot; Snyk; SBOM; dependency scanning; software composition analysis;
  vulnerability scanning; Renovate; supply chain security; SCA; SCA tools; Trivy; vulnerability management; keep
  dependencies secure; dependency vulnerability scanning; SBOMs; scanning of dependencies; container image scanning;
  software supply-chain security; scan dependencies for vulnerabilities
not dependency-audit: renovate our office; supply chain company; supply chain optimisation
security-analysis: SAST; DAST; SAST/DAST; Bandit; semgrep; CodeQL; static application security testing; security
  scanning; code scanning; security code reviews; Checkmarx; Veracode; Fortify; application security testing; static
  security analysis; tfsec; checkov; secret scanning; automated security scans; security scans in the pipeline
not security-analysis: financial security analysis; bandit territory; fortify your career; equity security analysis
cli-tools: command-line tools; CLI tools; CLIs; building command line tools; Click; Typer; argparse; command-line
  interfaces; internal CLI tooling; build a CLI; CLI applications; CLI development; command line utilities;
  Developer tooling and CLIs; write CLI tools; building CLIs for developers
not cli-tools: click here to apply; click Apply; Azure CLI; AWS CLI
git: Git; git; version control; GitHub; GitLab; Bitbucket; Github; version control systems; source control; pull
  requests; merge requests; Git workflows; Git/GitHub; GIT; Git-based workflows; trunk-based development; source
  code management; Git, GitFlow; branching strategies; SCM (Git); code repositories; code versioning tools; version
  control (Git); git flow; Github/Gitlab; versioning (Git); code repositories such as GitHub; SVN or Git; working
  with git; VCS
not git: link to your GitHub; your GitHub profile; see our GitHub; a git of a boss; share your GitHub
performance: performance tuning; profiling; performance optimisation; performance optimization; optimize
  performance; query optimization; benchmarking; profiling and optimizing code; performance profiling; improving
  performance of our services; high-performance code; performance bottlenecks; optimizing Python code; optimise slow
  queries; performance analysis; code optimization; latency and throughput; memory profiling; performance
  engineering; performance improvements; tune performance; make it twice as fast; reduce latency;
  performance-critical code
not performance: performance reviews; high-performance team; performance bonus; performance marketing; application
  performance monitoring; track record of high performance; your performance; performance-related pay;
  high-performing team; business performance; model performance; company performance; job performance
`);
