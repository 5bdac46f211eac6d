/**
 * Acronyms that everybody knows, with what they stand for: letters meet by accident too, and where hardly a text says which of
 * those are meant, this does. All others are learnt from the texts. A word stands here for each letter.
 */
export const ACRONYMS = `
a2a agent to agent
abac attribute based access control
abi application binary interface
abm account based marketing
acl access control list
ad active directory
adr architecture decision record
aeo answer engine optimization
agi artificial general intelligence
ai artificial intelligence
aml anti money laundering
api application programming interface
apm application performance management
apm application performance monitoring
ar accounts receivable
ar augmented reality
arr annual recurring revenue
aso app store optimization
asr automatic speech recognition
ast abstract syntax tree
atdd acceptance test driven development
ats applicant tracking system
auc area under curve
avd android virtual device
aws amazon web services
b2b business to business
b2c business to consumer
ba business analysis
ba business analyst
bcp business continuity planning
bdd behavior driven development
bdr business development representative
bff backend for frontend
bi business intelligence
ble bluetooth low energy
bom bill of materials
bpm business process management
bpm business process modeling
brd business requirements document
cac customer acquisition cost
cad computer aided design
capa corrective and preventive action
cbt cognitive behavioral therapy
ccpa california consumer privacy act
cd continuous delivery
cd continuous deployment
cdc change data capture
cdk cloud development kit
cdn content delivery network
cdp customer data platform
ceo chief executive officer
cfd computational fluid dynamics
cfo chief financial officer
cfp call for papers
ci competitive intelligence
ci confidence interval
ci continuous integration
cicd continuous integration continuous delivery
cicd continuous integration continuous deployment
ciso chief information security officer
cjm customer journey map
cli command line interface
cls cumulative layout shift
cms content management system
cnn convolutional neural network
cogs cost of goods sold
cors cross origin resource sharing
cot chain of thought
cpa certified public accountant
cpc cost per click
cpo chief product officer
cpq configure price quote
cqrs command query responsibility segregation
crm customer relationship management
cro chief revenue officer
cro conversion rate optimization
crud create read update delete
cs computer science
cs customer success
cs customer support
csm customer success manager
cso chief security officer
csp content security policy
cspm cloud security posture management
csr client side rendering
csrf cross site request forgery
cta call to action
cte common table expression
ctf capture the flag
cto chief technology officer
ctr click through rate
cv computer vision
cv curriculum vitae
cve common vulnerabilities exposures
cvss common vulnerability scoring system
cwe common weakness enumeration
cwv core web vitals
cx customer experience
d2c direct to consumer
dag directed acyclic graph
dam digital asset management
dao data access object
dao decentralized autonomous organization
dast dynamic application security testing
dbt data build tool
dbt dialectical behavior therapy
dcf discounted cash flow
ddd domain driven design
ddos distributed denial of service
dei diversity equity inclusion
dfd data flow diagram
di dependency injection
dl deep learning
dlp data loss prevention
dns domain name system
dod definition of done
dom document object model
dor definition of ready
dpia data protection impact assessment
dpo data protection officer
dr disaster recovery
ds data science
ds data scientist
ds data structure
ds design system
dsar data subject access request
dsl domain specific language
dsp digital signal processing
dto data transfer object
dw data warehouse
devex developer experience
dx developer experience
e2e end to end
ecs entity component system
eda event driven architecture
eda exploratory data analysis
edr endpoint detection response
ef entity framework
ehr electronic health record
eks elastic kubernetes service
elt extract load transform
emr electronic medical record
erd entity relationship diagram
erp enterprise resource planning
esg environmental social governance
esp email service provider
etl extract transform load
ev electric vehicle
evm ethereum virtual machine
faas function as a service
fcp first contentful paint
fda food drug administration
fe front end
fea finite element analysis
fhir fast healthcare interoperability resources
fmea failure mode effects analysis
foss free open source software
fp false positive
fp functional programming
fpga field programmable gate array
fps frames per second
ga google analytics
gaap generally accepted accounting principles
gan generative adversarial network
gc garbage collection
gcp google cloud platform
gdd game design document
gdpr general data protection regulation
geo generative engine optimization
gis geographic information system
gke google kubernetes engine
gnn graph neural network
gps global positioning system
gpu graphics processing unit
grc governance risk compliance
gsc google search console
gtm go to market
gui graphical user interface
ha high availability
hcd human centered design
hci human computer interaction
hft high frequency trading
hipaa health insurance portability accountability act
hitl human in the loop
hld high level design
hmi human machine interface
hpa horizontal pod autoscaler
hpc high performance computing
hpo hyper parameter optimization
hr human resources
ia information architecture
iaas infrastructure as a service
iac infrastructure as code
iam identity access management
icp ideal customer profile
ide integrated development environment
idor insecure direct object reference
idp internal developer platform
ifrs international financial reporting standards
inp interaction next paint
io input output
ioc indicator of compromise
ioc inversion of control
iot internet of things
ip intellectual property
ip internet protocol
ir incident response
ir information retrieval
irb institutional review board
isms information security management system
isr incremental static regeneration
jit just in time
jtbd jobs to be done
jvm java virtual machine
jwt json web token
kb knowledge base
kms key management service
kpi key performance indicator
kyc know your customer
lb load balancer
lb load balancing
lcp largest contentful paint
lld low level design
llm large language model
lms learning management system
lsp language server protocol
lsp liskov substitution principle
lstm long short term memory
mas multi agent system
mcp model context protocol
mdm master data management
mdm mobile device management
mes manufacturing execution system
mfa multi factor authentication
mitm man in the middle
ml machine learning
mle machine learning engineer
mmm marketing mix modeling
moe mixture of experts
mr merge request
mr mixed reality
mrr monthly recurring revenue
mt machine translation
mt multi tenant
mttr mean time to recovery
mttr mean time to repair
mttr mean time to resolution
mvc model view controller
mvp minimum viable product
nda non disclosure agreement
ner named entity recognition
nfr non functional requirement
nft non fungible token
nl natural language
nlg natural language generation
nlp natural language processing
nlu natural language understanding
nn neural network
npc non player character
nps net promoter score
npv net present value
ocr optical character recognition
oem original equipment manufacturer
okr objectives key results
oo object oriented
ooo object oriented optimization
oop object oriented programming
orm object relational mapping
orm online reputation management
oss open source software
ot operational technology
owasp open web application security project
owasp open worldwide application security project
p2p peer to peer
paas platform as a service
pam privileged access management
pbl project based learning
pca principal component analysis
pci payment card industry
phi protected health information
pii personal identifiable information
pii personally identifiable information
pim product information management
pki public key infrastructure
plc programmable logic controller
plg product led growth
pm product manager
pm program manager
pm project manager
pmf product market fit
pmm product marketing manager
pmo project management office
po product owner
po purchase order
poc point of contact
poc proof of concept
pos point of sale
ppc pay per click
pr public relations
pr pull request
prd product requirements document
pwa progressive web app
pwa progressive web application
qa quality assurance
qa question answering
qc quality control
qc quantum computing
qms quality management system
qos quality of service
rag retrieval augmented generation
rbac role based access control
rca root cause analysis
rce remote code execution
rct randomized controlled trial
repl read eval print loop
rfc request for comments
rfp request for proposal
rl reinforcement learning
rn react native
rn release notes
rnn recurrent neural network
roas return on ad spend
roi return on investment
ror ruby on rails
ros robot operating system
rpa robotic process automation
rpc remote procedure call
rpg role playing game
rpo recovery point objective
rsc react server components
rto recovery time objective
rtos real time operating system
rum real user monitoring
rwd responsive web design
saas software as a service
sam software asset management
sast static application security testing
sbom software bill of materials
sca software composition analysis
scada supervisory control and data acquisition
scm source control management
scm supply chain management
sdd software design document
sdd spec driven development
sdk software development kit
sdlc software development life cycle
sdn software defined networking
sdr sales development representative
sem search engine marketing
seo search engine optimization
serp search engine results page
siem security information event management
sku stock keeping unit
sla service level agreement
sli service level indicator
slo service level objective
sme subject matter expert
smm social media management
smm social media marketing
soa service oriented architecture
soar security orchestration automation response
soc security operations center
soc system on chip
sod segregation of duties
sod separation of duties
sop standard operating procedure
sow statement of work
spa single page app
spa single page application
sqa software quality assurance
sre site reliability engineering
srs software requirements specification
srs spaced repetition system
sse server sent events
ssg static site generation
ssl secure sockets layer
sso single sign on
ssr server side rendering
ssrf server side request forgery
stt speech to text
svm support vector machine
ta talent acquisition
tam total addressable market
tco total cost ownership
td technical debt
td test driven
tdd technical design document
tdd test driven development
tls transport layer security
tos terms of service
tpm technical program manager
tts text to speech
uat user acceptance testing
uav unmanned aerial vehicle
ucd user centered design
ugc user generated content
ui user interface
uml unified modeling language
usp unique selling point
usp unique selling proposition
ux user experience
vc venture capital
vc version control
vlm vision language model
vm virtual machine
vpc virtual private cloud
vpn virtual private network
vr virtual reality
waf web application firewall
wbs work breakdown structure
wcag web content accessibility guidelines
wip work in progress
wms warehouse management system
xai explainable artificial intelligence
xdr extended detection response
xp extreme programming
xr extended reality
xss cross site scripting
zkp zero knowledge proof
ztna zero trust network access
`;
