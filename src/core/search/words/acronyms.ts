import { once } from '../../../kit/once.ts';
import { formOf } from './word-forms.ts';

/**
 * Acronyms that everybody knows, with what they stand for: letters meet by accident too, and where hardly a text says which of
 * those are meant, this does. All others are learnt from the texts. A word stands here for each letter.
 */
const ACRONYMS: readonly string[] = [
  'ad active directory',
  'adr architecture decision record',
  'apm application performance monitoring',
  'aso app store optimization',
  'bdd behavior driven development',
  'bi business intelligence',
  'ccpa california consumer privacy act',
  'cd continuous delivery',
  'cd continuous deployment',
  'cdn content delivery network',
  'ceo chief executive officer',
  'ci continuous integration',
  'cli command line interface',
  'cms content management system',
  'cqrs command query responsibility segregation',
  'cot chain of thought',
  'cro conversion rate optimization',
  'crm customer relationship management',
  'cv computer vision',
  'dag directed acyclic graph',
  'dao decentralized autonomous organization',
  'dba database administrator',
  'ddd domain driven design',
  'di dependency injection',
  'dns domain name system',
  'dr disaster recovery',
  'dx developer experience',
  'erd entity relationship diagram',
  'erp enterprise resource planning',
  'etl extract transform load',
  'fp functional programming',
  'gdpr general data protection regulation',
  'gpu graphics processing unit',
  'ha high availability',
  'hci human computer interaction',
  'iac infrastructure as code',
  'iam identity access management',
  'io input output',
  'iot internet of things',
  'kpi key performance indicator',
  'llm large language model',
  'mcp model context protocol',
  'ml machine learning',
  'mvc model view controller',
  'mvp minimum viable product',
  'ner named entity recognition',
  'nft non fungible token',
  'nlp natural language processing',
  'ocr optical character recognition',
  'okr objectives key results',
  'orm object relational mapping',
  'pii personally identifiable information',
  'pki public key infrastructure',
  'pm product manager',
  'pm project manager',
  'poc proof of concept',
  'pr pull request',
  'prd product requirements document',
  'pwa progressive web app',
  'qa quality assurance',
  'rag retrieval augmented generation',
  'rbac role based access control',
  'rca root cause analysis',
  'rfc request for comments',
  'rl reinforcement learning',
  'roi return on investment',
  'saas software as a service',
  'sbom software bill of materials',
  'sdk software development kit',
  'sdlc software development life cycle',
  'seo search engine optimization',
  'sla service level agreement',
  'slo service level objective',
  'spa single page application',
  'sre site reliability engineering',
  'ssg static site generation',
  'sso single sign on',
  'ssr server side rendering',
  'tdd test driven development',
  'tls transport layer security',
  'ui user interface',
  'ux user experience',
  'vm virtual machine',
  'vr virtual reality',
];

/** By the acronym: what it stands for, each as the forms of its words. */
const table = once(() => {
  const meant = new Map<string, string[]>();
  for (const entry of ACRONYMS) {
    const [acronym = '', ...words] = entry.split(' ');
    meant.set(acronym, [...(meant.get(acronym) ?? []), words.map(formOf).join(' ')]);
  }
  return meant;
});

/**
 * Whether some words are what an acronym stands for, in whatever form.
 *
 * @returns `null` for an acronym that is not known.
 */
export function isLongForm(acronym: string): ((words: readonly string[]) => boolean) | null {
  const known = table().get(acronym);
  return known ? (words) => known.includes(words.map(formOf).join(' ')) : null;
}
