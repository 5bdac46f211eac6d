/** What those say who need an agent of a role: in running software, with data, models and agents, in planning and research. */
export const DATA_ROLES = `
# Shops, search, languages
sell-online sell-website sell-internet: ecommerce storefront
product-variants product-catalogue shopping-site: ecommerce product catalog
search-finds finds-nothing site-search: elasticsearch relevance search
results-irrelevant irrelevant-results search-typos: relevance search ranking
other-countries other-markets language-switcher: localization i18n internationalization
hardcoded-strings untranslated foreign-market: i18n localization translation
# Cloud, infrastructure
leave-datacenter move-aws move-azure: cloud migration architect
cloud-provider cloud-setup aws-azure: cloud architect infrastructure
servers-script script-servers identical-servers: terraform iac provisioning
console-clicking click-aws recreate-environment: terraform iac infrastructure
same-everywhere runs-anywhere package-app: docker container containerization
image-huge image-smaller shrink-image: docker container dockerfile
containers-restart restarting-containers containers-cluster: kubernetes orchestration helm
yaml-manifests pods-dying pods-restarting: kubernetes helm
tests-automatically build-automatically automatic-builds: ci cd pipeline
merge-deploy deploy-automatically automatic-deploys: deployment ci cd pipeline
dev-ops developers-ops ops-guy: devops infrastructure automation
release-day tag-version next-version: release versioning semver
bump-version cut-version ship-version: release semantic versioning
safe-deploy deploy-safely ready-production: readiness deployment canary
after-deploy deploy-worked gradually-users: canary deployment verification
wait-ops ops-team developers-themselves: platform internal engineering
developer-portal team-templates internal-platform: platform engineering portal
# Watching, reliability, cost
system-healthy health-check dashboards-servers: monitoring observability alerting
notice-problems notice-outage servers-alive: monitoring observability tracing
too-unreliable unreliable-service repetitive-ops: sre reliability slo
promise-availability availability-target reliability-target: slo sre reliability
cut-bill cut-costs bill-exploded: finops cost cloud optimization
pay-aws pay-cloud unused-resources: finops cost cloud
# Networks, machines, builds
servers-reach reach-server connection-drops: network connectivity dns
domain-points dns-records office-network: network dns networking
spread-traffic distribute-traffic traffic-servers: balancing nginx network
server-admin user-accounts company-computers: sysadmin administrator linux
linux-box office-computers computers-network: sysadmin linux administrator
compile-slow build-takes faster-builds: build optimization caching
one-repo single-repo several-packages: monorepo build workspace
developers-happy happier-developers developers-slow: dx developer experience productivity
slowing-developers developers-productive programmers-productive: dx developer tooling productivity
new-machine new-computer run-locally: environment setup configuration
local-machine install-tools setup-laptop: environment setup dev
folder-structure empty-folder start-template: scaffolding template boilerplate
set-project first-files base-project: scaffolding project setup
quick-demo working-demo demo-investors: prototype mvp rapid
idea-app idea-working throwaway-version: prototype mvp prototyping
# Data
data-sources data-together data-warehouse: pipeline etl warehouse
move-data data-systems transform-data: etl pipeline data engineer
numbers-mean data-mean crunch: analyst analytics data insights
patterns-data find-patterns answers-data: analyst analytics exploratory
predict-customers predict-sales predict-churn: predictive scientist ml
just-chance chance-real pure-chance: statistics statistical hypothesis
data-pretty numbers-picture data-visually: visualization charts dashboard
nice-charts charts-website interactive-graphs: visualization d3 dashboard
management-dashboard boss-dashboard sales-dashboard: bi intelligence dashboard kpi
numbers-glance company-numbers business-numbers: bi business intelligence dashboard
users-click users-drop users-stop: product analytics funnel tracking
track-clicks track-users feature-usage: product analytics tracking events
data-wrong data-dirty duplicate-records: data validation cleaning
data-trustworthy broken-data empty-values: data validation profiling
owns-data who-owns data-come: governance lineage catalog
data-rules data-ownership find-dataset: governance data stewardship
grab-data pull-data pull-website: scraping extraction scraper
copy-websites download-pages collect-websites: scraping crawler extraction
paper-documents read-invoices read-receipts: ocr document extraction
pdf-text convert-document paper-digital: document ocr conversion processing
excel-macro vlookup cells-formula rows-columns excel-sheet: spreadsheet excel xlsx
# Machines that learn
teach-computer teach-machine computer-recognise: ml training learning model
train-network predict-data own-ai: ml training model neural
deploy-model model-decays accuracy-drops: mlops monitoring deployment
model-versions automatic-retraining keep-retraining: mlops registry pipeline
teach-model customize-model adapt-model: finetuning lora training
model-examples training-examples: finetuning dataset training
add-ai ai-app ai-product: llm ai integration generative
app-gpt call-gpt smart-features: llm ai integration
answer-documents answers-files documents-chatbot: rag retrieval embedding
question-documents pdfs-chatbot search-documents: rag retrieval vector
ask-ai instruct-ai talk-chatgpt: prompt engineer
ai-misunderstands ai-ignores phrase-request: prompt engineer optimization
ai-correct chatbot-correct test-chatbot: evaluation eval benchmark llm
answers-correct ai-improved model-better: evaluation benchmark model
harmful-answers ai-harmful ai-dangerous: guardrail safety adversarial
ai-fair discriminate ai-misbehave: ethics bias responsible fairness
ai-expensive ai-costs claude-cost: llm token cost
cheaper-model smaller-model tokens-fewer: token cost routing llm
own-computer own-gpu my-computer: local inference llm
model-faster model-smaller model-laptop: inference quantization optimization
recognise-images pictures-contain photos-contain: vision recognition classification
objects-photo spot-defects read-plates: vision detection image
positive-negative understand-text text-categories: nlp classification sentiment
find-names names-text texts-automatically: nlp entity extraction
talk-app talk-computer by-voice: voice speech conversational
understands-speech speech-written computer-speak: speech voice recognition
might-like similar-products similar-items: recommendation personalization
next-video next-song to-recommend: recommendation engine
predict-demand sales-next demand-next: forecasting series prediction
sudden-changes history-predict: series trend anomaly
# Science
superposition quantum-computer ibm-quantum: quantum qiskit circuit
physics-equations fluid-flow heat-flow: numerical simulation scientific
physics-code simulate-fluid scientific-code: scientific numerical computing
sequencing-data lab-data new-drugs: bioinformatics genomics biology
algebra calculus geometry-problem: math mathematical
prove-theorem prove-mathematically check-proof: proof theorem mathematical
prove-code lean4 coq: formal verification proof
guarantee-bugs impossible-bugs provably-correct: formal verification proof
# Agents, skills, commands
new-assistant design-agents custom-agent: meta subagent creator
agent-template build-subagent agent-prompts: subagent generator meta
write-skill new-skill teach-claude: skill creator
skill-file reusable-instructions reusable-skill: skill creator author
check-agent rate-agent improve-agent: auditor subagent evaluation
check-skill check-plugin rate-skill: skill reviewer validator plugin
shortcut-claude claude-shortcut own-commands: command slash hook
repeat-prompt saved-prompt prompt-shortcut: command slash hook
claude-access claude-tools claude-database: mcp protocol integration
claude-talk plug-claude: mcp server protocol
divide-agents split-agents agents-parallel: orchestrator coordinator swarm
manage-agents lead-agents boss-agents: orchestrator coordinator delegation
best-agent should-handle which-specialist: routing router dispatcher
pass-request decides-agent right-expert: routing router dispatcher
agents-agree nodes-agree nodes-fail: consensus byzantine raft swarm
swarm-agents ant-colony: swarm topology coordination
claude-config configure-claude claude-better: harness configuration claude
claude-rules claude-ignores claude-instructions: harness loop claude
claude-forgets long-conversation chat-long: context window memory compaction
lose-thread context-short: context window compression
remember-yesterday remember-decisions remember-project: memory persistent
new-session between-chats remember-previous: memory persistent session
company-knowledge team-knowledge knowledge-lost: knowledge curator base
collect-knowledge knowledge-heads notes-mess: knowledge management synthesizer
we-learned same-mistake mistakes-again: lessons learning retrospective
learn-sessions past-mistakes past-sessions: learning lessons extract pattern
# Planning, requirements, product
before-coding plan-change what-order: planner implementation planning plan
steps-implement think-steps plan-coding: planner implementation plan
plan-sense plan-realistic plan-complete: plan reviewer critic validation
before-executing plan-flaws criticise-plan: plan critic reviewer checker
huge-task huge-project big-project: decomposition breakdown task planner
manageable-steps small-chunks slice-up: decomposition breakdown task
next-quarter which-phases project-phases: roadmap milestone phase planning
client-needs customer-needs really-wants: requirements elicitation analyst
rough-idea half-baked wishes-written client-unsure: requirements clarification
describe-product describe-feature feature-document: prd requirements product
idea-document document-engineering: prd specification requirements
before-implementing write-exactly exactly-build: specification spec
technical-document design-doc precise-description: specification spec design
features-build build-next decide-features: product prioritization manager backlog
represent-user feature-worth: product owner manager
should-exist right-product product-direction: product strategy strategist market
customers-value right-market: strategy strategist product
users-say customers-say users-complain: feedback synthesizer sentiment
users-unhappy read-reviews summarise-reviews: feedback synthesizer customer
on-track on-schedule project-chaos: project manager timeline delivery
several-teams teams-aligned lead-project: project program manager coordination
how-far whats-left we-stand: progress tracking status tracker
did-yesterday almost-finished last-week: progress status standup report
two-weeks iteration-planning team-rituals: scrum agile sprint
run-standup daily-meeting agile-team: scrum standup agile coach
how-big when-finished when-ready: estimation estimate effort
how-hard realistic-time many-days: estimation complexity effort
might-fail could-fail go-wrong: risk assessment mitigation
prepare-worst likely-fail project-fail: risk premortem mitigation
business-needs business-wants business-people: business analyst requirements process
business-technical translate-business current-process: business analyst process
less-waste waste-time steps-unnecessary: process optimization efficiency workflow
company-slow procedures-written streamline: process optimization operational workflow
save-hours connect-apps apps-together: automation workflow
whenever-email mail-arrives email-arrives: automation workflow integration
better-version version-better version-wins: ab experiment experimentation
test-hypothesis change-helped: experiment hypothesis experimentation
for-management tell-management: executive summary report stakeholder
short-managers busy-managers non-technical: executive summary stakeholder
was-said was-agreed prepare-meeting: meeting minutes action transcript
in-meeting decided-meeting meeting-recording: meeting notes minutes transcript
plan-day plan-week busy-day: assistant productivity planner calendar
do-today today-tasks my-tasks: productivity planning task action
# Research
find-online find-internet search-online: web research search
latest-information current-information recent-information: web research search
thorough-report whole-picture thorough-investigation: research deep synthesizer
topic-thoroughly topic-depth compare-sources: research deep comprehensive
scientific-papers find-studies published-studies: academic literature scholarly paper
references-list existing-research university-paper: academic literature citation
ask-first ask-before questions-first: clarification clarifying query
question-vague question-unclear ambiguous: clarification query clarifier ambiguity
this-true quote-real sources-real: fact checker verification
false-claims facts-correct check-facts: fact verification checker
would-buy enough-customers will-buy: market research sizing
enough-demand demand-product industry-growing: market research industry analysis
than-us against-us others-offer: competitive competitor intelligence
similar-apps similar-companies alternatives-market: competitive competitor analysis
whats-hot whats-hype hype: trend emerging foresight
ten-years future-looks everybody-talking: trend foresight scenario
protect-invention inventor already-invented: patent intellectual prior
invented-before protect-idea idea-stolen: patent intellectual prior
# Search engines
higher-google found-google first-page: seo ranking search
site-invisible website-invisible nobody-visits: seo organic traffic
people-search customers-search search-terms: keyword seo
terms-target rank-for words-rank: keyword seo strategist
articles-rank posts-rank content-ranks: seo content writer
google-likes google-loves blog-ranking: seo content optimization
not-indexed pages-indexed broken-links: seo technical crawlability indexing
page-markup json-ld headings-structure: schema structured markup seo
preview-text link-preview when-shared: meta seo title description
google-description search-description clicks-google: meta seo description
answer-box box-top direct-answer: snippet featured seo
google-trust seem-trustworthy sites-link: authority eeat seo backlink
more-credible site-credible experts-site: authority eeat credibility trust
pages-compete articles-compete own-pages: cannibalization keyword seo
refresh-articles update-articles articles-outdated: content refresh seo
my-neighborhood nearby-customers customers-nearby our-town my-city google-business: local seo listing
chatgpt-mentions mentioned-chatgpt chatgpt-recommend: geo aeo citation seo
mention-brand visible-chatgpt found-chatgpt: geo generative visibility aeo
more-downloads app-downloads find-app nobody-downloads app-found app-title: aso app store
# Writing
write-article write-post post-website: content writer blog
interesting-articles company-blog write-about: content writer article blog
post-next which-topics to-post: content strategy calendar planner
publish-plan ideas-posts run-topics: content strategy planner editorial
people-buy texts-sell words-sell: copywriting copywriter persuasive
advertising-text punchy irresistible: copywriting copywriter copy
button-labels error-friendlier friendlier-errors: microcopy ux copy
friendly-errors form-labels interface-words: microcopy ux writing copy
correct-text correct-english better-english: proofreading editing grammar
text-better reads-better sounds-clumsy: editing editor prose
`;
