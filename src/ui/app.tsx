import { type ReactNode, useSyncExternalStore } from 'react';
import type { Store } from '../app/store.ts';
import type { Paint } from './paint.ts';
import { AppScreen } from './views/app-screen.tsx';

interface AppProps {
  readonly store: Store;
  readonly paint: Paint;
  /** Paints what lies under a dialog. */
  readonly dimmed: Paint;
}

/** The one component that reads state: it draws the model whenever the store has a new one. */
export function App({ store, paint, dimmed }: AppProps): ReactNode {
  const model = useSyncExternalStore(store.subscribe, store.model);
  return <AppScreen model={model} paint={paint} dimmed={dimmed} />;
}
