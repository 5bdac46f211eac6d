/** Of running it, of keeping it safe, and of data. */
export const OPERATIONS_WORDS = `
# Cloud and hosting
vps droplet hetzner digitalocean linode: server hosting linux deployment
amazon: aws ecommerce
ec2 s3 lambda cloudformation fargate eks: aws cloud serverless
google-cloud gke: gcp cloud
microsoft-cloud aks: azure cloud
cloudflare akamai: cdn edge caching workers
vercel netlify heroku: deployment hosting serverless
without-servers no-servers: serverless lambda
lift-and to-cloud into-cloud: cloud migration
on-premise on-prem: hybrid infrastructure migration
multi-cloud several-clouds two-clouds: multicloud hybrid cloud architect
virtual-machine hypervisor vmware proxmox: virtualization infrastructure
homelab self-host: docker sysadmin proxmox infrastructure
ubuntu debian redhat centos: linux sysadmin administrator
disk-full disk-space hard-disk: storage linux sysadmin troubleshooting
crontab every-night every-hour every-morning every-week: cron scheduled automation
reboot restart reinstall: sysadmin troubleshooting recovery
ssh: remote server linux
windows-server domain-controller group-policy: active directory powershell windows
office-365 microsoft-365 sharepoint: m365 microsoft azure
helpdesk help-desk service-desk servicenow it-support: support itil ticket
laptop printer: it support troubleshooting
mainframe cobol as400: legacy modernization
# As code, as containers
pod cluster helm kubectl k3s: kubernetes orchestration
crashloopbackoff imagepullbackoff oomkilled evicted: kubernetes container debugging
dockerfile docker-compose podman: docker container
image-size container-image base-image: docker container optimization
istio envoy sidecar linkerd: mesh kubernetes
ansible puppet saltstack: automation configuration infrastructure provisioning
pulumi terragrunt opentofu: terraform iac infrastructure
infrastructure-as clickops click-together: terraform iac provisioning
spin-up: provisioning environment infrastructure
tear-down: cleanup environment provisioning
drift: terraform mlops monitoring
staging-server staging-environment preview-environment test-environment: environment deployment
my-machine works-locally: docker environment debugging
golden-path backstage self-service: platform internal engineering
# Delivery
jenkins circleci travis teamcity buildkite: ci cd pipeline devops
github-actions gitlab-ci: ci cd pipeline workflow
build-fails build-breaks build-broken red-build build-server: ci pipeline
slow-build build-time build-minutes: ci pipeline caching performance
every-push every-commit every-merge after-merge: ci pipeline automation
argo argocd fluxcd: gitops kubernetes deployment
in-production live-system production-server prod: deployment reliability release
zero-downtime no-downtime without-downtime without-interruption: deployment canary rollout
blue-green canary few-users: rollout deployment progressive
feature-flag feature-toggle: flag rollout
bad-release bad-deploy last-release: rollback deployment incident
# Networks
subnet vlan bgp ospf: network networking routing
vpn wireguard tunnel: network security networking
packet wireshark pcap: network traffic protocol
nameserver domain-name: dns domain
ping traceroute unreachable connection-refused no-connection: network connectivity troubleshooting
bandwidth slow-internet: network performance
cisco juniper mikrotik: network routing engineer
ip-address: network networking
load-balancer haproxy traefik caddy: nginx balancing networking
timeout timed-out: latency resilience debugging
500-error 502 503 504: incident troubleshooting debugging
throttle 429: rate limiting api
# Watching
grafana prometheus datadog newrelic new-relic: observability monitoring metrics dashboard
logs logfile log-file log-lines: observability monitoring analysis
elk kibana loki logstash: observability logging elasticsearch
trace jaeger: observability opentelemetry distributed
sentry stack-trace stacktrace: error debugging monitoring
uptime nines five-nines always-available: availability reliability sre slo
stays-up keep-running keep-alive: reliability sre availability
error-budget error-rate sla slas: sre slo reliability
p95 p99 percentile: latency performance slo
cpu-usage high-cpu memory-usage high-memory: profiling performance monitoring
ram swap oom: memory leak profiling
noisy-alerts alert-fatigue false-alarm: alerting monitoring sre
spike unusual odd outlier: anomaly detection
# When it burns
pagerduty pager opsgenie woken wake 3am: incident alert sre
postmortem post-mortem blameless: incident root cause
what-happened went-wrong goes-wrong: postmortem root cause incident
war-room firefighting on-fire site-down everything-down: incident commander response
runbook playbook: incident operations procedure
escalate sev1: incident triage response
who-changed who-deleted who-did: audit log git forensic
track-down pin-down narrow-down: debugging root investigate
failover fail-over standby: availability disaster recovery
rpo rto data-loss business-continuity: disaster recovery backup continuity
single-point: reliability availability resilience
game-day gameday chaos-monkey the-plug kill-servers: chaos resilience fault
circuit-breaker retry backoff: resilience fault tolerance
black-friday peak-load: scalability load capacity
autoscale autoscaling auto-scale headroom: scaling capacity kubernetes
# What it costs
cloud-bill aws-bill azure-bill cloud-spend cloud-costs: finops cost optimization
rightsize right-size idle overprovisioned: finops cost cloud
reserved-instances spot-instances savings-plan: finops aws cost
token-cost token-usage burn-tokens fewer-tokens save-tokens: llm token cost context
carbon footprint: sustainability energy green
# Breaking in
pentest: penetration offensive security
penetration pen-test pen-tester: pentest offensive security
red-team ethical-hacker ethical-hacking purple-team: offensive pentest adversarial
blue-team defend: defensive detection security soc
bug-bounty hackerone: vulnerability pentest exploit
xss csrf ssrf sql-injection rce idor: owasp vulnerability appsec
kali metasploit nmap burp burpsuite nuclei: pentest reconnaissance exploit
recon osint dark-web: reconnaissance intelligence threat
open-ports port-scan: reconnaissance network pentest
ctf: exploit pentest reverse
privilege-escalation lateral-movement: exploit pentest threat
weakness weak-spot loophole backdoor: vulnerability security
cve cves zero-day unpatched patch-servers: vulnerability patch scanning
snyk dependabot trivy npm-audit: dependency vulnerability supply sbom
supply-chain: sbom dependency logistics
attack-surface stride attack-tree: threat modeling security
could-go worst-case: risk threat premortem
fuzz fuzzer: security vulnerability testing
sast dast semgrep codeql: security static appsec scanning
devsecops shift-left: security pipeline devops
secure-coding security-holes security-review: appsec owasp audit vulnerability
# Keeping them out
hardcoded hard-coded leaked-key leaked-password api-key env-file dotenv: secrets credentials security
keyvault rotate: secrets credentials vault
mfa 2fa two-factor passkey otp: authentication identity
saml oidc okta keycloak auth0 ldap jwt: authentication identity oauth sso
single-sign sso: identity saml oauth authentication
who-may user-roles: authorization rbac iam permission
least-privilege zero-trust: iam security identity
harden lock-down: security configuration compliance
public-bucket bucket misconfigured: cloud security aws
waf ddos: network security firewall
eavesdrop intercept sniff sniffing: network encryption tls
cipher hashing post-quantum: cryptography encryption
phishing spoof social-engineering: security threat awareness
fingerprint biometric: authentication identity recognition
abuse toxic: moderation safety policy
spam spammer: moderation email deliverability
# Afterwards
ransomware trojan worm spyware rootkit keylogger: malware forensic threat
compromised breached been-hacked got-hacked: incident forensic response security
evidence tampered: forensic investigation audit
ghidra ida binary: reverse malware engineering
antivirus edr: malware endpoint detection
siem splunk sigma yara: detection security threat soc
soc threat-hunting hunter mitre: security detection threat analyst
intrusion insider-threat: detection security threat
# Rules
soc2 iso27001 hipaa pci nist fedramp dora: compliance audit security regulatory
soc-2 iso-27001 pci-dss: compliance audit regulatory
auditor regulator: compliance audit regulatory
be-forgotten data-retention delete-data data-subject: gdpr privacy retention
anonymize redact pseudonymize blacken: privacy pii gdpr
ccpa dpia lgpd: privacy gdpr compliance
patient-data health-data medical-records: hipaa privacy healthcare
money-laundering aml kyc: compliance fraud fintech
# Databases
query select-statement: sql database
slow-query explain-plan missing-index: sql tuning database optimization
index indices: database sql search
mysql mariadb sqlite oracle mssql: sql dba database
postgres postgresql: sql dba database
mongo mongodb dynamodb cassandra couchdb: nosql database
redis memcached: caching cache
elasticsearch opensearch solr: search indexing
schema columns: database modeling sql
foreign-key normal-form: schema database modeling
alter-table add-column schema-change new-column: migration database schema
shard replica replication: database scaling distributed
transaction: database payment consistency
deadlock: concurrency debugging
supabase firebase neon planetscale: database backend postgres
prisma drizzle sequelize hibernate sqlalchemy: orm database
stored-procedure plsql: sql database
neo4j cypher sparql ontology: knowledge graph semantic
ask-database ask-data: sql analyst natural retrieval
pinecone qdrant chroma weaviate pgvector faiss: embedding rag vector retrieval
vector-store vector-database: embedding rag retrieval
# Data on its way
etl elt ingest: pipeline warehouse engineer
airflow dagster prefect: pipeline orchestration etl
dbt snowflake bigquery redshift databricks: warehouse analytics pipeline
pyspark spark hadoop flink: streaming distributed pipeline
big-data terabyte petabytes huge-files: spark distributed warehouse pipeline
kafka rabbitmq pulsar kinesis: streaming event messaging
lake lakehouse iceberg parquet: warehouse pipeline engineer
csv: data pandas spreadsheet
pdf pdfs: document extraction ocr
dirty-data messy-data bad-data missing-values clean-data: wrangling pandas validation pipeline
wrong-numbers trust-data numbers-match reconcile: validation reconciliation data
lineage catalog master-data: governance metadata data
sync synchronize: integration replication
scraper crawler spider: scraping extraction automation
# Making sense of data
tableau looker powerbi power-bi metabase: dashboard analytics visualization
kpi kpis okr: metrics analytics goals
insight: analytics analyst data
funnel drop-off: conversion analytics
google-analytics mixpanel amplitude ga4 posthog: analytics tracking events
sales-dropped sales-down numbers-down numbers-dropped: analytics root analyst
segment: cohort clustering analytics
correlation significant p-value bayesian: statistics statistical hypothesis
average median variance: statistics statistical
sample-size split-test control-group: experimentation statistical ab
causal cause-effect: inference statistics
notebook colab: jupyter python scientist
pandas numpy polars: python data scientific
matlab rstudio tidyverse ggplot spss: statistics scientific data
time-series arima seasonal: forecasting prediction
data-science kaggle: scientist ml statistics
# Machines that learn
machine-learning: ml mlops scientist training
deep-learning: pytorch neural tensorflow
keras jax sklearn scikit xgboost: ml training pytorch tensorflow
huggingface hugging-face: llm nlp training
overfit underfitting hyperparameter: training ml tuning
fine-tune lora qlora: finetuning training llm
own-model local-model ollama llama vllm: llm inference local
serve-model model-serving model-production run-models: mlops inference deployment
mlflow kubeflow sagemaker wandb: mlops ml experiment
model-drift data-drift retrain model-worse: mlops monitoring drift
quantize distill: inference llm compression
gpu gpus graphics-card: cuda acceleration training
recommend-products suggest-products also-bought also-like: recommendation personalization ml
annotate ground-truth: labeling dataset evaluation
dataset training-data: data training ml
accuracy false-positives: evaluation precision metrics
bias fairness unfair: ethics responsible
black-box: interpretability explainability ml
named-entity sentiment-analysis corpus: nlp text
# Applications of language models
gpt openai anthropic gemini mistral: llm ai prompt
langchain llamaindex langgraph crewai autogen: agent orchestration llm rag
few-shot zero-shot of-thought think-step: prompt reasoning
system-prompt better-prompt write-prompts improve-prompt: prompt engineer llm
better-answers bad-answers ai-answers answers-worse: llm prompt evaluation
own-documents our-documents my-documents company-documents chat-documents: rag retrieval embedding
ask-documents chat-with: rag retrieval chatbot
knowledge-base: rag retrieval documentation wiki
reranker bm25 chunking: rag retrieval embedding
made-up making-stuff: hallucination grounding
cites cite-sources: citation hallucination rag
eval: evaluation benchmark llm
judge grade grader scoring: evaluator evaluation rubric
agent-good agents-perform agent-quality which-model best-model: evaluation benchmark model
jailbreak prompt-injection trick-model: guardrail adversarial security llm
content-filter off-topic: guardrail moderation safety
function-calling tool-calling tool-use structured-output: mcp tool llm agent
connect-claude extend-claude tool-server own-tools give-claude: mcp protocol integration
n8n zapier airtable: workflow automation integration
# Agents that work together
swarm hive subagent: orchestrator coordinator orchestration agent
agents-together several-agents many-agents multi-agent: orchestrator coordination swarm
conductor supervisor: orchestrator coordinator
delegate dispatch assign: orchestrator coordinator
which-agent right-agent pick-agent choose-agent: orchestrator routing dispatcher
vote quorum raft: consensus byzantine coordination
devil: critic challenge adversarial
debate: critic consensus adversarial
unattended overnight by-itself on-its: autonomous automation agent
sign-off the-loop approve: gate review
self-improving improve-itself own-mistakes learn-mistakes: reflection feedback meta
context-window token-limit context-limit context-full: context compaction memory
across-sessions last-session between-sessions previous-session next-session: memory context session
where-left left-off: memory context handoff
write-agent create-agent own-agent new-agent agent-file: meta subagent generator
big-task big-job smaller-tasks small-steps: decomposition orchestrator planner
# Seeing and hearing
camera webcam opencv yolo: vision image detection
computer-vision object-detection detect-objects count-objects: vision image recognition
face: recognition vision
handwriting handwritten barcode license-plate: ocr recognition vision
screenshot: visual vision image
generate-images midjourney dalle stable-diffusion: image generation prompt
transcribe dictate whisper: transcription speech audio
to-speech read-aloud voiceover voice-over: tts voice speech
to-text: transcription speech audio
alexa siri phone-calls: voice conversational speech
# Chains and markets
ethereum solana polygon metamask: blockchain web3 solidity
smart-contract: solidity blockchain web3
nft nfts mint wallet: web3 blockchain crypto
dao airdrop staking liquidity uniswap: defi web3 tokenomics
gas-fees gas-cost reentrancy hardhat foundry: solidity ethereum
trader trading-bot algo-trading: quantitative trading algorithmic
backtest sharpe drawdown volatility: quantitative trading strategy portfolio
derivatives forex hedging stock-options: trading quantitative risk
technical-analysis candlestick market-data wall-street: trading quantitative market
dividend wealth: investment portfolio financial
valuation dcf balance-sheet: financial analyst finance
insurance: actuarial risk claims
# Things one can touch
arduino esp32 raspberry stm32 microcontroller: embedded firmware iot
smart-home home-assistant zigbee mqtt thermostat: iot automation home
circuit schematic pcb soldering kicad: electronics hardware embedded
vhdl asic: fpga verilog hardware embedded
rtos bare-metal interrupt: embedded firmware
device-driver kernel: embedded linux driver
ota bluetooth ble lorawan: firmware iot embedded
battery low-power: embedded power energy
ros ros2 gazebo servo actuator gripper robot-arm: robotics control simulation
self-driving autopilot lidar: autonomous automotive perception
quadcopter uav: drone robotics autonomous
plc scada factory assembly-line: industrial manufacturing automation
digital-twin predictive-maintenance: iot simulation sensor
3d-print 3d-printer solidworks: manufacturing hardware cad
# Science
physics-simulation physicist chemistry chemist molecule: scientific computational simulation
simulation: scientific modeling
supercomputer hpc slurm fortran julia: scientific computing parallel numerical
matrix matrices linear-algebra differential-equations: math numerical scientific
qubit qiskit: quantum computing
genome rna crispr: bioinformatics biology
biology biologist single-cell: bioinformatics scientific genomics
drug pharma clinical-trial: pharmaceutical clinical medical
epidemic epidemiology outbreak vaccine: health biostatistics
weather: climate environmental geospatial
satellite: geospatial remote space
solver linear-programming shortest-route: optimization mathematical algorithm
`;
