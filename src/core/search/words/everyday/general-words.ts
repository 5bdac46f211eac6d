/** Of every field. */
export const GENERAL_WORDS = `
# Said in two words
sign-in log-in: authentication identity oauth auth
sign-up: onboarding activation registration
come-back go-away: retention churn cohort
make-up: hallucination synthetic
on-purpose: chaos fault resilience
break-down: decomposition breakdown
break-in: security penetration
go-live roll-out put-online: deployment release
roll-back go-back: rollback revert
go-down is-down: incident downtime
at-once same-time: concurrency parallel
by-hand: automation manual
to-do: task planning
keep-track: tracking monitoring
set-up: configuration setup installation
clean-up: refactoring cleanup
speed-up: performance optimization
look-up: research search
find-out figure-out: investigate analysis research
data-center: infrastructure hybrid
screen-reader: accessibility wcag
search-engine: seo
credit-card: payment
command-line: cli shell
language-model: llm
neural-network: ml learning
fine-print: legal
follow-up: email sales crm
second-opinion: review critique critic
paper-trail: audit
write-down write-up: documentation report
hand-over hand-off: handoff handover
on-call: incident
get-rid throw-away: cleanup unused remove
up-to: current
cut-down: reduce cost
web-page web-site: web frontend
load-test: performance load
# Something is wrong
slow sluggish lag laggy fast faster quick quicker quickly speed speedy: performance optimization latency profiling bottleneck
hang freeze stuck: performance deadlock debugging
broken break wrong fail failing crash crashing misbehave weird strange: debugging bug error failure troubleshooting
fix repair mend cure solve: debugging bug resolve troubleshooting remediation
cause reason: root diagnosis investigate debugging
outage downtime emergency: incident reliability
survive purpose deliberately withstand: chaos resilience fault
warn warning alarm notify: monitoring alert alerting
watch watching eye track tracking: monitoring observability
backup restore lost lose recover: backup disaster recovery
leak: memory leak
# Code
simple simpler simplify easy easier readable mess messy tidy clean cleaner ugly spaghetti: refactoring simplification maintainability
old ancient outdated aged: legacy modernization deprecated
move moving switch port newer: migration modernization
upgrade update bump newest: dependency migration version
library libraries package packages: dependency
unused leftover useless nobody: dead unused cleanup
duplicate copy copies copied repeated twice: duplication duplicate
divide pieces chunk split: decomposition modular microservice
combine join together: integration orchestration
style tidy indentation: formatting lint convention
check checking prove correct: testing verification validation review
opinion critique: review
fake invented pretend dummy: mock synthetic fixture
understand explain unknown foreign: explanation documentation onboarding analysis
manual handbook guide instruction instructions howto readme: documentation tutorial guide
program software: application
command commandline console terminal prompt: cli shell terminal
script scripts routine boring repetitive automatically: automation workflow bash
simultaneously parallel: concurrency parallel async
wait later background: async queue job
event events message messages: messaging streaming event
connect talk plug: integration api
disassemble apart decompile: reverse engineering
history branch branches commit commits: git version
publish ship shipping live rollout launch release: deployment release
repository repositories: monorepo git
# Where it runs
server servers machine machines host hosting: infrastructure deployment cloud sysadmin
container containers: docker kubernetes
proxy webserver: nginx
router wifi wire cable: network networking
crowd visitors traffic grow growing bigger: scalability scaling load
offline: pwa
instantly live realtime: realtime websocket
phone phones smartphone tablet: mobile ios android
gadget gadgets device devices sensor sensors chip board: iot embedded firmware
robot robots drone: robotics embedded
# Data
table tables record records storage lookup lookups: database sql
spreadsheet excel: spreadsheet data
number numbers figure figures measure: analytics metrics statistics
guess forecast future predict: prediction forecasting
chart charts graph graphs plot picture: visualization dashboard diagram
draw drawing drawings sketch: diagram visualization
gather collect harvest crawl extract: scraping extraction pipeline
classify label labels: classification triage
train trained training learns: training ml
model adapt adapted: finetuning llm
chatgpt bot robot assistant: chatbot conversational llm ai
lie lies lying untrue nonsense facts invent: hallucination
true truth facts: fact verification
reward rewards: reinforcement
scan scanned scans recognized recognize: ocr recognition
forget forgets remember remembers: memory context cache
meaning similar alike: semantic embedding vector similarity
# Safety
attack attacker attackers hack hacked hacker hackers intruder intruders burglar steal stolen thief: security vulnerability penetration threat exploit
safe unsafe secure danger dangerous: security vulnerability
virus suspicious infected: malware forensic
password passwords login logins signin credential: authentication identity auth oauth
secret secrets key keys encrypt: encryption secrets cryptography
privacy personal private: privacy gdpr pii
europe european europeans: gdpr
rule rules allow allowed permit permitted forbid forbidden: policy compliance governance guardrail
law laws lawyer lawyers sue court: legal compliance contract
cheat cheating scam swindle: fraud
# Looks
dialog dialogs window windows: ui desktop
click clicks: ui browser e2e
screen screens button buttons form forms looks pretty beautiful: ui interface design frontend
website site sites webpage homepage page pages: web frontend
animation animations smooth moving transition: motion animation
colour color colors font fonts: typography design brand
blind deaf disabled disability disabilities: accessibility wcag
logo slogan: brand branding
photo photos picture pictures: image
film movie clip clips footage: video
sound sounds voice spoken recording recordings noise: audio podcast speech
slides talk presentation: presentation
# Money and customers
bill bills cheap cheaper expensive spend spending waste save: cost budget billing finops invoice
money earn earned income profit: revenue financial finance
pay paying paid checkout card: payment billing
charge charges monthly: payment subscription billing
invoice receipt tax taxes books bookkeeping: accounting financial
stock stocks share shares invest investing: trading quantitative portfolio
coin coins bitcoin token tokens: crypto blockchain
decentralized: defi blockchain
sell selling buyer buyers prospect: sales
shop shops store goods: ecommerce
customer customers client clients complaint complaints: customer support
leave leaving quit return returning stay loyal: churn retention cohort
signup register registration newcomer newcomers: onboarding activation
ad ads advert adverts advertise advertising: marketing campaign advertising
google rank ranked ranking: seo
featured answerbox: snippet
mail mails letter letters inbox newsletter: email
tweet tweets post posts followers viral popular: social marketing
rival rivals competitor competitors: competitive competitor market
trend trends fashion news: trend market
investor investors funding pitch: startup business
price prices: pricing
supplier suppliers warehouse: supply inventory
# People and their work
programmer coder: developer
hire hiring applicant applicants candidate candidates cv job: hr recruiting interview talent
employee employees staff vacation: hr
boss chief: executive leadership
meeting meetings minutes: meeting transcript
chore chores todo todos ticket tickets: task issue planning
plan plans goal goals: planning roadmap strategy
deadline late timeline: schedule project
wish wishes vague unclear fuzzy: requirements clarification specification
decide deciding decision choose: decision evaluation
argue argues disagree contradict doubt object objections: critic critical cynic skeptical challenge
idea ideas inspiration: brainstorming ideation
helper helpers: agent assistant
team several: orchestration coordination
experiment experiments: ab experimentation hypothesis
# Knowledge
teach teaching teaches lesson lessons learn learning beginner beginners student students pupil: tutorial education mentor learning
question questions asking: socratic interview
spelling typo typos mistake mistakes: grammar proofreading editing
language languages translate translated: translation localization internationalization
shorten shorter summary summarise: summary summarization
find search sources facts: research
paper papers article articles journal: academic research literature
novel story stories book: narrative fiction writing
note notes: knowledge note
link links linking related: connection graph link
gene genes dna protein proteins: bioinformatics genomics
doctor doctors clinic hospital patient patients medicine: healthcare medical clinical
formula formulas equation maths: math mathematical
play player players: game
colleague colleagues coworker coworkers: team collaboration
map maps location locations place places: geospatial gis
car cars vehicle: automotive
energy electricity: energy
school homework exam exams: education
chat chats conversation: chatbot conversational messaging
headline headlines catchy persuade convince wording: copywriting content
text texts words: copywriting content text
rewrite reword: editing refactoring
cart basket: ecommerce
parcel delivery: logistics
salary wage wages: hr payroll
loan bank banking: fintech banking financial
shape shapes: graphics
music song songs: audio music
subtitle subtitles caption captions episode: transcription podcast caption
speech speaking: audio transcription speech
shrink compress resize: optimization compression
folder folders: filesystem organization structure
setting settings: configuration
permission permissions access: authorization rbac iam
cookie cookies consent: privacy gdpr
addon addons extension extensions: plugin extension
editor: ide vscode
certificate certificates https: tls ssl
firewall: security network
stress simulate pretend: load performance
undo revert: rollback git
node nodes connected: graph
survey surveys poll: feedback research
feeling feelings mood: sentiment
lead leads: sales marketing
offer quote: proposal
junior newbie: onboarding mentor
daily standup sprint: scrum agile
sick illness disease: medical health clinical
interest: yield finance
science scientist: scientific research
risk risks risky danger: risk
duty duties responsible: compliance ownership
measure measured measuring: metrics benchmark analytics
compare comparison: benchmark comparison evaluation
limit limits: throttling rate
arrange organise order: organization structure
name naming names: naming convention
contract contracts: contract legal
scale: scalability
online: web
desktop: desktop electron
browser browsers: browser web
`;
