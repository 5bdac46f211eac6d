import { Box } from 'ink';
import type { ReactNode } from 'react';
import { comparisonGrid, firstColumn } from '../../app/comparison-grid.ts';
import { composedResult } from '../../app/composed-result.ts';
import { footerLine } from '../../app/footer.ts';
import { CONTEXT_TITLES } from '../../app/key-labels.ts';
import { compareLayout, frameLayout } from '../../app/layout.ts';
import { type Model, screenOf } from '../../app/model.ts';
import { readerText } from '../../app/reader-text.ts';
import { shortPath } from '../../app/short-path.ts';
import { cutLine, type Span, type StyledLine } from '../../core/styled-text.ts';
import { visibleText } from '../../core/visible-text.ts';
import { BrowseHeader, BrowseScreen } from './browse-screen.tsx';
import { CompareScreen } from './compare-screen.tsx';
import { ComposeScreen } from './compose-screen.tsx';
import { DialogScreen } from './dialog-screen.tsx';
import { HorizontalRule, Pane, span, spreadLine } from './frame.tsx';
import { ReaderScreen } from './reader-screen.tsx';
import { SaveScreen } from './save-screen.tsx';
import type { ScreenProps } from './screen-props.ts';

/** The whole frame: header, body, news, footer. */
export function AppScreen(props: ScreenProps): ReactNode {
  const { model, paint } = props;
  const { columns, roomy } = frameLayout(model.size);
  const notice = noticeLine(model);
  const footer = footerLine(model, columns);
  const isBrowse = screenOf(model) === 'browse' && !model.dialog;
  return (
    <Box flexDirection="column" width={columns} height={model.size.rows - 1} overflow="hidden">
      {isBrowse ? (
        <BrowseHeader {...props} />
      ) : (
        <Pane paint={paint} lines={[headerLine(model, columns)]} columns={columns} rows={1} />
      )}
      {roomy && <HorizontalRule paint={paint} columns={columns} />}
      {model.dialog ? <DialogScreen {...props} dialog={model.dialog} /> : <Body {...props} />}
      {roomy && <Pane paint={paint} lines={notice ? [notice] : []} columns={columns} rows={1} />}
      <Pane paint={paint} lines={[!roomy && notice ? notice : footer]} columns={columns} rows={1} />
    </Box>
  );
}

function Body(props: ScreenProps): ReactNode {
  switch (screenOf(props.model)) {
    case 'browse':
      return <BrowseScreen {...props} />;
    case 'reader':
      return <ReaderScreen {...props} />;
    case 'compare':
      return <CompareScreen {...props} />;
    case 'compose':
      return <ComposeScreen {...props} />;
    case 'save':
      return <SaveScreen {...props} />;
  }
}

function noticeLine({ notice, size }: Model): StyledLine | null {
  if (!notice) return null;
  const role = notice.tone === 'good' ? 'success' : notice.tone === 'bad' ? 'error' : 'accent';
  return cutLine({ spans: [span(` ${visibleText(notice.text)}`, role)] }, size.columns);
}

function headerLine(model: Model, columns: number): StyledLine {
  const { title, left, right } = headerOf(model);
  const start = [span(` ${title}`, 'heading'), span('  '), ...left];
  return cutLine(spreadLine(start, [...right, span(' ')], columns), columns);
}

interface Header {
  readonly title: string;
  readonly left: readonly Span[];
  readonly right: readonly Span[];
}

function headerOf(model: Model): Header {
  if (model.dialog) return dialogHeader(model);
  const screen = screenOf(model);
  const title = CONTEXT_TITLES[screen === 'browse' ? 'list' : screen].toLowerCase();
  switch (screen) {
    case 'reader': {
      const text = readerText(model);
      const path = text ? shortPath(text.definition.path, model.surroundings) : '';
      const place = text && text.sections.length > 0 ? `${model.reader.section + 1} of ${text.sections.length} · ` : '';
      return {
        title: visibleText(text?.definition.name ?? title),
        left: [span(visibleText(path), 'muted')],
        right: [span(`${place}${model.reader.view}`, 'muted')],
      };
    }
    case 'compare': {
      const { topics } = comparisonGrid(model);
      const topic = topics[model.compare.topic];
      const place = topic
        ? `topic ${model.compare.topic + 1} of ${topics.length} · `
        : model.aligning
          ? ''
          : 'no sections';
      return {
        title,
        left: [span(place, 'muted'), span(visibleText(topic?.title ?? ''))],
        right: [
          span(
            `${columnWords(model)}${draftWords(model)}view: ${model.compare.isMatrix ? 'table' : model.compare.view}`,
            'muted',
          ),
        ],
      };
    }
    case 'compose':
      return {
        title,
        left: [
          span(visibleText(model.draft.present.fields.name || 'new agent')),
          span(`  ${composeWords(model)}`, 'muted'),
        ],
        right: [],
      };
    case 'save':
      return {
        title,
        left: [
          span(visibleText(model.save.fields.name.text || 'new agent')),
          span(`  ${composeWords(model)}`, 'muted'),
        ],
        right: [span(model.save.saving ? 'saving …' : '', 'muted')],
      };
    default:
      return { title, left: [], right: [] };
  }
}

function dialogHeader({ dialog, draft, surroundings }: Model): Header {
  if (dialog?.kind === 'overwrite') {
    const path = shortPath(dialog.path, surroundings);
    return { title: 'replace?', left: [span(visibleText(`${path} is there already`), 'warning')], right: [] };
  }
  if (dialog?.kind === 'rename') {
    const pick = draft.present.picks[dialog.pick];
    return { title: 'rename', left: [span(visibleText(pick?.originalTitle ?? ''), 'muted')], right: [] };
  }
  return { title: dialog ? CONTEXT_TITLES[dialog.kind].toLowerCase() : '', left: [], right: [] };
}

function composeWords({ draft }: Model): string {
  const { picks } = draft.present;
  return `${picks.length === 1 ? '1 pick' : `${picks.length} picks`}, ~${composedResult(picks).tokens} tokens`;
}

/** Which columns are on the screen, where not all are. */
function columnWords(model: Model): string {
  const count = model.compare.ids.length;
  const { shown } = compareLayout(model.size, count);
  if (shown >= count || model.compare.isMatrix) return '';
  const first = firstColumn(model) + 1;
  return `${shown === 1 ? `column ${first}` : `columns ${first}–${first + shown - 1}`} of ${count} · `;
}

function draftWords({ draft }: Model): string {
  const count = draft.present.picks.length;
  return count === 0 ? '' : `draft ${count} · `;
}
