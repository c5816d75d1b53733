import { spawn } from 'node:child_process';
import { root, toolEnvironment } from './paths.mjs';

/** A failure that a person can act on: what stopped, why, and what to do. */
export class SetupError extends Error {
  constructor(cause, remedy) {
    super(cause);
    this.remedy = remedy;
  }
}

/**
 * Runs a program quietly with the project's tools first in its PATH.
 * @returns {Promise<{code: number | null, signal: string | null, output: string}>} output of both streams, in order
 */
export function capture(command, args, { cwd = root, env = {}, timeout } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: toolEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, output }));
  });
}

/**
 * Like {@link capture}, and a program that fails is a SetupError with the end of what it said.
 * @returns {Promise<string>} its output
 */
export async function runOrFail(command, args, { remedy, ...options } = {}) {
  let result;
  try {
    result = await capture(command, args, options);
  } catch (error) {
    throw new SetupError(`${command} could not be started: ${error.message}`, remedy);
  }
  if (result.code !== 0) {
    const last = result.output.trim().split('\n').slice(-25).join('\n  ');
    const how = result.signal ? `was ended by ${result.signal}` : `ended with exit code ${result.code}`;
    throw new SetupError(`${command} ${args.join(' ')} ${how}:\n  ${last}`, remedy);
  }
  return result.output;
}

/** Runs a program on this terminal and resolves to its exit code. */
export function passThrough(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: toolEnvironment(env), stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

/** Is a display there that a window can open on? */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The command line that runs a program with a window, on a virtual display where there is no other. */
export function withDisplay(command, args) {
  if (hasDisplay()) return [command, args];
  return ['xvfb-run', ['-a', '-s', '-screen 0 1440x900x24', command, ...args]];
}
