import type { ReactNode } from 'react';
import type { Model } from '../../../app/model/model.ts';
import type { SaveField } from '../../../app/model/save-state.ts';
import { shortPath } from '../../../app/model/short-path.ts';
import { type FileWindow, fileWindow } from '../../../app/save/file-window.ts';
import { type FormRow, fieldWidth, formLayout, LABEL, visibleFormRows } from '../../../app/save/form-layout.ts';
import { openDisagreement } from '../../../app/save/open-questions.ts';
import { targetPath } from '../../../app/save/save-form.ts';
import { shownFields } from '../../../app/save/shown-fields.ts';
import { cutMiddle } from '../../../text/styled-text.ts';
import { visibleText } from '../../../text/visible-text.ts';
import { Box } from '../parts/box.ts';
import { Pane, span } from '../parts/frame.tsx';
import { linesShown, type PaneSet } from '../parts/panes.tsx';
import type { ScreenProps } from '../parts/screen-props.ts';
import { TextInput } from '../parts/text-input.tsx';

/** The form for the frontmatter and the place, with the file as it will be written beside it. */
export function savePanes(props: ScreenProps): PaneSet {
  const { model } = props;
  const { direction, first, second } = formLayout(model);
  const file = fileWindow(model);
  const position = filePosition(file);
  const path = cutMiddle(
    visibleText(shortPath(targetPath(model), model.surroundings)),
    Math.max(8, second.columns - position.length - 6),
  );
  const fields = shownFields(model);
  const at = fields.indexOf(model.save.focused) + 1;
  return {
    direction,
    panes: [
      {
        name: 'form',
        ...first,
        title: [span('Form')],
        position: `${at} of ${fields.length}`,
        focused: true,
        lines: [],
        content: (
          <Box flexDirection="column" width={first.columns} height={first.rows} overflow="hidden">
            {visibleFormRows(model).map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing but its place
              <FormLine key={index} {...props} row={row} columns={first.columns} />
            ))}
          </Box>
        ),
      },
      { name: 'file', ...second, title: [span(path)], position, focused: false, lines: file.lines },
    ],
  };
}

/** Where one is in the file, unless all of it is on the screen. */
function filePosition({ lines, count, file }: FileWindow): string {
  return lines.length === count ? '' : linesShown(file.first, file.last, file.count);
}

interface FormLineProps extends ScreenProps {
  readonly row: FormRow;
  readonly columns: number;
}

function FormLine({ model, paint, row: { field, line, isInput }, columns }: FormLineProps): ReactNode {
  if (!isInput) return <Pane paint={paint} lines={[line]} columns={columns} rows={1} />;
  const width = fieldWidth(model);
  return (
    <Box height={1} flexShrink={0}>
      <Pane paint={paint} lines={[line]} columns={LABEL} rows={1} />
      <Box width={width} flexShrink={0}>
        <TextInput
          field={model.save.fields[field]}
          width={width}
          focused={isTyped(model, field)}
          placeholder={openDisagreement(model, field) ?? PLACEHOLDERS[field]}
          paint={paint}
        />
      </Box>
    </Box>
  );
}

const isTyped = ({ save, dialog }: Model, field: SaveField): boolean => save.focused === field && dialog === null;

const PLACEHOLDERS: Readonly<Record<SaveField, string>> = {
  name: 'a name, such as my-agent',
  description: 'when to use it',
  mentions: 'keep',
  model: 'not stated: the harness decides',
  tools: 'not stated: inherits all tools',
  color: 'not stated',
  other: 'nothing else is carried over',
  kind: 'agent',
  harness: 'claude',
  folder: '.claude/agents',
};
