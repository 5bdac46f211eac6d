/** What those say who need an agent of a role: in making and guarding software. */
export const SOFTWARE_ROLES = `
# Debugging, failing tests and builds, incidents
strange-behavior acts-weird behaves-differently: debugging bug root unexpected
find-culprit chase-bug error-logs: debugging bug root unexpected
tests-red tests-fail tests-broke tests-green suite-fails broken-tests: failing test failure fixer
not-compile stopped-compiling cannot-compile: build error compilation resolver
refuses-compile doesnt-build linker-error: build error compilation resolver
production-broke customers-affected service-crashed: incident production outage postmortem
middle-night outage-report status-page: incident production outage postmortem
# Reviews, of code and of its structure
check-code code-ok check-changes my-changes critique-code experienced-eye: review reviewer quality
structure-sound wrong-layer: architecture architectural review consistency
layers-mixed breaks-architecture: architecture architectural review consistency
follows-architecture architecture-rules: architecture architectural review consistency
security-problems security-check security-flaws: security audit vulnerability auditor
code-secure app-secure find-holes: security audit vulnerability auditor
# Attack and defence
hack-site hack-app legally-hack: penetration pentest offensive ethical
think-attacker test-defenses exploit-holes: penetration pentest offensive ethical
company-exposed find-subdomains hidden-pages: reconnaissance osint subdomain enumeration
publicly-known scan-network services-exposed: reconnaissance osint subdomain enumeration
inside-exe crack-open understand-binary: reverse engineering binary disassembly
exe-file unpack-firmware undocumented-protocol: reverse engineering binary disassembly
file-harmful infected-computer dangerous-attachment: malware malicious ransomware
sandbox-sample suspicious-file suspicious-program: malware malicious ransomware
attacker-did intruder-did broke-in: forensic incident breach evidence
disk-image deleted-evidence recover-evidence: forensic incident breach evidence
could-attack attackers-want weak-points: threat modeling attack surface
abuse-cases what-threats attack-paths: threat modeling attack surface
notice-attack catch-hackers spot-intruders: threat detection siem soc
suspicious-activity suspicious-login hacker-groups: threat detection siem soc
keep-hackers hackers-out site-secure: security hardening engineer devsecops
tighten-security security-built server-secure: security hardening engineer devsecops
user-input malicious-input sanitize: input validation injection xss secure
escape-html evil-input write-secure: input validation injection xss secure
secure-cloud cloud-safe too-permissive: cloud security iam posture
cloud-permissions overly-broad cloud-accounts: cloud security iam posture
safe-libraries malicious-package hacked-package: supply chain sbom dependency vulnerability
software-inventory libraries-holes log4j: supply chain sbom dependency vulnerability
encrypt-messages encrypt-files digital-signature: encryption cryptography cryptographic
hash-passwords store-passwords elliptic-curve: encryption cryptography cryptographic
users-log google-login social-login: authentication oauth session identity
forgot-password login-page stay-logged: authentication oauth session identity
pass-audit prepare-audit audit-ready: compliance audit regulatory framework
auditors-ask industry-rules become-certified: compliance audit regulatory framework
customer-data private-data personal-details: privacy gdpr data protection
personal-information cookie-banner delete-account: privacy gdpr data protection
# Fast, parallel, clever
so-slow too-slow runs-slow: performance bottleneck profiling optimization
eats-cpu cpu-hungry slows-down: performance bottleneck profiling optimization
million-users users-simultaneously breaking-point: load stress performance capacity
survive-traffic handle-traffic requests-second: load stress performance capacity
slow-site slow-website page-slow: web performance vitals lighthouse
loads-slow heavy-images large-javascript: web performance vitals lighthouse
threads-interfere simultaneous-access shared-memory: concurrency race thread deadlock
semaphore run-parallel all-cores: concurrency race thread deadlock
smart-algorithm coding-puzzle codeforces: algorithm structure complexity
dynamic-programming hash-map binary-tree: algorithm structure complexity
# Databases
database-slow queries-slow query-takes: query optimization index database
faster-queries full-scan sql-faster: query optimization index database
which-tables tables-relate database-layout: schema database design modeling
organize-data plan-tables er-diagram: schema database design modeling
manage-database restore-database database-crashed: database administrator dba backup
copy-database database-lost database-running: database administrator dba backup
move-database change-tables switch-database: migration schema database
transfer-data rename-column flyway: migration schema database
pull-numbers pull-data fetch-rows group-by subquery question-sql: sql query
connected-data network-relations linked-data triple-store gremlin taxonomy: graph knowledge ontology
# Back ends and interfaces
behind-website server-part server-code server-logic back-end: backend server api
programs-talk apps-talk clean-endpoints: api design rest endpoint
naming-endpoints status-codes public-api: api design rest endpoint
describe-api explain-api document-endpoints: api documentation openapi reference
api-manual api-guide redoc: api documentation openapi reference
check-api api-works call-endpoints: api testing tester endpoint
endpoints-work verify-api test-endpoints: api testing tester endpoint
connect-service hook-up another-service: api integration third party
outside-service connect-slack partner-api: api integration third party
split-application into-services smaller-services: microservice decomposition boundary
services-talk many-services deploy-separately: microservice decomposition boundary
something-happens trigger-action decouple: event driven messaging
loosely-coupled fire-forget replay-events: event driven messaging
task-queue slow-jobs long-running later-processing: queue background job asynchronous
across-machines several-machines multiple-servers: distributed consensus fault consistency
agree-machines server-dies stale-cache: distributed consensus fault consistency
without-refresh instant-updates chat-app: websocket realtime webrtc
live-chat video-call collaborative-editing: websocket realtime webrtc
# Architecture and choices
overall-design application-structure structure-app: architecture architect system
whole-system future-proof plan-application: architecture architect system
business-rules model-business business-language: domain driven ddd bounded
business-terms value-object domain-experts: domain driven ddd bounded
framework-independent swap-database separate-concerns: clean hexagonal dependency
logic-separate independent-database classes-depend: clean hexagonal dependency
system-overview explain-architecture: architecture documentation c4 diagram
architecture-picture picture-system: architecture documentation c4 diagram
decisions-made remember-decisions write-decisions past-decisions: adr decision record architecture
it-strategy customer-solution technical-offer: enterprise solution architect
archimate company-systems solution-customer: enterprise solution architect
which-technology which-tool pick-library: technology evaluation stack
choose-library compare-frameworks existing-solution: technology evaluation stack
lead-engineers engineering-team run-engineering: technical leadership cto
manage-developers technical-direction tech-strategy: technical leadership cto
# Documentation
write-manual write-docs nothing-documented: technical writer documentation readme
no-documentation document-project usage-instructions: technical writer documentation readme
docs-old docs-wrong docs-stale: documentation update sync drift
documentation-wrong readme-outdated refresh-docs: documentation update sync drift
explain-functions comment-functions wrong-comments: comment docstring inline
add-comments missing-comments doxygen: comment docstring inline
users-changed versions-differ list-changes: changelog release notes
summarize-commits announce-version release-summary: changelog release notes
hands-on practice-exercises follow-along: tutorial learning educational
beginner-guide worked-example codelab: tutorial learning educational
draw-system draw-architecture draw-flow: diagram flowchart mermaid
visualize-code process-chart swimlane: diagram flowchart mermaid
current-docs latest-docs library-docs: documentation lookup library context7
framework-docs read-docs find-docs: documentation lookup library context7
# Getting to know a code base
explain-codebase explain-project explain-repo: codebase explainer explorer analyzer
code-does strange-codebase tour-codebase: codebase explainer explorer analyzer
inherited-project follow-call trace-request familiar-codebase: codebase onboarding trace explorer
find-function find-file where-defined: codebase locator search pattern
similar-code existing-code code-handles: codebase locator search pattern
what-breaks else-breaks break-elsewhere: impact analysis dependency blast
ripple-effects callers-function consequences-change: impact analysis dependency blast
# Cleaner code
reorganize-code better-structure improve-code: refactoring restructure smell
nicer-code break-function split-class: refactoring restructure smell
too-complicated less-complex fewer-lines: simplification simplifier complexity
too-abstract hard-read nested-ifs: simplification simplifier complexity
never-needed nobody-uses never-called: dead unused duplicate cleanup
delete-unused code-twice unused-files: dead unused duplicate cleanup
quick-fixes cut-corners postponed-cleanup: technical debt reduction
code-rot todo-comments temporary-fixes: technical debt reduction
old-system old-software old-program: legacy modernization modernizer
ancient-system old-technology delphi: legacy modernization modernizer
update-packages upgrade-libraries old-packages: dependency update conflict package
packages-conflict wont-install incompatible-versions: dependency update conflict package
mit-license copyleft which-license legally-use spdx use-commercially: license compliance open
badly-written bad-code poor-code: code quality standards review
quality-slipping raise-quality code-good: code quality standards review
tabs-spaces consistent-style inconsistent-style: lint formatting style
format-code linter-warnings missing-semicolons: lint formatting style
without-running scan-source syntax-tree: static analysis sast ast
compiler-warnings code-scanner tainted-data: static analysis sast ast
wrong-types missing-types type-hints: type safety types annotation
impossible-states mypy stricter-types: type safety types annotation
errors-hidden ignored-errors empty-catch: error handling silent failure
errors-disappear quietly-fails fail-gracefully: error handling silent failure
# Tests
test-function add-tests needs-tests: unit test automator
create-tests automate-tests check-automatically: unit test automator
not-tested enough-tests code-untested coverage-low codecov tests-miss: test coverage gap
click-around click-buttons automate-browser: e2e browser playwright test
pretend-user test-website complete-flow: e2e browser playwright test
tests-precede code-afterwards kent-beck: tdd driven test
scenarios-business executable-specification readable-tests: bdd gherkin acceptance behavior
describe-behavior feature-files specflow: bdd gherkin acceptance behavior
tests-worthless test-quality mutate-code: mutation testing
random-data unexpected-inputs generated-inputs: fuzz property testing
fake-users sample-records dummy-data: test data fixture synthetic
fill-database realistic-data example-data: test data fixture synthetic
fake-server fake-api pretend-server wiremock: mock api server virtualization
looks-broken layout-broken design-broke: visual regression screenshot
compare-screenshots pixels-differ css-broke: visual regression screenshot
bugs-slip bugs-customers fewer-bugs break-app testing-approach: qa quality assurance strategy
randomly-fails fails-sometimes sometimes-passes: flaky test result stability
unreliable-tests which-failed failures-mean: flaky test result stability
kill-services kill-random cause-failures: chaos failure injection resilience
simulate-outage practice-disaster fire-drill: chaos failure injection resilience
claims-finished pretends-finished half-finished: verification completion acceptance validator
really-complete match-request meets-spec: verification completion acceptance validator
# What one sees
blind-users blind-people deaf-users color-blind low-vision older-users: accessibility wcag screen
look-nicer look-better prettier-app: ui visual designer interface
design-screen nice-layout whitespace: ui visual designer interface
users-lost users-confused users-stuck: ux usability flow designer
plan-screens navigation-confusing order-screens: ux usability flow designer
watch-users users-think users-feel: ux research user researcher
users-struggle understand-users talk-customers: ux research user researcher
design-feedback critique-design critique-ui looks-amateur feels-off check-design: design review ux ui
same-buttons consistent-ui consistent-look: design system component tokens
reuse-components shared-components color-palette: design system component tokens
design-html design-react turn-picture: figma design implementation pixel
match-design rebuild-screenshot clone-page: figma design implementation pixel
browser-side visible-part build-page: frontend developer ui component
web-interface html interactive-page: frontend developer ui component
things-move move-smoothly scroll-effects parallax feels-alive confetti: animation motion whimsy
# Kinds of software
whole-website complete-website complete-app database-ui frontend-and: fullstack full stack web
phone-app app-phone iphone-app android-app smartphone-app tablet-app: mobile ios android app
program-windows program-computer program-mac: desktop application native
runs-windows pc-program installable-program: desktop application native
editors-change edit-content manage-content: cms wordpress content
wordpress-site wordpress-theme elementor: cms wordpress content
inside-browser browser-button toolbar-button: browser extension chrome
modify-websites content-script userscript: browser extension chrome
terminal-program terminal-tool run-terminal: cli command line terminal
typed-commands console-program shell-completion: cli command line terminal
package-developers api-wrapper publish-library: sdk client library
python-client developers-integrate wrap-api: sdk client library
own-programming invent-language create-language: compiler language parser
llvm transpiler grammar-rules: compiler language parser
close-hardware close-metal write-driver: systems programming low kernel
memory-management syscall allocator: systems programming low kernel
small-chip tiny-computer program-chip little-memory i2c gpio: embedded firmware microcontroller
smart-lamp smart-device connected-things: iot device sensor mqtt
temperature-sensor sensor-readings fleet-devices: iot device sensor mqtt
robot-move robot-dog drive-itself: robotics motion control ros
avoid-obstacles inverse-kinematics humanoid: robotics motion control ros
design-chip circuit-board resistor breadboard logic-gates vivado: hardware circuit electronic fpga
build-game program-game my-game code-game jump-physics pygame: game developer engine gameplay
game-idea game-boring game-fun: game design mechanic balance
levels-difficulty board-game keep-playing: game design mechanic balance
light-shadows raytracing vulkan opengl draw-3d particle-effects: graphics shader rendering
headset vr arkit hololens virtual-world immersive: xr virtual augmented reality
print-part printable-part openscad 3d-object 3d-model model-part: 3d cad modeling blender
synthesizer sound-effects vst mix-tracks clean-sound remove-noise: audio sound processing
draw-map gps coordinates nearest-shop aerial-photos distances-between: geospatial gis spatial map
own-coin own-token launch-coin crypto-app on-chain erc20: blockchain token web3 smartcontract
contract-hacked drained-funds contract-safe: smartcontract audit blockchain vulnerability
before-mainnet flash-loan slither: smartcontract audit blockchain vulnerability
collect-money collect-payments customers-pay: payment stripe gateway checkout
pay-online apple-pay recurring-payments: payment stripe gateway checkout
`;
