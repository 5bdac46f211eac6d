import { once } from '../../kit/once.ts';
import { termOf, wordsOf } from '../passages/terms.ts';

/**
 * Ways to write one thing; the first, a single word, stands for all of them. Of other scripts than Latin those words are
 * here that descriptions of agents have most; a `*` stands for any ending.
 */
const ONE_THING = `
cicd: ci cd, continuous integration, continuous delivery, continuous deployment, deployment pipeline, deployment pipelines, release automation, deployment automation, release pipelines
e2e: end to end test, end to end tests, end to end testing, e2e testing, e2e tests
ml: machine learning, 机器学习, 機械学習, 머신러닝, машинн*, aprendizaje automático
ai: artificial intelligence, 人工智能
llm: llms, large language model, large language models, 大语言模型
mlops: ml ops
ui: user interface, user interfaces, 用户界面
ux: user experience, 用户体验
smartcontract: smart contract, smart contracts, 智能合约, смарт-контракт*
iac: infrastructure as code, 基础设施即代码
pr: pull request, pull requests, merge request, merge requests, prs
sre: site reliability
javascript: js
typescript: ts
golang: go, go lang
postgresql: postgres, postgre
kubernetes: k8s
csharp: c sharp
dotnet: net, asp net
nextjs: next js
nodejs: node js, node
vue: vue js, vuejs, vue 3
react: react js, reactjs
reactnative: react native
nuxt: nuxt js, nuxtjs
nestjs: nest js
rails: ruby on rails
spring: spring boot
django: drf, django rest framework
accessibility: a11y, wcag, 可访问性, 无障碍, アクセシビリティ, доступност*
i18n: internationalization, localization, l10n, localisation, internationalisation
seo: search engine optimization, search engine optimisation
docker: containerization, containerisation, 容器化, контейнеризац*
blockchain: web3, block chain, 区块链, блокчейн*
refactoring: refactor, refactors, refactored, 重构, リファクタリング, 리팩토링, рефакторинг*
documentation: docs, doc, documents, document, 文档, ドキュメント, 문서, документац*
testing: tests, test, tester, 测试, テスト, 테스트, тестировани*, тест*, pruebas, testes
security: secure, 安全, セキュリティ, 보안, безопасност*, seguridad, segurança, güvenlik, sicherheit
vulnerability: vulnerabilities, 漏洞, 脆弱性, уязвимост*
review: reviews, reviewer, reviewing, 审查, 评审, 審查, レビュー, 리뷰, 검토, ревью, inceleme, revisión, revisão
code: 代码, 程式碼, コード, 코드, кода, код, kod, código
architecture: 架构, 架構, アーキテクチャ, 아키텍처, архитектур*, arquitectura, arquitetura, mimari
database: 数据库, 資料庫, データベース, 데이터베이스, баз, базы, базам, базами, veritabanı
query: queries, 查询, クエリ, 쿼리
performance: 性能, 效能, パフォーマンス, 성능, производительност*, desempenho, rendimiento
optimization: 优化, 最佳化, 最適化, 최적화, оптимизац*
deployment: deploy, deploys, 部署, デプロイ, 배포, развертывани*, развёртывани*
frontend: front end, 前端, フロントエンド, 프론트엔드, фронтенд*
backend: back end, server side, 后端, 後端, バックエンド, 백엔드, бэкенд*
design: designs, 设计, 設計, 설계, デザイン, дизайн*, проектировани*
data: 数据, データ, 데이터, данных, данные, данными
product: 产品, プロダクト, продукт*
search: 搜索, 検索, 검색, поиск*
research: 研究, 調査, исследован*
monitoring: 监控, 監視, мониторинг*
cloud: 云, クラウド, облак*, облачн*
infrastructure: 基础设施, インフラ, инфраструктур*
build: 构建, ビルド, 빌드, сборк*
error: errors, 错误, エラー, 오류, 에러, ошиб*
mobile: 移动, モバイル, мобильн*
marketing: 营销, マーケティング, маркетинг*
content: 内容, コンテンツ, контент*
legal: 法律, юридическ*
compliance: 合规, コンプライアンス
finance: financial, 财务, 金融, финанс*
game: games, 游戏, ゲーム, игров*
incident: incidents, outage, outages, 故障, インシデント, инцидент*
analysis: 分析, анализ*
planning: 计划, 规划, 計画, планировани*
model: models, 模型, モデル, модел*
pipeline: pipelines, 管道, パイプライン, конвейер*
customer: customers, 客户, 顧客, клиент*
sales: 销售, продаж*
migration: 迁移, マイグレーション, миграци*
network: 网络, ネットワーク
git: version control, 版本控制, версий
branch: branches, branching, ветвлени*, 分支
strategy: strategies, strategic, 战略, 策略, стратеги*
`;

