import type { ReactNode } from 'react';
import { footerLine } from '../../app/commands/footer.ts';
import { filterOf, findOf } from '../../app/model/focused-field.ts';
import { frameLayout, LANDED_ROWS } from '../../app/model/layout.ts';
import { type Model, screenOf } from '../../app/model/model.ts';
import { legendSpans, signWords } from '../../app/model/signs.ts';
import { cutLine, lineWidth, type StyledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import type { Paint } from '../paint.ts';
import { BrowseHeader, browsePanes } from './browse/browse-screen.tsx';
import { landingLines } from './browse/landing-lines.ts';
import { comparePanes } from './compare/compare-screen.tsx';
import { composePanes } from './compose/compose-screen.tsx';
import { ledgerPanes } from './compose/ledger-screen.tsx';
import { DialogBox, dialogFrame } from './dialogs/dialog-box.tsx';
import { Box } from './parts/box.ts';
import { FindHeader } from './parts/find-header.tsx';
import { Pane, span } from './parts/frame.tsx';
import { headerLine } from './parts/header.ts';
import { type PaneSet, Panes, signsIn } from './parts/panes.tsx';
import type { ScreenProps } from './parts/screen-props.ts';
import { readerPanes } from './reader/reader-screen.tsx';
import { composedPanes } from './recompose/made-from-screen.tsx';
import { mergePanes } from './recompose/merge-screen.tsx';
import { savePanes } from './save/save-screen.tsx';

interface AppScreenProps extends ScreenProps {
  /** Paints what lies under a dialog. */
  readonly dimmed: Paint;
}

/** The whole frame: header, panes under their titles, news or the legend, footer; a dialog as a box over all of it. */
export function AppScreen({ model, paint: bright, dimmed }: AppScreenProps): ReactNode {
  const { columns, roomy } = frameLayout(model.size);
  const paint = model.dialog ? dimmed : bright;
  const panes = screenPanes({ model, paint });
  const notice = noticeLine(model);
  const legend = legendLine(model, panes);
  const footer = footerLine(model, columns);
  const isLanding = screenOf(model) === 'browse' && roomy && model.landed !== null;
  const landed = isLanding && model.landed ? landingLines(model, model.landed, columns) : null;
  const tour = model.tour?.lines ?? [];
  return (
    <Box flexDirection="column" width={columns} height={model.size.rows + tour.length} overflow="hidden">
      <Header model={model} paint={paint} />
      {landed && <Pane paint={paint} lines={landed} columns={columns} rows={LANDED_ROWS} />}
      <Panes paint={paint} roomy={roomy} {...panes} />
      {roomy && <Pane paint={bright} lines={[notice ?? legend]} columns={columns} rows={1} />}
      <Pane paint={bright} lines={[!roomy && notice ? notice : footer]} columns={columns} rows={1} />
      {tour.length > 0 && <Pane paint={bright} lines={tour} columns={columns} rows={tour.length} />}
      {model.dialog && <DialogBox model={model} paint={bright} dialog={model.dialog} />}
    </Box>
  );
}

/** What the signs on the screen mean, or those of the box over it; what else is said of the screen is cut last. */
function legendLine(model: Model, panes: PaneSet): StyledLine {
  const { columns } = model.size;
  if (model.dialog && DIFFERENCES.has(model.dialog.kind)) return cutLine({ spans: OF_DIFFERENCES }, columns);
  const inBox = model.dialog ? signsIn([{ lines: dialogFrame(model, model.dialog).framed }]) : new Set<string>();
  if (inBox.size > 0) return cutLine({ spans: legendSpans(inBox) }, columns);
  const words = { spans: panes.legend ?? [] };
  const shown = signsIn(panes.panes);
  const room = Math.max(Math.floor(columns / 2), columns - lineWidth(words));
  // What the signs compare with is said as fully as there is room for; each sign is explained before that.
  const explained = (against: string): StyledLine => ({ spans: legendSpans(shown, against) });
  const against = panes.against?.find((words) => lineWidth(explained(words)) < room) ?? '';
  const { spans } = cutLine(explained(against), room);
  return cutLine({ spans: [...spans, ...words.spans] }, columns);
}

/** Boxes that show what would change in a file, and what the signs of that mean. */
const DIFFERENCES: ReadonlySet<string> = new Set(['overwrite', 'unsave', 'recompose']);
const OF_DIFFERENCES = [
  span(' '),
  span('+', 'added'),
  span(` ${signWords('fresh')}  `, 'muted'),
  span('-', 'removed'),
  span(` ${signWords('gone')}`, 'muted'),
];

/** The first line: the field that is typed into on some screens, else where one is. */
function Header({ model, paint }: ScreenProps): ReactNode {
  const { columns } = model.size;
  if (screenOf(model) === 'browse') return <BrowseHeader model={model} paint={paint} />;
  const typed = findOf(model) ?? filterOf(model);
  if (model.dialog?.kind !== 'drafts' && typed?.isTyped) return <FindHeader model={model} paint={paint} />;
  return <Pane paint={paint} lines={[headerLine(model, columns)]} columns={columns} rows={1} />;
}

/** The panes of the screen that is shown, where they are drawn and where the mouse finds them. */
export function screenPanes(props: ScreenProps): PaneSet {
  const { model } = props;
  switch (screenOf(model)) {
    case 'browse':
      return browsePanes(model);
    case 'reader':
      return readerPanes(model);
    case 'compare':
      return comparePanes(model);
    case 'compose':
      return composePanes(model);
    case 'composed':
      return composedPanes(model);
    case 'merge':
      return mergePanes(model);
    case 'ledger':
      return ledgerPanes(model);
    case 'save':
      return savePanes(props);
  }
}

function noticeLine({ notice, size }: Model): StyledLine | null {
  if (!notice) return null;
  const role = notice.tone === 'good' ? 'success' : notice.tone === 'bad' ? 'error' : 'accent';
  return cutLine({ spans: [span(` ${visibleText(notice.text)}`, role)] }, size.columns);
}
