import { describe, test } from 'vitest';
import { goToTopic, markFirst, openWorkbench, type Workbench } from '../support/workbench.ts';

describe('arranging picks', () => {
  test('J and K move the pick, u and Ctrl-R step back and forth', async () => {
    const session = await twoPicks();
    await order(session, 'Name resources', 'Check each token');

    session.press('K');
    await order(session, 'Check each token', 'Name resources');
    session.press('u');
    await order(session, 'Name resources', 'Check each token');
    session.press('Ctrl-R');
    await order(session, 'Check each token', 'Name resources');
    session.press('J');
    await order(session, 'Name resources', 'Check each token');
  });

  test('undo goes back to the empty draft, and redo all the way', async () => {
    const session = await twoPicks();

    session.press('u', 'u');
    await session.sees('Nothing taken yet');
    session.press('u');
    await session.sees('Nothing to undo');
    session.press('Ctrl-R', 'Ctrl-R');
    await session.sees('2 sections');
    session.press('Ctrl-R');
    await session.sees('Nothing to redo');
  });

  test('r gives a pick another title, Escape leaves the old one', async () => {
    const session = await twoPicks();
    session.press('r');
    await session.sees(/Rename Security/);
    session.press('Ctrl-U');
    session.type('Staying safe');
    await session.sees('Staying safe');

    session.press('Enter');
    await session.sees(/Topics[\s\S]*Staying safe:/);

    session.press('r');
    await session.sees(/Rename/);
    session.type(' never');
    await session.sees('Staying safe never');
    session.press('Esc');
    await session.sees('Not kept yet');
    session.press('Esc');
    await session.sees(/Topics[\s\S]*Staying safe:/);
    await session.seesNo('never:');
  });

  test('m takes every version of a topic, then their union, then only one', async () => {
    const session = await compose();
    await goToTopic(session, 'Security', 2);

    session.press('m');
    await session.sees('2 sections');
    await order(session, 'Check each token', 'Ask who may call');

    session.press('m');
    await session.sees('1 section ·');
    await session.sees('nothing left out');
    await order(session, 'Check each token', 'Ask who may call');

    session.press('m');
    await session.sees('Ask who may call');
    await session.seesNo('Check each token');
  });

  test('in the result, Space takes the pick under the cursor out', async () => {
    const session = await twoPicks();

    session.press('Tab', 'Tab', 'g', 'Space');

    await session.sees('1 section ·');
    await session.seesNo('Name resources');
    await session.sees('Check each token');
  });

  test('a key that can do nothing says why', async () => {
    const session = await compose();

    session.press('Ctrl-S');

    await session.sees('Nothing is taken yet');
  });
});

async function compose(): Promise<Workbench> {
  const session = await openWorkbench();
  await markFirst(session, 'bkarch', 2);
  session.press('c');
  await session.sees('Nothing taken yet');
  return session;
}

/** Two sections of the first agent picked, the cursor on the second. */
async function twoPicks(): Promise<Workbench> {
  const session = await compose();
  await goToTopic(session, 'API Design', 1);
  session.press('Space');
  await session.sees('1 section ·');
  await goToTopic(session, 'Security', 1);
  session.press('Space');
  await session.sees('2 sections');
  return session;
}

/** Wait until the result shows one text above the other. */
async function order(session: Workbench, first: string, second: string): Promise<void> {
  await session.until(`“${first}” stands above “${second}”`, (screen) => {
    const above = screen.findIndex((line) => line.includes(first));
    return above >= 0 && screen.findIndex((line) => line.includes(second)) > above;
  });
}
