import type { Diagnostic } from '../definition/diagnostic.ts';
import type { ModelRule } from '../formats/harness/harness-format.ts';
import { inWords, quoted } from '../formats/harness/harness-words.ts';
import { HARNESSES } from '../formats/harnesses/harnesses.ts';
import { finding, type LintSubject } from './lint-subject.ts';

/** Whether model and color are such as the harness knows. */
export function valueRules(subject: LintSubject): readonly Diagnostic[] {
  return [...modelProblems(subject), ...colorProblems(subject)];
}

function modelProblems(subject: LintSubject): readonly Diagnostic[] {
  const { harness, definition } = subject;
  const { models, title } = harness;
  if (models.field === null) return [];
  const value = definition.frontmatter[models.field];
  if (Array.isArray(value) && !models.list) {
    const message = `${title} takes one model, and this is a list.`;
    return [finding('field/type', subject.placeInField(models.field), message)];
  }
  const stated = (Array.isArray(value) ? value : [value]).filter((model) => typeof model === 'string');
  const field = models.field;
  return stated
    .map((model) => model.trim())
    .filter((model) => model !== '' && !knowsModel(models, model))
    .map((model) => {
      const place = subject.placeInField(field, model);
      const owner = HARNESSES.find((other) => other.id !== harness.id && isOwnModel(other.models, model));
      if (owner !== undefined) {
        const message = `${quoted(model)} is a model as ${owner.title} names it; ${title} writes ${exampleOf(models)}.`;
        return finding('model/foreign', place, message);
      }
      return finding(
        'model/unknown',
        place,
        `${title} may not know the model ${quoted(model)}; it writes ${exampleOf(models)}.`,
      );
    });
}

const exampleOf = ({ aliases, example }: ModelRule): string => inWords([...aliases.slice(0, 4), example], 'or');

function knowsModel({ aliases, patterns }: ModelRule, model: string): boolean {
  return aliases.includes(model) || patterns.some((pattern) => pattern.test(model));
}

/** A pattern that takes nearly any word says nothing about whose model it is. */
function isOwnModel(models: ModelRule, model: string): boolean {
  const isSpecific = models.patterns.every((pattern) => !pattern.test('surely-no-model'));
  return models.aliases.includes(model) || (isSpecific && models.patterns.some((pattern) => pattern.test(model)));
}

function colorProblems(subject: LintSubject): readonly Diagnostic[] {
  const { harness, definition } = subject;
  const { colors, title } = harness;
  const value = colors === null ? null : definition.frontmatter[colors.field];
  if (colors === null || typeof value !== 'string' || value.trim() === '') return [];
  const color = value.trim();
  if (colors.names.includes(color) || (colors.hex && HEX.test(color))) return [];
  const place = subject.placeInField(colors.field, color);
  const severity = colors.unknown === 'rejected' ? 'error' : 'info';
  const same = colors.names.find((name) => name === color.toLowerCase());
  if (same !== undefined) {
    return [finding('color/case', place, `${title} writes the color ${same}, not ${color}.`, 'warning')];
  }
  const known = inWords([...colors.names, ...(colors.hex ? ['#RRGGBB'] : [])]);
  return [finding('color/unknown', place, `${title} knows no color ${quoted(color)}; it knows ${known}.`, severity)];
}

const HEX = /^#[0-9a-f]{6}$/i;
