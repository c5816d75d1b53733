import type { WireError } from '@core/errors';
import { Id } from '@core/model/ids';
import { Annotator } from '@core/model/project';
import { z } from 'zod';
import { KeySet, OwnKeys } from './keys';

const Path = z.string().min(1).nullable();

/**
 * What a window may ask of the main process, apart from the project itself (that goes to the
 * engine over its port): dialogs, recent files, the theme, carrying out actions that live in main.
 */
export const hostContract = {
  /**
   * The page listens for host messages from now on; main answers with the project's state. To be
   * called once after each load, before anything else, since what is sent earlier would be lost.
   */
  'window.ready': { input: z.strictObject({}), output: z.null() },
  'dialog.import': {
    input: z.strictObject({ what: z.enum(['files', 'folder']) }),
    output: z.array(z.string()),
  },
  /** Packages or projects of colleagues; none where the dialog was cancelled. */
  'dialog.takeIn': { input: z.strictObject({}), output: z.array(z.string()) },
  /** A schema file to read. */
  'dialog.schema': { input: z.strictObject({}), output: Path },
  'dialog.export': {
    input: z.strictObject({
      suggestedName: z.string().min(1).max(255),
      extension: z.string().regex(/^[a-z0-9.]{1,20}$/),
    }),
    output: Path,
  },
  /** Writes a figure or its numbers to a file that a dialog asks for; its path, or null where none was chosen. */
  'figure.save': {
    input: z.strictObject({
      suggestedName: z.string().min(1).max(255),
      extension: z.enum(['svg', 'png', 'csv']),
      content: z.string().max(100_000_000),
      encoding: z.enum(['utf8', 'base64']),
    }),
    output: Path,
  },
  /** Writes a report as its HTML, or as PDF made from it, to a file that a dialog asks for; null where none was chosen. */
  'report.save': {
    input: z.strictObject({
      suggestedName: z.string().min(1).max(255),
      format: z.enum(['html', 'pdf']),
      html: z.string().max(50_000_000),
    }),
    output: Path,
  },
  'shell.showInFolder': { input: z.strictObject({ path: z.string().min(1) }), output: z.null() },
  /** Opens a page in the browser, after the person has been asked. */
  'shell.openLink': {
    input: z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2_000) }),
    output: z.null(),
  },
  'clipboard.write': { input: z.strictObject({ text: z.string().max(50_000_000) }), output: z.null() },
  'action.run': { input: z.strictObject({ id: z.string() }), output: z.null() },
  /** The switches of the View menu, so that their check marks are right. */
  'menu.state': { input: z.strictObject({ checked: z.array(z.string()) }), output: z.null() },
  'theme.set': { input: z.strictObject({ theme: z.enum(['system', 'light', 'dark']) }), output: z.null() },
  'theme.get': { input: z.strictObject({}), output: z.enum(['system', 'light', 'dark']) },
  /** A person's own keys, for all windows and menus; those that cannot be are left out. */
  'keys.set': { input: z.strictObject({ keys: OwnKeys }), output: z.null() },
  /** Writes the own keys to a file that a dialog asks for; its path, or null where none was chosen. */
  'keys.export': { input: z.strictObject({}), output: Path },
  /** Reads a key set from a file that a dialog asks for; null where none was chosen. Changes nothing. */
  'keys.import': { input: z.strictObject({}), output: KeySet.nullable() },
  /** Files of the profile that could not be understood and were set aside, each told once. */
  'profile.setAside': { input: z.strictObject({}), output: z.array(z.string()) },
  /** Everybody who has worked with this profile. */
  'annotator.known': { input: z.strictObject({}), output: z.array(Annotator) },
  /** Keeps another name of the person who works here, for projects to come. */
  'annotator.rename': { input: Annotator.pick({ name: true }), output: z.null() },
  /**
   * Lets another person work here from now on, somebody new where there is no id; all open projects
   * are closed and opened again for them.
   */
  'annotator.workAs': {
    input: z.strictObject({ id: Id.nullable(), name: Annotator.shape.name }),
    output: z.null(),
  },
  'projects.recent': {
    input: z.strictObject({}),
    output: z.array(z.strictObject({ path: z.string(), name: z.string() })),
  },
  /**
   * Opens a project: in the window that asks where that one has none (also after 'failed'), in
   * the window that has it open already, else in a new one.
   */
  'projects.open': {
    input: z.strictObject({ path: z.string().min(1), readOnly: z.boolean().default(false) }),
    output: z.null(),
  },
} as const;

export type HostContract = typeof hostContract;
export type HostCall = keyof HostContract;
export type HostInput<Name extends HostCall> = z.input<HostContract[Name]['input']>;
export type HostOutput<Name extends HostCall> = z.output<HostContract[Name]['output']>;

/** How the window's project stands; sent by main when the window loads and at each change. */
export type ProjectState =
  | { state: 'none' }
  | { state: 'opening'; path: string }
  /** A port to the engine comes with it (as the transferred port of the message). */
  | { state: 'open'; path: string; readOnly: boolean; restarted: boolean }
  /** The file could not be opened; `path` is left as it was. */
  | { state: 'failed'; path: string; error: WireError }
  /** The engine ended unexpectedly; 'open' with `restarted` or 'failed' follows. */
  | { state: 'stopped'; path: string };

/** What main sends a window. */
export type HostMessage =
  | { type: 'project'; project: ProjectState }
  | { type: 'action'; id: string }
  /** A person's own keys: before the first project, and whenever they change in any window. */
  | { type: 'keys'; keys: OwnKeys };

/** How a call is answered: errors cross as data. */
export type HostAnswer = { ok: true; value: unknown } | { ok: false; error: WireError };

/** The bridge in the window, as the preload script offers it. */
export interface ParleyBridge {
  platform: string;
  /** A call of the host contract by name; see `callHost` in the renderer for the typed form. */
  call(name: string, input: unknown): Promise<HostAnswer>;
  /** Absolute path of a dropped file. */
  pathOf(file: File): string;
}

export { HOST_MESSAGE } from './host-message';
