import { Box } from 'ink';
import type { ReactNode } from 'react';
import { footerLine } from '../../app/keys/footer.ts';
import { frameLayout } from '../../app/model/layout.ts';
import { type Model, screenOf } from '../../app/model/model.ts';
import { cutLine, type StyledLine } from '../../text/styled-text.ts';
import { visibleText } from '../../text/visible-text.ts';
import { BrowseHeader, BrowseScreen } from './browse/browse-screen.tsx';
import { CompareScreen } from './compare/compare-screen.tsx';
import { ComposeScreen } from './compose/compose-screen.tsx';
import { LedgerScreen } from './compose/ledger-screen.tsx';
import { DialogScreen } from './dialogs/dialog-screen.tsx';
import { HorizontalRule, Pane, span } from './parts/frame.tsx';
import { headerLine } from './parts/header.ts';
import type { ScreenProps } from './parts/screen-props.ts';
import { ReaderScreen } from './reader/reader-screen.tsx';
import { ComposedScreen } from './recompose/made-from-screen.tsx';
import { MergeScreen } from './recompose/merge-screen.tsx';
import { SaveScreen } from './save/save-screen.tsx';

/** The whole frame: header, body, news, footer. */
export function AppScreen(props: ScreenProps): ReactNode {
  const { model, paint } = props;
  const { columns, roomy } = frameLayout(model.size);
  const notice = noticeLine(model);
  const footer = footerLine(model, columns);
  const isBrowse = screenOf(model) === 'browse' && !model.dialog;
  return (
    <Box flexDirection="column" width={columns} height={model.size.rows} overflow="hidden">
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
    case 'composed':
      return <ComposedScreen {...props} />;
    case 'merge':
      return <MergeScreen {...props} />;
    case 'ledger':
      return <LedgerScreen {...props} />;
    case 'save':
      return <SaveScreen {...props} />;
  }
}

function noticeLine({ notice, size }: Model): StyledLine | null {
  if (!notice) return null;
  const role = notice.tone === 'good' ? 'success' : notice.tone === 'bad' ? 'error' : 'accent';
  return cutLine({ spans: [span(` ${visibleText(notice.text)}`, role)] }, size.columns);
}