/** What a word speaks of as well. */
const WIDER = `
rails: ruby
django fastapi flask: python
nextjs remix gatsby: react
nuxt: vue
spring quarkus: java
laravel symfony: php
sveltekit: svelte
nestjs express fastify: nodejs
solidity: smartcontract blockchain
ml llm: ai
smartcontract defi nft ethereum dapps tokenomics: blockchain
mlops pytorch tensorflow mlflow kubeflow: ml ai
rag: llm ai
postgresql mysql mariadb sqlite oracle: sql database
sql nosql: database
mongodb dynamodb cassandra: nosql database
aws azure gcp: cloud
terraform pulumi ansible: iac infrastructure
iac: infrastructure devops
kubernetes helm: container
docker: container
owasp vulnerability penetration pentest cve: security
playwright cypress selenium: e2e testing
jest pytest tdd e2e: testing
qa: testing quality
openapi swagger: api
swiftui: swift ios
flutter reactnative ios android: mobile
figma: ui
tailwind scss: css
prometheus grafana observability: monitoring
devops cicd: deployment
sre: reliability
jenkins: cicd
`;

/** What one works in: who is for one of them is not asked about what does not speak of it. */
const TECHNOLOGIES = `
abap actix airflow airtable android angular ansible apache apex arduino argocd asana aspnet assembly astro auth0
aws axum azure babel bash bedrock bigquery bilibili bitbucket bitcoin blazor braintree capacitor cassandra chef
circleci clickhouse clojure cloudflare cobol cockroachdb cognito confluence consul cordova couchdb cpp csharp
cuda cypress dart databricks datadog dbt delphi deno discord django docker docusaurus dotnet douyin drizzle
drupal duckdb dynamodb elasticsearch electron eleventy elixir elk ember erlang esbuild esp32 ethereum excel expo
express facebook fastapi fiber figma firebase firestore flask flink flutter fortran fpga fsharp gatsby gcp gin
github gitlab godot golang grafana graphql groovy grpc hadoop haproxy haskell helm heroku hibernate htmx hubspot
huggingface hugo hyperledger influxdb instagram ionic ios istio jaeger jasmine java javascript jax jekyll
jenkins jest jira joomla jquery julia junit kafka keras keycloak kibana kotlin ktor kuaishou kubeflow kubernetes
lambda langchain langgraph laravel linkedin lit llamaindex loki looker lua magento mariadb matlab maui mcp
micronaut milvus minecraft mlflow mocha mongodb mongoose mqtt mssql mysql n8n nats neo4j neon nestjs netlify
newrelic nextjs nginx nim nodejs notion numpy nuxt obsidian ocaml okta ollama openai opencv opensearch openstack
opentelemetry oracle pandas paypal perl phoenix photoshop php phpunit pimcore pinecone plaid planetscale
playwright plsql postgresql powerbi powerpoint powershell preact prisma prometheus pulsar pulumi puppet
puppeteer pytest python pytorch qdrant qt quarkus qwik rabbitmq rails react reactnative reddit redis redux remix
roblox rocket rollup rspec ruby rust rxjs sagemaker salesforce scala selenium sentry sequelize shopify slack
snowflake sns solana solidity solr spacy spark splunk spring sql sqlalchemy sqlite sqs stm32 storybook stripe
supabase svelte sveltekit swift swiftui symfony tableau tailwind tauri telegram tensorflow terraform testcafe
tiktok tokio traefik trello twitter typeorm typescript unity unreal vagrant vault vba vercel verilog vhdl vite
vitest vllm vue wasm weaviate webassembly webpack wechat weibo winforms woocommerce wordpress wpf xamarin
xiaohongshu yolo youtube zapier zhihu zig
`;

