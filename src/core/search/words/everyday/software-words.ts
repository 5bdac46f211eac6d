/** Of making software. */
export const SOFTWARE_WORDS = `
# Back end
server-side serverside business-logic: backend api
endpoint route controller middleware: api backend rest
fastify koa express-js nestjs: node backend javascript
flask django fastapi: python backend
spring hibernate quarkus jvm maven gradle: java
symfony artisan: php laravel
wordpress drupal joomla typo3: php cms wordpress
sinatra gemfile activerecord: ruby rails
microsoft-stack blazor entity-framework nuget visual-basic: dotnet csharp
goroutine gopher go-lang: golang go
borrow-checker crate cargo-toml: rust
phoenix otp liveview: elixir erlang
monad immutable pure-functions: functional haskell
template-metaprogramming smart-pointers stl cmake raii: cpp
pointer segfault segmentation-fault malloc: c cpp memory
cobol mainframe fortran as400 punch-card: legacy cobol mainframe modernization
query-language over-fetching: graphql
protobuf protocol-buffers remote-procedure: grpc
swagger postman api-docs: openapi api documentation
json xml payload request-response: api schema rest
callback webhook third-party external-service: integration webhook api
push-updates live-updates two-way socket: websocket realtime
own-service small-services separate-services break-monolith: microservices decomposition distributed
monolith one-big: monolith microservices modularization
kafka message-broker rabbitmq pubsub message-bus: event messaging queue streaming
nightly cron crontab every-night every-hour every-minute: scheduling job automation
background-job background-task celery worker-process sidekiq: queue job async
remember-results precompute memoize redis memcached: caching cache redis
full-text autocomplete typeahead search-bar search-box search-field: elasticsearch search
orm prisma sequelize typeorm sqlalchemy: orm database
missing-index indexes slow-query: database optimization postgres query sql
foreign-key data-model entity columns: schema database modeling
paginate infinite-scroll: pagination api frontend
hammering many-requests flooded: throttling rate
retry try-again circuit-breaker: resilience fault retry
multi-tenant many-customers white-label: multitenant saas architecture
file-upload upload-files attachments: upload storage backend
logged-out single-sign remember-me: authentication oauth session jwt
charge-card take-payments accept-payments take-money paypal: stripe payment
front-back frontend-backend whole-app entire-app top-bottom: fullstack
# Web front end
front-end client-side webdev: frontend ui
jsx useeffect redux zustand: react
nuxt pinia composition-api: vue
rxjs ngrx angular-material: angular rxjs
sveltekit: svelte
server-rendering ssr hydration app-router vercel: nextjs react
static-site astro hugo jekyll eleventy: static astro web
stylesheet sass scss bootstrap flexbox: css tailwind styling
centre-div align padding: css layout
small-screens different-screens screen-sizes any-screen every-device: responsive mobile
media-query breakpoint-layout fits-phone mobile-friendly: responsive css
dark-mode light-mode night-mode theme: theme css tokens
widget reusable-parts building-blocks ui-kit: component
storybook style-guide pattern-library look-feel same-look: component tokens ui
rerender re-render: react performance rendering
global-state shared-state prop-drilling: state management
page-load load-time loads-slowly first-paint lighthouse pagespeed: vitals performance frontend
layout-shift layout-jumps page-jumps lcp: vitals performance
bundle-size big-bundle webpack vite rollup tree-shaking: bundler build optimization
lazy-load code-splitting: performance bundle optimization
add-home installable service-worker without-internet no-internet: pwa offline
chrome-extension firefox-extension browser-plugin browser-addon: extension browser chrome
wasm near-native: webassembly
3d webgl threejs three-dimensional: graphics threejs webgl rendering
landing-page home-page one-pager marketing-site: landing frontend conversion
drag-drop drag-and draggable: ui frontend interaction
input-field form-fields validate-input required-fields: form validation
any-types strict-mode type-error type-safe: typescript types
headless-cms contentful strapi sanity: cms content
shopify woocommerce magento product-page: ecommerce shopify
picture-code screenshot-code mockup-code figma-code turn-design: figma frontend
internet-explorer safari-only works-chrome other-browsers old-browsers: browser compatibility cross
# Mobile
iphone ipad apple-watch swiftui xcode objective-c uikit: ios swift
jetpack-compose android-studio apk: android kotlin
app-store play-store google-play testflight store-review: mobile ios android release
both-platforms ios-android iphone-android one-codebase single-codebase: flutter mobile cross native
dart riverpod pubspec: flutter
expo react-native: native react mobile
capacitor cordova ionic maui xamarin: mobile cross hybrid
push-notification deep-link: mobile notification
battery battery-drain drains-battery: mobile performance embedded power
# Desktop
electron tauri desktop-app: desktop electron tauri
wpf winforms windows-app windows-program: windows dotnet desktop
mac-app macos cocoa menu-bar: macos swift desktop
qt gtk system-tray gui: desktop gui
setup-exe msi dmg signed-installer: installer packaging desktop
# Games
videogame video-game: game unity
sprite 2d platformer: game godot unity
godot gdscript indie-game gamemaker: godot game
unreal-engine blueprint-nodes: unreal game
prefab gameobject monobehaviour: unity
frame-rate framerate fps stutter: rendering performance game
shader glsl: shader graphics rendering gpu
multiplayer netcode play-together: multiplayer networking game
enemy npc npcs boss-fight pathfinding: game npc
dungeon quest game-world: level game narrative
fun-play game-balance playtest: game mechanics balance
collision gravity ragdoll: physics game
roblox minecraft luau: roblox lua game
# Hardware near
arduino esp32 stm32 microcontroller raspberry: embedded firmware iot
bare-metal rtos freertos zephyr: embedded firmware rtos
device-driver kernel-module kernel: kernel driver linux
solder circuit pcb schematic: hardware electronics pcb
verilog vhdl fpga: fpga hardware
bluetooth zigbee mqtt smart-home: iot embedded
over-air ota flash-memory bootloader: firmware embedded
ros actuator: robotics embedded
plc scada factory-machine: industrial plc automation
# Debugging
stack-trace stacktrace traceback backtrace exception: debugging error
error-message red-text blue-screen: debugging error troubleshooting
bug-hunt hunt-bug track-down pin-down where-bug: debugging bug root
heisenbug intermittent sometimes-fails only-sometimes random-failures: debugging flaky race
cannot-explain dont-understand: debugging explanation
step-through breakpoint gdb debugger watchpoint: debugging
not-working doesnt-work does-nothing wont-start stopped-working: debugging troubleshooting
used-work worked-yesterday worked-before: regression bisect debugging
my-machine works-locally locally-fine only-production: environment debugging
who-changed blame which-commit when-introduced: git bisect history
reproduce repro minimal-example: reproduction bug debugging
root-cause why-fails why-happened why-broke: root diagnosis debugging
wrong-result wrong-output wrong-answer off-one: bug logic debugging
undefined null nil nan none-type: null error debugging
race-condition deadlock mutex locks: concurrency threading race
thread multithreaded: concurrency multithreading
promise await asyncio: async concurrency javascript
out-memory runs-out memory-grows ram heap oom: memory leak profiling
log-file logfile stderr: logging log analysis
swallow catch-errors try-catch silent-failures fails-silently: error handling silent
rubber-duck think-aloud: debugging pair
wont-compile compile-errors build-errors build-broken red-build: build compilation error
crash-report sentry: error monitoring crash
# Testing
unit-test jest vitest pytest junit mocha: unit testing
test-first red-green failing-test before-code: tdd
given-when gherkin cucumber plain-scenarios: bdd acceptance
flaky flake flaky-tests unstable-tests: flaky test stability
playwright cypress selenium puppeteer webdriver: e2e browser automation playwright
click-through real-browser whole-flow user-flow user-journey: e2e testing
tester test-plan test-cases test-manually: qa testing
quality-assurance acceptance-criteria sign-off: qa acceptance
untested no-tests without-tests few-tests more-tests missing-tests: coverage testing
test-gaps percent-covered covered lines-covered: coverage test
stub test-double: mock testing
test-data sample-data seed-data faker: fixture synthetic factory
pixel screenshot visual-changes looks-different: visual regression screenshot
random-input garbage-input fuzz fuzzer quickcheck: fuzzing property
tests-useless tests-catch mutant stryker: mutation testing
edge-case corner-case boundary unusual-input: edge testing
many-users thousands-users heavy-load black-friday jmeter k6 locust: load testing performance
smoke-test sanity-check quick-check: smoke verification
consumer-driven pact breaking-change: contract api compatibility
test-suite tests-slow slow-tests: test automation suite
snapshot-tests golden-master characterization pin-behaviour: characterization legacy testing
really-works actually-works works-really really-done really-finished: verification validation
# Refactoring, clean code
restructure reorganise rearrange rework untangle detangle: refactoring
code-smell smelly stinks god-class: refactoring smell
technical-debt tech-debt shortcuts-took: debt refactoring
long-function huge-function huge-file giant-file nested: refactoring complexity
cyclomatic complicated convoluted overcomplicated: complexity simplification
over-engineered overengineered overkill gold-plating too-clever: yagni simplification
hard-coded hardcoded magic-numbers: constants configuration refactoring
maintainable unmaintainable hard-change afraid-touch scared-touch: maintainability refactoring legacy
same-behaviour without-breaking without-changing: refactoring safe
copy-paste pasted: duplication dry
dead-code unreachable commented-out: dead unused cleanup
tidier elegant polish-code: cleanup refactoring
rename better-names variable-names: naming refactoring
search-replace every-file across-files all-files mass-change codemod: codemod refactoring
# Review
pull-request merge-request pr prs: pr review github
look-over go-over look-through second-pair fresh-eyes extra-eyes: review reviewer
before-merge ready-merge can-merge: review pr merge
diff changeset: diff review
nitpick nitpicky picky strict-reviewer pedantic: review reviewer
feedback-code comment-code rate-code judge-code grade-code roast: review critique
before-commit before-push pre-commit husky: hook commit lint
eslint prettier ruff pylint rubocop sonarqube stylelint: linting static analysis
inspect examine scrutinise: review audit analysis
sloppy shoddy careless ai-slop slop: slop review cleanup
what-missed overlooked: review gap completeness
pair-program programming-buddy code-together: pair programming
coding-rules coding-style house-style house-rules coding-guidelines: standards convention lint
# Performance
bottleneck hot-path hotspot flamegraph: performance profiling
p95 p99 response-time milliseconds ttfb: latency performance
takes-forever takes-ages takes-long too-long: performance optimization
eats-memory memory-usage memory-hungry bloat: memory performance optimization
big-o algorithmic leetcode: algorithm complexity
data-structure linked-list sort-algorithm: algorithm
snappy snappier responsive-app janky jank: performance frontend
# Architecture and patterns
big-picture overall-structure high-level bird-eye: architecture
blueprint architect: architecture
how-fit fits-together hang-together pieces-fit: architecture architect
coupling tangled entangled circular: coupling dependency modularity architecture
layer hexagonal onion ports-adapters: clean architecture hexagonal
bounded-context ubiquitous-language domain-driven: ddd domain
cqrs event-sourcing event-store: cqrs event sourcing
singleton factory-pattern gang-four observer-pattern: patterns architecture
single-responsibility polymorphism class-hierarchy object-oriented: oop solid principles
dependency-injection inversion-control: injection architecture
trade-off tradeoff pros-cons: tradeoff architecture decision
which-framework which-database which-library tech-stack: stack architecture evaluation
why-chose decision-record decision-log record-decisions: adr architecture decision
plantuml mermaid uml flowchart boxes-arrows: diagram mermaid architecture
many-servers several-servers eventual-consistency sharding: distributed
without-server no-servers lambda: serverless aws
backwards-compatible old-clients: compatibility versioning api
feature-flag feature-toggle canary: flag rollout
# Legacy and migration
twenty-year decades-old inherited left-company nobody-understands: legacy modernization archaeology
strangler rewrite-scratch start-over from-scratch: modernization migration rewrite
jquery angularjs coffeescript: legacy javascript migration modernization
convert translate-code port-code: migration converter
end-life unsupported obsolete antiquated dinosaur: legacy deprecated modernization
latest-version new-version newer-version major-version: upgrade migration version
without-source lost-source binary: reverse engineering
understand-code new-codebase unfamiliar-code someone-elses: codebase explorer onboarding
where-is where-are which-file find-code: codebase locator explorer search
find-usages who-calls call-graph: codebase analysis dependency
# Documentation
docs docstring javadoc jsdoc docusaurus mkdocs: documentation
comments: comment documentation
getting-started quick-start quickstart walkthrough: tutorial guide onboarding
what-changed release-notes changes-list: changelog release
technical-writing explain-users user-manual help-pages help-center: documentation writer technical
wiki confluence knowledge-base: documentation knowledge
outdated-docs docs-outdated docs-sync docs-match: documentation sync
runbook playbook: runbook documentation operations
plain-english plain-words layman laymen: explanation simplification
code-example sample-code code-samples snippets: example documentation
# Git
merge merge-conflict conflicts: git merge conflict
rebase squash cherry-pick stash gitflow trunk: git workflow branch
commit-message conventional-commits: commit conventional git
github gitlab bitbucket: github git repository
worktree submodule: git worktree
lost-commits lost-work accidentally-deleted force-push detached: git recovery
version-control source-control svn subversion perforce: git
github-issue issue-tracker bug-report: issue triage github
open-source oss contributors: opensource github contribution
# Build and packages
compilation makefile wont-build: build compiler
bazel nx turborepo lerna many-packages: monorepo build
npm yarn pnpm pip poetry: package dependency
dependabot renovate outdated-packages outdated-libraries: dependency update
dependency-hell version-conflict lockfile lock-file: dependency resolution
known-holes vulnerable cve cves: vulnerability dependency security
licence gpl: license compliance
build-time build-slow slow-build: build optimization cache
jenkins circleci github-actions gitlab-ci green-build: ci cd pipeline
every-push each-push on-push every-commit each-commit: ci automation pipeline
semver version-number: versioning release semver
# Tools, editors, shells
vim emacs intellij jetbrains sublime zed: editor ide
dotfile zshrc zsh tmux: shell terminal configuration
one-liner awk sed grep: bash shell regex
pattern-matching match-text: regex
powershell cmdlet batch-file: powershell windows
flags-arguments subcommand argparse: cli
text-interface text-ui ncurses curses bubbletea: tui terminal
language-server syntax-highlighting intellisense: lsp editor
tokenizer lexer own-interpreter parser own-language: compiler parser language
dev-environment developer-experience devcontainer new-laptop: dx environment developer setup
internal-tool developer-tools home-grown: tooling developer
slash-command custom-command: command claude
tool-server tool-calling tools-claude: mcp tool
discord-bot slack-bot telegram-bot whatsapp: bot integration chatbot
no-code low-code nocode lowcode zapier n8n airtable: automation workflow lowcode
# Code generation
boilerplate starter skeleton scaffold yeoman: scaffolding template generator
new-project start-project empty-project project-start: scaffolding bootstrap setup
prototype proof-concept quick-dirty hackathon: prototype mvp rapid
vibe-coding whole-program let-ai: autonomous implementation prototype
implement-plan follow-plan carry-out execute-plan: implementation executor
client-library sdk sdks: sdk api generation
autogenerate auto-generate generated-code: generator codegen
# Specs and planning
user-story backlog epics: backlog product agile scrum
prd product-requirements what-build: prd requirements product
spec write-spec spec-driven spec-first: specification requirements
jira trello asana: project tracking issue
small-steps step-by smaller-tasks small-tasks bite-sized: task decomposition planning
how-long estimate story-points: estimation planning
what-first prioritise: prioritization roadmap
feature-request feature-idea: product feature requirements
first-version smallest-version bare-minimum minimum-viable: mvp prototype
think-first think-before plan-first: planning planner architect
client-wants customer-wants stakeholder: requirements stakeholder business
tech-lead team-lead lead-developer: lead technical orchestrator
# Accessibility
colour-contrast contrast readable-colours: accessibility wcag contrast
keyboard-only keyboard-navigation tab-order tab-key without-mouse no-mouse: accessibility keyboard
a11y aria alt-text voiceover nvda ada-compliance: accessibility aria wcag
cant-see cannot-see poor-eyesight eyesight dyslexia dyslexic: accessibility inclusive
usable-everyone wheelchair impaired: accessibility inclusive
# UI and UX
user-interface screen-design app-design: ui interface
user-experience confusing intuitive unintuitive user-friendly clunky: ux usability
wireframe mockup: wireframe prototype ux ui
figma sketch-file adobe-xd: figma designer ui
user-interviews talk-users ask-users persona: ux research persona
ugly-app ugly-page looks-ugly looks-dated old-fashioned redesign: ui redesign visual
modern-look looks-modern eye-candy good-looking stunning: ui visual aesthetic
menu menus navbar sidebar: navigation ui
micro-interactions hover hover-effects framer-motion: animation motion interaction
button-text error-texts ui-text microcopy tooltip: microcopy ux copy
icon pictogram illustrations: icon visual illustration
arabic to-left hebrew other-languages several-languages: internationalization localization rtl
time-zone timezone date-format currencies: internationalization locale
too-clicks give-up: ux usability conversion
delight playful whimsical joy: whimsy delight ux
`;
