import type { CallOptions } from '@contract/client';
import type { CommandName, Input, Output } from '@contract/index';
import { ParleyError, toWireError } from '@core/errors';
import { create } from 'zustand';
import { theClient } from '../bridge/connection';
import { asAmendment } from '../review/gold';
import { workbench } from './workbench';

interface SaveState {
  /** Commands sent and not yet acknowledged. */
  pending: number;
  /** Why the last command was not saved; null when it was. */
  failure: ParleyError | null;
}

/** What the person asked for and is told at once that it cannot be, or has stopped: nothing of theirs is unsaved. */
const refusals: ReadonlySet<string> = new Set(['cancelled', 'bad-input', 'not-found', 'conflict']);

/** What the status bar says: 'saved' only when every command is acknowledged, that is, on disk. */
export const useSaveState = create<SaveState>(() => ({ pending: 0, failure: null }));

function past(): ParleyError {
  return new ParleyError('read-only', {
    cause: 'The document is shown as it was',
    remedy: 'Go back to how it is first.',
  });
}

/**
 * Sends a command. All of the window's writing goes through here, so that the save state is true.
 * @throws ParleyError
 */
export async function send<Name extends CommandName>(
  name: Name,
  input: Input<Name>,
  options?: CallOptions,
): Promise<Output<Name>> {
  if (workbench.get().session?.asOf != null) throw past();
  // On its way before anything is drawn.
  const amendment = asAmendment(name, input);
  const acknowledged = amendment
    ? (theClient().call('review.amend', amendment, options) as Promise<Output<Name>>)
    : theClient().call(name, input, options);
  useSaveState.setState(({ pending }) => ({ pending: pending + 1 }));
  try {
    const output = await acknowledged;
    useSaveState.setState({ failure: null });
    return output;
  } catch (thrown) {
    const { kind, data } = toWireError(thrown);
    const failure = new ParleyError(kind, data);
    if (!refusals.has(kind)) useSaveState.setState({ failure });
    throw failure;
  } finally {
    useSaveState.setState(({ pending }) => ({ pending: pending - 1 }));
  }
}