/** The longest way of writing in words. */
const LONGEST = 4;

interface Writings {
  /** Word by word. */
  readonly words: ReadonlyMap<string, string>;
  /** By the beginnings of words. */
  readonly beginnings: readonly (readonly [beginning: string, thing: string])[];
  /** Of scripts that put no space between words, the longest first. */
  readonly unspaced: readonly (readonly [written: string, thing: string])[];
}

const writings = once((): Writings => {
  const all = lines(ONE_THING).flatMap(([thing, ways]) => ways.split(', ').map((written) => [written, thing] as const));
  const spaced = all.filter(([written]) => !UNSPACED.test(written));
  return {
    words: new Map(
      spaced
        .filter(([written]) => !written.endsWith('*'))
        .map(([written, thing]) => [wordsOf(written).join(' '), thing]),
    ),
    beginnings: spaced
      .filter(([written]) => written.endsWith('*'))
      .map(([written, thing]) => [wordsOf(written).join(' '), thing]),
    unspaced: all.filter(([written]) => UNSPACED.test(written)).sort(([a], [b]) => b.length - a.length),
  };
});

const widerByWord = once(
  () =>
    new Map(
      lines(WIDER).flatMap(([words, wider]) => words.split(' ').map((word) => [word, wider.split(' ')] as const)),
    ),
);

const lines = (table: string): readonly (readonly [string, string])[] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(': ') as [string, string]);

/** Letters of other scripts than Latin and Greek. */
const OTHER_SCRIPT = /[\u0400-\u1FFF\u3040-\uD7FF]/;
/** Of these, scripts that put no space between words, and Hangul, where words have endings. */
const UNSPACED = /[\u3040-\uD7FF]/;
const OTHER_SCRIPTS = /[\u0400-\u1FFF\u3040-\uD7FF]+/g;

/** Whether a text is for the greater part in another script than Latin; of those with few spaces a letter is a word. */
export function isInOtherScript(text: string): boolean {
  const others = (text.match(OTHER_SCRIPTS) ?? []).reduce((sum, run) => sum + run.length, 0);
  return others * 5 > text.length;
}

/** Nobody goes to market in a language. */
const GO_TO = /\bgo[- ]to\b/g;

/** The words of a text in lower case, one word for each thing whatever it is called in it. */
export function subjectWords(text: string): readonly string[] {
  const lower = text.toLowerCase().replaceAll('c#', ' csharp ').replaceAll('c++', ' cpp ').replace(GO_TO, ' ');
  const words = wordsOf(UNSPACED.test(lower) ? withSpaces(lower) : lower);
  const found: string[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST, words.length - at);
    while (length > 1 && !writings().words.has(words.slice(at, at + length).join(' '))) length -= 1;
    found.push(thingOf(words.slice(at, at + length).join(' ')));
    at += length;
  }
  return found;
}

function thingOf(written: string): string {
  const { words, beginnings } = writings();
  const known = words.get(written);
  if (known !== undefined || !OTHER_SCRIPT.test(written)) return known ?? written;
  return beginnings.find(([beginning]) => written.startsWith(beginning))?.[1] ?? written;
}

function withSpaces(text: string): string {
  return writings().unspaced.reduce((spaced, [written, thing]) => spaced.replaceAll(written, ` ${thing} `), text);
}

const technologies = once(() => new Set(TECHNOLOGIES.trim().split(/\s+/).map(termOf)));

/** Whether a term is a language, a framework or a product that one works in. */
export const isTechnology = (term: string): boolean => technologies().has(term);

/** What a word speaks of as well: `rails` of `ruby`. */
export const widerThan = (word: string): readonly string[] => widerByWord().get(word) ?? [];
