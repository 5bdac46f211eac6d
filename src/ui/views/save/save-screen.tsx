import { Box } from 'ink';
import type { ReactNode } from 'react';
import { composedFile } from '../../../app/compose/composed-result.ts';
import { keyOf } from '../../../app/keys/key-of.ts';
import { saveLayout } from '../../../app/model/layout.ts';
import { type Model, SAVE_FIELDS, type SaveField } from '../../../app/model/model.ts';
import { renderedBeginning } from '../../../app/model/rendered-text.ts';
import { shortPath } from '../../../app/model/short-path.ts';
import { fieldValues, formWidening } from '../../../app/save/field-values.ts';
import { carriable, formDraft, formProblems, targetPath } from '../../../app/save/save-form.ts';
import { COLORS } from '../../../core/compose/validate-draft.ts';
import { FORMATS } from '../../../core/definition/agent-definition.ts';
import { grantsNone } from '../../../core/definition/tools.ts';
import { typedTools } from '../../../core/definition/typed-tools.ts';
import { estimateTokens } from '../../../core/tokens/estimate-tokens.ts';
import { cutMiddle, type StyledLine, styledLine } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { wrapSpans } from '../../../text/wrap-spans.ts';
import { Pane, span } from '../parts/frame.tsx';
import type { PaneSet } from '../parts/panes.tsx';
import type { ScreenProps } from '../parts/screen-props.ts';
import { TextInput } from '../parts/text-input.tsx';

const LABEL = 14;

/** The form for the frontmatter and the place, with the file as it will be written beside it. */
export function savePanes(props: ScreenProps): PaneSet {
  const { model } = props;
  const { direction, first, second } = saveLayout(model.size);
  const target = targetPath(model);
  const path = shortPath(target, model.surroundings);
  const { ledOut } = model.save;
  const leadsTo =
    ledOut?.path === target ? wrapSpans([span(`→ ${visibleText(ledOut.leadsTo)}`, 'warning')], second.columns) : [];
  const at = SAVE_FIELDS.indexOf(model.save.focused) + 1;
  return {
    direction,
    panes: [
      {
        name: 'form',
        ...first,
        title: [span('Form')],
        position: `${at} of ${SAVE_FIELDS.length}`,
        focused: true,
        lines: [],
        content: (
          <Box flexDirection="column" width={first.columns} height={first.rows} overflow="hidden">
            {visibleFields(model.save.focused, first.rows).map((field) => (
              <FieldRow key={field} {...props} field={field} columns={first.columns} />
            ))}
          </Box>
        ),
      },
      {
        name: 'file',
        ...second,
        title: [span(cutMiddle(visibleText(path), Math.max(8, second.columns - 8)))],
        focused: false,
        lines: [...leadsTo, ...renderedBeginning(composedFile(formDraft(model)).text, second, 'source')],
      },
    ],
  };
}

/** The fields from the first that leaves room for the focused one and what is said about it. */
function visibleFields(focused: SaveField, rows: number): readonly SaveField[] {
  const hidden = Math.max(0, SAVE_FIELDS.indexOf(focused) + 2 - Math.max(2, rows));
  return SAVE_FIELDS.slice(hidden);
}

function FieldRow({
  model,
  paint,
  field,
  columns,
}: ScreenProps & { readonly field: SaveField; readonly columns: number }): ReactNode {
  const focused = model.save.focused === field;
  const label: StyledLine = {
    spans: [span(focused ? '❯ ' : '  ', 'accent'), span(field, focused ? 'strong' : 'muted')],
  };
  const said = remark(model, field);
  return (
    <>
      <Box height={1} flexShrink={0}>
        <Pane paint={paint} lines={[label]} columns={LABEL} rows={1} />
        <Box width={columns - LABEL - 1} flexShrink={0}>
          <TextInput
            field={model.save.fields[field]}
            width={columns - LABEL - 1}
            focused={focused && model.dialog === null}
            placeholder={PLACEHOLDERS[field]}
            paint={paint}
          />
        </Box>
      </Box>
      {said && (
        <Pane paint={paint} lines={[{ spans: [span(' '.repeat(LABEL)), ...said.spans] }]} columns={columns} rows={1} />
      )}
    </>
  );
}

const PLACEHOLDERS: Readonly<Record<SaveField, string>> = {
  name: 'my-agent',
  description: 'When to use it',
  model: 'not stated: the harness decides',
  tools: 'not stated: inherits all tools',
  color: 'not stated',
  other: 'nothing else is carried over',
  harness: 'claude',
  folder: '.claude/agents',
};

/** What is wrong with a field, once something was typed or it is being typed; else what helps to fill it in. */
function remark(model: Model, field: SaveField): StyledLine | null {
  const focused = model.save.focused === field;
  const { text } = model.save.fields[field];
  const problem = formProblems(model)[field];
  if (problem && text.trim() !== '') return styledLine(visibleText(problem), 'error');
  if (!focused) return null;
  const isWider = field === 'tools' && formWidening(model) !== null;
  return styledLine(visibleText(problem ?? HELP[field](model, text)), isWider ? 'warning' : 'muted');
}

const HELP: Readonly<Record<SaveField, (model: Model, text: string) => string>> = {
  name: () => 'Also the name of the file',
  description: (model, text) =>
    `${text.length} characters, ~${estimateTokens(text)} tokens in every session${valueWords(model, 'description')}`,
  model: (model) => valueWords(model, 'model').slice(3) || 'sonnet, opus, haiku, inherit, or a full model id',
  tools: (model, text) => toolWords(model, text),
  color: (model) => valueWords(model, 'color').slice(3) || COLORS.join(' '),
  other: (model) => carriableWords(model),
  harness: (model) => {
    const { refusal, warnings } = composedFile(formDraft(model));
    return refusal ?? warnings[0] ?? `${choosing(model)} ${FORMATS.join(' ')}`;
  },
  folder: (model) => `${keyOf(model, 'save.complete')} saves; ${choosing(model)} the project or you`,
};

const choosing = (model: Model): string => `${keyOf(model, 'save.choose')}:`;

/** Who says what is typed, and how to go through what others say. */
function valueWords(model: Model, field: 'description' | 'model' | 'color'): string {
  const values = fieldValues(model, field).filter(({ value }) => value !== '');
  const text = model.save.fields[field].text.trim();
  const own = values.find(({ value }) => value === text);
  if (values.length === 0) return '';
  const others = values.length - (own ? 1 : 0);
  const more = others === 0 ? '' : ` · ${choosing(model)} ${others === 1 ? 'one other' : `${others} others`}`;
  return ` · ${own ? `from ${own.from}` : text === '' ? 'not stated' : 'your own'}${more}`;
}

/** What the tools come to, beside what each ingredient may use, so that nobody widens them unawares. */
function toolWords(model: Model, text: string): string {
  const widening = formWidening(model);
  if (widening !== null) return `More than any ingredient: ${widening}`;
  const own = fieldValues(model, 'tools').find(({ value }) => value === text.trim());
  const origin = own
    ? `${own.from[0]?.toUpperCase()}${own.from.slice(1)}`
    : grantsNone(typedTools(text))
      ? 'No tools at all'
      : 'Your own choice, with commas; none for no tools';
  return `${origin} · ${choosing(model)} union, intersection, each agent's`;
}

function carriableWords(model: Model): string {
  const fields = carriable(model);
  if (fields.length === 0) return 'The ingredients have no other fields';
  return `${choosing(model)} ${fields.map(({ field, agent }) => `${field} (${agent})`).join(', ')}`;
}
