import { type ReactNode, useSyncExternalStore } from 'react';
import { shownLook } from '../app/commands/shown-look.ts';
import type { Store } from '../app/store.ts';
import type { Paints } from './paint.ts';
import { AppScreen } from './views/app-screen.tsx';

interface AppProps {
  readonly store: Store;
  readonly paints: Paints;
}

/** The one component that reads state: it draws the model whenever the store has a new one. */
export function App({ store, paints }: AppProps): ReactNode {
  const model = useSyncExternalStore(store.subscribe, store.model);
  const { look, isTried } = shownLook(model);
  const { paint, dimmed } = paints(look);
  // A look that is tried is seen on all of the screen.
  return <AppScreen model={model} paint={paint} dimmed={isTried ? paint : dimmed} />;
}
