/** Of everything beside software. */
export const BUSINESS_WORDS = `
# Product
what-users users-want customers-want users-need: requirements discovery persona product feedback
feature-request wish-list customer-wishes: feedback backlog prioritization product
which-feature build-first do-first most-important comes-first: prioritization backlog rice
priority prioritise urgent urgency: prioritization triage backlog
user-story acceptance-criteria product-owner: requirements backlog agile product
product-idea app-idea business-idea: product mvp startup
one-pager product-brief: prd brief requirements
roadmap milestone: planning product project
audience target-group ideal-customer typical-user: persona audience segmentation icp
prototype mockup first-version bare-minimum: prototyping mvp wireframe
user-interview interview-users ask-users customer-interview: ux research discovery feedback
confusing unintuitive user-friendly: ux usability
review-stars app-reviews bad-reviews user-reviews: feedback sentiment synthesizer
happy unhappy satisfied dissatisfied satisfaction: feedback sentiment customer nps
scope-creep of-scope: scope requirements project
stakeholder: communication project management
customer-journey user-journey touchpoint: ux journey mapping
# Projects, agile
jira trello asana linear-issue linear-ticket: project tracking issue task
gantt critical-path: project schedule timeline planning
missed-deadline behind-schedule running-late: project schedule risk delivery
how-long effort story-points: estimation planning
estimate: planning project
look-back went-well lessons-learned retro: retrospective scrum agile
kanban backlog velocity stand-up: agile scrum sprint project
status-report status-update progress-report weekly-report: reporting project stakeholder standup
workload capacity overloaded: resource planning capacity
assign delegate: delegation coordinator task orchestrator
change-management reorganisation restructure-company: organizational change
what-next do-next next-step: planning task action
red-tape bureaucracy inefficiency: process workflow operations optimization
# Startup, strategy, markets
founder cofounder entrepreneur: startup business strategy
startup: business mvp founder
raise-money seed-round series-a vc venture angel: fundraising investor startup pitch
investor-deck slide-deck pitch-deck pitch-investors: pitch slides fundraising deck
business-plan business-case business-model lean-canvas: strategy startup canvas business
strengths weaknesses swot: swot strategic competitive market
mission vision-statement five-year: strategy vision strategic
kpi kpis okr north-star: metrics analytics okr goal
market-size big-market market-demand: market tam sizing research
others-doing other-companies competing-products: competitive competitor market benchmarking
competition competing battlecard: competitive competitor intelligence
stand-out differentiate makes-different: differentiation competitive brand
brand-positioning market-positioning: messaging brand marketing
would-pay anyone-pay anybody-pay worth-building: market willingness pricing
consultant mckinsey: strategy business advisor
advice advisor: consultant mentor
ceo cfo coo cmo: chief leadership strategy
what-if worst-case best-case: scenario risk planning
partner partnership alliances: partnership business relationship
expand-abroad new-markets go-global: international expansion market localization
to-market launch-plan product-launch: gtm launch marketing
merge-companies acquisition takeover buyout: merger diligence valuation
check-company background-check: diligence osint investigation
# Search engines
on-google google-results search-results: seo ranking keyword serp
nobody-finds be-found: seo ranking
keyword bing serp: seo search
backlink link-building: seo outreach
organic-traffic more-traffic site-traffic more-visitors: seo growth marketing
meta-description meta-tag title-tag: seo meta snippet
sitemap robots-txt crawlability: seo technical
rich-results structured-data schema-org: seo schema snippet markup
cited-chatgpt ai-answers ai-search perplexity: geo seo aeo
cannibalise overlapping-pages competing-pages: cannibalization seo
app-store play-store store-listing: aso app listing
local-business google-maps near-me: seo listing
outdated-content old-articles old-posts stale-content: refresher seo content
# Content, social, email, ads, growth
blog blogger: content writing article seo
content-plan editorial-calendar posting-schedule content-calendar: content planner calendar strategy
wordpress medium-article substack: blog content publishing cms
facebook instagram insta reels: social media content
linkedin: social networking content outreach
twitter twitter-thread: social media engagement
tiktok youtube-shorts short-videos: social video viral media
youtube: video content creator thumbnail
pinterest reddit quora: social community media
hashtag influencer: social media marketing
go-viral went-viral more-followers get-followers: social growth viral engagement
drip autoresponder mailchimp mailing-list: email campaign sequence nurture
subject-line open-rate: email copywriting marketing
cold-email cold-mail cold-outreach: outreach sales prospecting outbound
in-spam spam-folder as-spam: email deliverability
google-ads facebook-ads ppc adwords paid-ads: advertising campaign paid media
billboard flyer brochure leaflet: advertising marketing creative
campaign: marketing advertising
of-mouth referral: growth viral referral marketing
funnel: conversion cro sales growth
landing-page sales-page: copywriting cro landing
nobody-buys visitors-buy conversion-rate convert-visitors: cro conversion funnel growth
more-users more-customers new-customers attract: growth acquisition marketing
press-release journalists pr-agency media-coverage: press communications public
buzz brand-awareness: marketing brand social
two-versions split-test ab-test: experiment ab experimentation
tagline motto: copywriting brand messaging
to-action: cta copywriting
whitepaper case-study ebook testimonial: content marketing writer
# Sales
close-deal a-deal win-deal big-deal more-deals: sales closing pipeline negotiation
prospecting cold-call: outreach outbound lead
salesforce hubspot pipedrive: crm sales
rfp tender bid: proposal procurement
demo-call product-demo sales-demo: sales presales demo
say-no customers-object: sales negotiation
upsell cross-sell: revenue sales customer expansion
negotiate haggle bargain: negotiation sales procurement
to-charge price-plan raise-prices pricing-tiers should-charge: pricing monetization packaging
make-money earn-money monetise: monetization revenue pricing business
freemium paywall: monetization pricing subscription
# Customers, shops
helpdesk zendesk intercom freshdesk help-desk: support customer ticket
angry upset furious complaining: customer support escalation empathy
support-ticket customer-question customer-email: support responder customer
faq help-center help-articles: knowledge support documentation
reply canned answer-emails answer-customers: response support responder
refund chargeback money-back: support payment ecommerce policy
customers-cancel users-cancel cancel-subscription: churn retention subscription
contract-renewal subscription-renewal account-manager: retention customer
keep-customers lose-customers lose-users keep-users: retention churn
first-steps welcome get-started first-day: onboarding
shopify woocommerce magento etsy: ecommerce store merchant
amazon-listing ebay marketplace: ecommerce listing seller
merchandise catalogue: ecommerce product inventory
abandoned-cart product-page product-description: ecommerce copywriting
online-shop web-shop webshop: ecommerce shopify storefront
of-stock restock overstock: inventory supply forecasting
voucher coupon discount: ecommerce promotion pricing
# People, hiring
resume curriculum-vitae cover-letter: career ats recruiting job
job-ad job-description job-posting open-position vacancy: recruiting hr hiring talent
new-job job-hunt job-search career-change: career coach resume
career get-promoted: career coach mentor
job-interview interview-questions mock-interview prepare-interview: interview coach hiring
recruiter headhunter: recruiting talent hiring sourcing
performance-review annual-review appraisal: hr feedback employee people
pay-rise raise-salary how-paid bonus: compensation salary hr negotiation
layoff resign fire-someone get-fired: hr employment legal
burnout burned-out overworked exhausted: wellbeing coach stress
morale bullying harassment workplace: culture hr employee
team-conflict quarrel difficult-conversation get-along: conflict mediation coach
diversity inclusive: inclusion dei bias
team-culture company-culture teambuilding: culture hr leadership
new-employee new-hire new-colleague: onboarding hr
lead-people new-manager become-manager: leadership coaching management
joke cheer laugh funny: joker humor morale
# Law
attorney solicitor counsel paralegal: legal law contract
nda clause agreement: contract legal
terms-of and-conditions privacy-policy cookie-policy: legal privacy policy compliance
before-signing legal-document: contract legal review
copyright trademark patent infringe: ip intellectual legal patent
licence: legal compliance
lawsuit sued litigation dispute: litigation legal law
illegal is-legal against-law legally: legal compliance regulatory
regulation: regulatory compliance
landlord lease rent: legal contract property
last-will divorce probate: legal law family
gdpr ccpa hipaa: privacy compliance legal
sox sarbanes iso27001 soc2: compliance audit
ethics unethical moral: ethics fairness
# Money
cpa tax-return year-end: accounting financial tax bookkeeping
quickbooks xero ledger reconcile: accounting reconciliation bookkeeping
balance-sheet cash-flow income-statement financial-statement: financial accounting statement
of-money runway burn-rate: finance cash startup burn
profit-margin break-even business-profitable: finance unit economics
expense-report travel-expenses business-expenses reimbursement: expense budget finance accounting
vat irs deduction: tax accounting
is-worth company-worth valuation dcf: valuation financial finance
pension personal-finance retirement-plan my-savings: finance financial planning
ltv cac mrr arr: metrics revenue saas economics
payback roi worthwhile worth-it: roi cost investment analysis
overspend over-budget: budget cost finance
sales-forecast revenue-forecast next-quarter: forecasting revenue financial
wall-street hedge etf dividend: trading portfolio investment quantitative
insurance: risk actuarial claims
mortgage: finance estate lending
payslip paycheck payday: payroll hr
# Operations
sop standard-procedure: procedure process operations documentation
day-to back-office office-work paperwork: operations administrative automation
vendor procurement purchasing: procurement supplier supply vendor
supply-chain shipment freight: logistics supply inventory
factory manufacturing assembly-line: manufacturing industrial
six-sigma kaizen: process lean
zapier n8n ifttt: automation workflow integration
secretary personal-assistant executive-assistant: assistant calendar scheduling email
fill-form fill-out: form automation pdf
word-document docx powerpoint pptx: document slides office
notion airtable google-sheets: workspace knowledge spreadsheet
# Meetings, own work
meeting-notes meeting-summary action-items: transcript meeting summarizer minutes
agenda facilitate: meeting facilitation workshop
zoom-call zoom-recording recorded-call call-recording: meeting transcript
calendar appointment: scheduling calendar assistant
workshop offsite: facilitation workshop training
procrastinate distracted unfocused: productivity coach
my-time time-management my-day my-week: productivity planner scheduling
habit willpower discipline: habit coach
inbox-zero answer-mail sort-mail: triage assistant
obsidian zettelkasten second-brain evernote: knowledge vault note pkm
bookmark: knowledge curation
get-organized disorganised clutter overwhelmed: organization planner coach
diary self-reflection: journal coach
# Thinking, debate
coach: mentor leadership
devil devils-advocate poke-holes push-back: critic skeptic challenge adversarial
other-side both-sides pros-and and-cons and-against: debate tradeoff decision perspectives
debate rhetoric: argument critical
sceptical skeptical: critic
fallacy illogical: reasoning critical logic argument
bias prejudice: fairness critical
assumption: critical challenge
think-through think-harder think-deeply thinking-partner: reasoning critical sequential
first-principles mental-model: reasoning thinking principles
blind-spot overlooked missed-something: critic gap review
yes-man agrees-everything brutally-honest honest-feedback: critic sycophancy brutal honest
dilemma trade-off: decision tradeoff evaluation
brainstorm creative-ideas fresh-ideas: ideation creative
creative: ideation brainstorming
philosopher wisdom: philosophy reasoning ethics
# Teaching
teacher tutor professor: education tutor instructor learning
lesson-plan course syllabus: curriculum education
quiz quizzes flashcard: education assessment learning
im-five explain-simply plain-english simple-terms layman: explainer simplification teaching
study cram: learning education tutor
kids children: education
grade-essays grade-homework grade-students: assessment education evaluation
training-material train-staff train-employees elearning: training education onboarding
me-through walk-through: tutorial guide walkthrough
# Research and literature
scholar thesis dissertation phd college: academic research literature
arxiv pubmed preprint: academic literature paper research
citation cite bibliography footnote: citation reference academic
prior-work related-work read-papers: literature survey academic review
meta-analysis systematic-review: literature evidence synthesis
evidence claims: fact verification research
questionnaire respondents focus-group: survey research ux
grant-application research-grant: grant proposal funding
dig-deep deep-dive: research deep investigation
browse-web search-web search-internet internet-search: research web search
many-sources pull-together different-sources: synthesis synthesizer research
statistical-significance p-value statistically: statistics hypothesis
historian medieval ancient: history historical research
# Writing, editing
proofread spelling-errors comma punctuation: grammar editing
sounds-ai sound-human sounds-robotic ai-written: humanizer editing voice
ghostwriter wordsmith: writer copywriting writing
of-voice my-voice brand-voice: voice tone brand style
wordy jargon long-winded verbose: concise clarity editing plain
writers-block blank-page first-draft: writing drafting writer
essay: writing academic
paraphrase rephrase polish: editing rewriting writing
plagiarism: academic citation
tldr digest key-points boil-down: summary summarizer
outline: structure content
manuscript: editing fiction author academic
# Fiction
novelist bestseller: fiction novel writing narrative
plot-hole plot-twist storyline: narrative story fiction
protagonist villain hero storytelling: character narrative fiction
screenplay film-script movie-script theatre: screenwriter script dialogue
poem poet poetry rhyme: poetry creative writing
fantasy sci-fi scifi fairy-tale: worldbuilding fiction narrative
chapter: fiction novel book
dungeon dnd tabletop: game rpg narrative
# Journalism, languages
journalist reporter newspaper newsroom: journalism editorial news
fake-news misinformation rumour propaganda: fact verification misinformation
fact-check really-true is-true: fact verification checker
german french spanish chinese japanese bilingual: translation localization language
other-languages foreign-language several-languages multilingual: localization translation i18n
vocabulary fluent: language grammar tutor
# Sound and pictures
podcaster show-notes spotify: podcast episode audio
voiceover voice-over narrator to-speech: tts audio speech voice
background-noise loudness mp3 wav: audio processing ffmpeg
mp4 trim-video cut-video video-editing: video ffmpeg editing
storyboard shot-list trailer: video director
thumbnail: image video youtube
vlog livestream twitch: video streaming content
midjourney dalle generate-image: image prompt diffusion
illustration artwork: visual image artist
melody lyrics guitar chord: music songwriting
infographic: visual storyteller
and-feel corporate-identity brand-guide style-guide: brand guidelines visual
brand-colors company-logo rebrand: brand visual
figma canva: ui visual designer
delightful more-fun: whimsy delight
# Health, living
workout gym muscle: fitness health training
diet calories lose-weight nutritionist: nutrition health
sleep insomnia meditation: health wellbeing meditation
therapist anxiety depression lonely: mental therapy psychology
psychologist human-behavior nudge: psychology behavioral
symptom diagnosed pharmacy drug: medical clinical healthcare
nurse surgeon physician: clinical healthcare medical
cook meal dinner: recipe nutrition food culinary
restaurant chef kitchen: food hospitality culinary
holiday trip flight: travel itinerary planner
hotel tourist sightseeing: travel hospitality booking
house-hunting my-apartment real-estate realtor: property estate listing
my-child my-kids: family parenting
dating romance: relationship coach
farm farmer crop: agriculture farming
footprint carbon co2 eco-friendly greener: sustainability climate green esg
solar renewable-energy global-warming: climate energy sustainability
government-agency public-sector municipal citizen: public civic policy
election politician: political policy
nonprofit charity donation volunteer: nonprofit fundraising community
wedding conference event-planning host-event: event planner planning
forum discord slack-community meetup: community moderation engagement
moderator troll hate-speech: moderation community safety
contributors open-source maintainers: community oss contributor
`;
