import { Box } from 'ink';
import type { ReactNode } from 'react';
import { browseLayout } from '../../app/layout.ts';
import { type Model, SAVE_FIELDS, type SaveField, type Size } from '../../app/model.ts';
import { renderedText } from '../../app/rendered-text.ts';
import { formDraft, formProblems, ingredients, targetPath } from '../../app/save-form.ts';
import { shortPath } from '../../app/short-path.ts';
import { composeFile } from '../../core/compose.ts';
import { estimateTokens } from '../../core/estimate-tokens.ts';
import { cutLine, type StyledLine, styledLine } from '../../core/styled-text.ts';
import { COLORS } from '../../core/validate-draft.ts';
import { visibleText } from '../../core/visible-text.ts';
import { HorizontalRule, Pane, span, VerticalRule } from './frame.tsx';
import type { ScreenProps } from './screen-props.ts';
import { TextInput } from './text-input.tsx';

const LABEL = 14;

/** The form for the frontmatter and the place, with the file as it will be written beside it. */
export function SaveScreen(props: ScreenProps): ReactNode {
  const { model, paint } = props;
  const { direction, first, second } = saveLayout(model.size);
  const path = shortPath(targetPath(model), model.surroundings);
  const file = renderedText(composeFile(formDraft(model)), second.columns, 'source');
  const preview = [cutLine(styledLine(visibleText(path), 'muted'), second.columns), { spans: [] }, ...file];
  return (
    <Box flexDirection={direction}>
      <Box flexDirection="column" width={first.columns} height={first.rows} overflow="hidden">
        {visibleFields(model.save.focused, first.rows).map((field) => (
          <FieldRow key={field} {...props} field={field} columns={first.columns} />
        ))}
      </Box>
      {direction === 'row' && <VerticalRule paint={paint} rows={first.rows} />}
      {direction === 'column' && second.rows > 0 && <HorizontalRule paint={paint} columns={first.columns} />}
      <Pane paint={paint} lines={preview} {...second} />
    </Box>
  );
}

/** The fields from the first that leaves room for the focused one and what is said about it. */
function visibleFields(focused: SaveField, rows: number): readonly SaveField[] {
  const hidden = Math.max(0, SAVE_FIELDS.indexOf(focused) + 2 - Math.max(2, rows));
  return SAVE_FIELDS.slice(hidden);
}

/** As in the list, except that the form needs a line for every field and one for what is said about it. */
function saveLayout(size: Size): ReturnType<typeof browseLayout> {
  const layout = browseLayout(size);
  if (layout.direction === 'row') return layout;
  const rows = layout.first.rows + layout.second.rows + (layout.second.rows > 0 ? 1 : 0);
  const rest = rows - SAVE_FIELDS.length - 2;
  return {
    direction: 'column',
    first: { ...layout.first, rows: rest > 0 ? SAVE_FIELDS.length + 1 : rows },
    second: { ...layout.second, rows: Math.max(0, rest) },
  };
}

function FieldRow({
  model,
  paint,
  onTyped,
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
            onTyped={onTyped}
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
  folder: '.claude/agents',
};

/** What is wrong with a field, once something was typed or it is being typed; else what helps to fill it in. */
function remark(model: Model, field: SaveField): StyledLine | null {
  const focused = model.save.focused === field;
  const { text } = model.save.fields[field];
  const problem = formProblems(model)[field];
  if (problem && text.trim() !== '') return styledLine(problem, 'error');
  if (!focused) return null;
  return styledLine(problem ?? HELP[field](model, text), 'muted');
}

const HELP: Readonly<Record<SaveField, (model: Model, text: string) => string>> = {
  name: () => 'Also the name of the file',
  description: (_, text) => `${text.length} characters, ~${estimateTokens(text)} tokens in every session`,
  model: () => 'sonnet, opus, haiku, inherit, or a full model id',
  tools: (model) => toolOrigins(model),
  color: () => COLORS.join(' '),
  folder: () => 'Enter saves',
};

/** Which ingredient restricts its tools, so that nobody widens them unawares. */
function toolOrigins(model: Model): string {
  const stated = ingredients(model).filter(({ tools }) => tools !== null);
  if (stated.length === 0) return 'Comma-separated; all ingredients inherit all tools';
  return visibleText(`Limited by ${stated.map(({ name, tools }) => `${name} (${tools?.length})`).join(', ')}`);
}
