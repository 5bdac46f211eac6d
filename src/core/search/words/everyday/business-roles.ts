/** What those say who need an agent of a role: in business, with people, in teaching, writing and arts. */
export const BUSINESS_ROLES = `
# Voice, social networks
reads-machine less-robotic sounds-fake: humanizer humanize voice natural
chatgpt-wrote machine-written em-dashes: humanizer humanize voice natural
post-regularly post-ideas nobody-likes: social media engagement content
likes-comments grow-audience grow-following: social media engagement content
280-characters short-posts tweetstorm: twitter tweet thread
professional-network personal-brand known-expert known-industry thought-leader: linkedin leadership
photo-captions pretty-feed photo-feed instagram-feed instagram-stories: instagram curator visual
vertical-video vertical-clips dance-videos gen-z: tiktok short video viral
subreddit-rules upvotes downvoted ama: reddit community
my-channel more-subscribers video-views watch-time video-titles: youtube channel video
sell-china china-market chinese-market: xiaohongshu wechat china
chinese-customers chinese-social red-note: xiaohongshu wechat china
# Email, ads, growth
welcome-emails email-series email-blast: email marketing sequence campaign
email-subscribers mass-email unsubscribe: email marketing sequence campaign
write-strangers contact-strangers nobody-replies: outreach cold outbound
get-replies reach-prospects book-meetings: outreach cold outbound
ad-budget ad-money boosted-posts cost-click banner-ads retargeting: ppc paid ads media
first-users first-customers tell-friends: growth acquisition viral
invite-friends spread-word user-numbers: growth acquisition viral
leave-buying visitors-leave nobody-clicks: conversion cro funnel
nobody-signs more-signups bounce-rate: conversion cro funnel
company-name catchy-name product-name name-startup name-company: brand naming name
consistent-look company-image recognisable: brand identity guardian
promote promote-business marketing-budget: marketing strategist campaign
marketing-department seasonal-campaign get-noticed: marketing strategist campaign
launch-day product-hunt announce-product bring-market introduce-product: launch gtm product marketing
bad-press newspapers-write public-statement: press communications crisis relations
public-apology shitstorm spokesperson: press communications crisis relations
brand-ambassador brand-deals instagrammers sponsorships: influencer partnership creator
live-shopping affiliates: affiliate influencer livestream commerce
lively-forum fan-community members-active: community manager
developer-community win-developers developers-love evangelist: developer advocate devrel relations
company-party guest-list venue book-speakers trade-fair seminar: event conference planner
# Sales and customers
convince-buyers handle-objections sales-pitch: sales objection coach
sell-better sales-talk salesperson: sales objection coach
deals-stuck open-deals track-deals contact-database sales-numbers: pipeline crm sales
potential-customers find-clients find-buyers: lead prospect qualification
companies-contact worth-calling likely-buy: lead prospect qualification
win-bid client-offer write-offer price-offer cost-proposal: proposal rfp quote
customers-unhappy existing-customers customers-renew: success account retention
key-account big-accounts client-relationship: success account retention
customers-angry angry-customer angry-email: support responder customer
rude-customer answer-tickets same-questions: support responder customer
computer-problems computer-broken wont-turn: support technical troubleshooting
users-stuck first-level second-level: support technical troubleshooting
ask-price much-charge set-price paid-plan free-tier too-cheap: pricing monetization
joint-venture resellers strategic-partner other-firms: partnership alliance development
# Business
company-direction company-goals run-company business-decision quarterly-goals: strategy strategic okr
idea-worth start-company start-business side-project side-hustle: startup idea validation founder
convince-investors find-investors get-funding: fundraising investor grant
seed-money apply-grant crowdfunding: fundraising investor grant
runs-smoothly office-manager run-office company-processes daily-business: operations manager process
manage-contractors manage-vendors manage-suppliers: vendor operations procurement
late-deliveries delivery-routes stock-levels: supply logistics inventory
import-export raw-materials truck: supply logistics inventory
production-line shop-floor production-plan: manufacturing industrial
machine-breaks defective-parts cnc: manufacturing industrial
household-budget monthly-budget pay-debt company-finances money-goes: budget financial cash planning
track-expenses unpaid-invoices send-invoices: bookkeeping accounting ledger
close-books bank-statement accountant: bookkeeping accounting ledger
owe-government less-taxes file-taxes save-taxes write-off: tax advisor
buy-sell buy-low beat-market moving-average past-prices automatic-trades: trading backtest strategy
which-stocks stocks-buy good-stock: investment equity portfolio
invest-money earnings-report undervalued: investment equity portfolio
lose-money max-loss stop-loss bet-size how-risky: risk position portfolio
altcoins memecoin binance coinbase crypto-prices crypto-profit: crypto trading arbitrage
transfer-money online-banking banking-app neobank: fintech payment
suspicious-transactions fake-accounts stolen-cards verify-customers: fraud fintech kyc
# Law, people
get-sued could-sue legal-trouble legal-question my-rights court-decisions: legal advisor counsel
sign-contract unfair-clauses rental-agreement: contract legal nda
draft-agreement non-disclosure non-compete: contract legal nda
office-rules company-rules work-rules rules-employees code-conduct: policy handbook hr
sick-leave parental-leave difficult-employee: hr employee people
employees-happy exit-interview personnel: hr employee people
fill-position find-talent find-developers: recruiter recruiting screening
read-resumes sort-applicants job-advert: recruiter recruiting screening
my-cv get-hired find-job dream-job salary-negotiation coding-interview: career interview resume
better-habits reach-goals stay-motivated life-goals life-advice self-improvement: coach habit goal
feel-sad feel-anxious cant-sleep: mental wellbeing emotional therapist
too-stressed someone-listen grief: mental wellbeing emotional therapist
bad-mood gloomy break-tension puns: joker humor morale
# Health, home, travel
lab-results blood-test health-records medical-studies dosage: medical clinical healthcare
lose-fat build-muscle eat-healthy healthy-food what-cook vegan: nutrition fitness meal
weekend-getaway plan-vacation visit-city places-visit weekend-away: travel itinerary planner
buy-house sell-house house-price rent-flat tenants apartment-ad: estate property
# Learning
prepare-class teach-class my-students classroom online-course worksheet: teacher lesson curriculum
learn-code learn-programming never-programmed: mentor tutor socratic programming
without-solution only-hints give-hints: mentor tutor socratic programming
quiz-me test-knowledge pass-exam multiple-choice mark-essays memorise: quiz study flashcard
learn-spanish learn-english speak-english: language tutor conversation
practice-speaking correct-english my-accent: language tutor conversation
into-english from-english native-speaker mother-tongue: translator translation
# Thinking
new-ideas more-ideas no-ideas wild-ideas bounce-ideas outside-box: brainstorm ideation creative
tear-apart find-flaws holes-plan prove-wrong plan-fail tough-love: critic devil skeptic adversarial
cant-decide two-options which-option: decision tradeoff option reasoning
hard-decision tough-choice tricky-problem: decision tradeoff option reasoning
several-experts different-viewpoints different-opinions: council panel perspectives
different-angles advisory-board roundtable: council panel perspectives
# Writing and publishing
write-story bedtime-story write-poem: fiction creative storyteller
write-novel believable-characters haiku: fiction creative storyteller
imaginary-world invented-world fictional-world: worldbuilding lore fantasy
alien-planet kingdoms game-master: worldbuilding lore fantasy
short-film tv-series movie-scene explainer-video sitcom write-movie: screenwriter script screenplay
write-book my-book publish-book: book author manuscript ghostwriter
book-chapters memoir autobiography: book author manuscript ghostwriter
my-slides make-slides present-boss: presentation slides deck
give-speech wedding-speech conference-talk: speech speechwriter speaking
todays-news daily-news latest-news morning-briefing cover-story newsworthy: news journalist digest
main-points important-points long-document: summarizer summary distill
long-article short-version nutshell: summarizer summary distill
my-podcast podcast-guest radio-show episode-description audio-show: podcast episode producer
type-recording recording-text speech-text: transcription transcriber
interview-recording audio-text srt: transcription transcriber
# Sound, pictures
cut-clips join-clips edit-video convert-video compress-video video-format: video ffmpeg editor
remove-noise bad-sound sound-better sound-quality uneven-volume too-quiet: audio noise mixing
write-song catchy-tune piano make-beats: music songwriter composer
make-pictures make-images ai-art ai-pictures picture-prompt photorealistic: image generation prompt
what-picture in-picture look-screenshot text-picture text-photo read-image: image analysis ocr visual
make-icons app-icon vector-graphics poster cartoon: illustration svg graphic
photoshop retouch crop-photo remove-background: photo image editing
# Code and repositories
just-code write-code write-function: implementation coder implementer
add-feature build-feature finish-feature: implementation coder implementer
git-mess wrong-branch many-branches branch-names both-edited clean-history: git branch merge
save-changes describe-changes what-commit: commit message git
commit-text separate-commits group-changes: commit message git
submit-changes propose-changes send-changes describe-pr changes-github push-github: pull pr github
reviewer-said reviewer-asked answer-reviewers: comment feedback pr resolve
reviewer-comments open-comments unresolved-comments: comment feedback pr resolve
sort-bugs sort-issues many-issues write-tickets duplicate-issues bug-list: issue triage ticket
public-repo maintain-project outside-contributors: repository maintainer github
accept-contributions repo-settings: repository maintainer github
messy-folder downloads-folder sort-files files-everywhere rename-files: file organization directory
click-website visit-website control-browser: browser automation navigate
control-chrome drive-browser web-tasks: browser automation navigate
404-links dead-links links-work links-broken check-urls collect-links: link url checker
match-pattern text-pattern match-emails search-pattern wildcards: regex regular expression
hana s4hana fiori enterprise-software resource-planning business-software: sap erp
without-programming without-coding cant-program: lowcode automation platform
non-programmers visual-builder retool: lowcode automation platform
outlook onedrive microsoft-teams ms-teams intune entra: m365 microsoft graph
talks-customers answers-visitors answers-automatically auto-reply: chatbot conversational
# Fields
less-energy save-energy power-consumption: energy sustainability climate
emissions wind-power power-grid: energy sustainability climate
steel-beam building-plans building-regulations: construction structural civil bim
construction-site revit autocad: construction structural civil bim
public-authority city-council legislation parliament public-services voters: government public policy
other-cultures ancient-times how-lived: historian cultural historical
past-events period-accurate middle-ages: historian cultural historical
write-paper my-paper my-thesis research-paper conference-paper overleaf: scientific academic latex
paper-accepted paper-rejected review-paper: peer reviewer methodology reproducibility
replicate-study study-flawed: peer reviewer methodology reproducibility
lab-work lab-experiment chemical-reaction: laboratory chemistry protocol materials
wet-lab microscope new-material: laboratory chemistry protocol materials
# Agents among themselves
agents-trust trust-agents prove-identity digital-id same-human: identity trust verifiable
should-automate worth-automating agents-allowed: governance approval automation human
human-approval ask-first human-checks: governance approval automation human
continue-tomorrow continue-later stopped-yesterday: handoff session summary
next-chat new-chat done-today: handoff session summary
jump-definition where-defined find-symbol: symbol lsp index codebase
find-references search-codebase navigate-code: symbol lsp index codebase
become-root get-root become-admin admin-rights mimikatz hackthebox: privilege escalation privesc
bad-review negative-review google-reviews: review reputation response
answer-reviews one-star tripadvisor: review reputation response
everything-fails power-outage plan-b: disaster continuity contingency crisis
emergency-plan cyber-attack prepare-worst: disaster continuity contingency crisis
switch-framework change-framework python-2: migration conversion port
javascript-typescript rewrite-rust convert-code: migration conversion port
password-code password-git keys-github: secret credential leaked rotation
pushed-password store-passwords expired-keys: secret credential leaked rotation
`;
