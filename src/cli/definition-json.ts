import type { AgentDefinition, Section } from '../core/definition/agent-definition.ts';
import { toolsJson } from '../core/definition/tools.ts';
import { lintDefinition } from '../core/lint/lint-definition.ts';
import type { SearchHit } from '../core/search/search.ts';
import { descriptionTokensOf, tokensOf } from '../core/tokens/definition-tokens.ts';
import { estimateTokens } from '../core/tokens/estimate-tokens.ts';

// The shapes are public: fields may be added, never renamed or removed.

/** A definition as `list --json` gives it. Texts are exact, not made safe to show. */
export function definitionJson(definition: AgentDefinition): Readonly<Record<string, unknown>> {
  const { id, kind, name, nameInferred, description, descriptionInferred, path, scope, source, format } = definition;
  const { model, color, tools, frontmatter, repairs, shadowedBy, bytes } = definition;
  return {
    schema: 1,
    id,
    kind,
    name,
    nameInferred,
    description,
    descriptionInferred,
    path,
    scope,
    source,
    format,
    model,
    color,
    tools: toolsJson(tools),
    frontmatter,
    repairs,
    diagnostics: lintDefinition(definition),
    shadowedBy,
    tokens: tokensOf(definition),
    descriptionTokens: descriptionTokensOf(definition),
    bytes,
  };
}

/** A hit as `search --json` gives it: the definition, its score, and where the query was found. */
export function hitJson({ definition, score, matches }: SearchHit): Readonly<Record<string, unknown>> {
  const { name, description, prompt } = matches;
  const where = { name, description, ...(prompt === null ? {} : { prompt }) };
  return { ...definitionJson(definition), score: Math.round(score * 1e4) / 1e4, matches: where };
}

/** A definition as `show --json` gives it, with its body and sections. The sections' own texts, joined, are the body. */
export function wholeJson(
  definition: AgentDefinition,
  body: string,
  sections: readonly Section[],
): Readonly<Record<string, unknown>> {
  const { frontmatterRaw } = definition;
  return { ...definitionJson(definition), frontmatterRaw, body, sections: sections.map(sectionJson) };
}

function sectionJson({ id, title, kind, level, line, raw, items, sections }: Section): unknown {
  const tokens = estimateTokens(raw);
  return { id, title, kind, level, line, tokens, raw, items, sections: sections.map(sectionJson) };
}
