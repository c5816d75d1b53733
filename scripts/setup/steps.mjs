import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheFolder } from '../lib/paths.mjs';
import { addon } from './addon.mjs';
import { build } from './build.mjs';
import { dependencies } from './dependencies.mjs';
import { electron } from './electron.mjs';
import { runtime } from './runtime.mjs';
import { system } from './system.mjs';

/**
 * The parts of the set-up, each needing those before it. A part is
 * `{ name, check(): Promise<{ ok, detail }>, run(say): Promise<void> }`; check changes nothing.
 */
const parts = [runtime, system, dependencies, electron, addon, build];

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Brings every part into order, doing only what is needed.
 * @param {{ log?: (line: string) => void }} options where progress goes
 * @returns {Promise<boolean>} whether all went well; what did not is told, with the remedy
 */
export async function setUp({ log = console.log } = {}) {
  const began = performance.now();
  const release = await soleSetUp(log);
  try {
    for (const part of parts) if (!(await bringIntoOrder(part, log))) return false;
  } finally {
    release();
  }
  if (performance.now() - began > 1000) log(`setup: ready after ${seconds(began)}`);
  return true;
}

async function bringIntoOrder(part, log) {
  const began = performance.now();
  let doing = part.name;
  const say = (what) => {
    doing = `${part.name}: ${what}`;
    log(`setup: ${doing}`);
  };
  try {
    if ((await part.check()).ok) return true;
    const heartbeat = setInterval(() => log(`setup: ${doing} … ${seconds(began)}`), 15_000);
    try {
      await part.run(say);
    } finally {
      clearInterval(heartbeat);
    }
    const after = await part.check();
    if (!after.ok) throw new Error(after.detail);
    log(`setup: ${part.name} done in ${seconds(began)} (${after.detail})`);
    return true;
  } catch (error) {
    console.error(`setup: FAILED at ${doing}\n  Cause: ${error.message}`);
    console.error(
      `  Remedy: ${error.remedy ?? 'Start again; if it fails again, report it with this message.'}`,
    );
    return false;
  }
}

/** The state of every part, without changing anything. @returns {Promise<boolean>} whether all are in order */
export async function report() {
  let allOk = true;
  for (const part of parts) {
    let state;
    try {
      state = await part.check();
    } catch (error) {
      state = { ok: false, detail: `cannot be told yet (${error.message})` };
    }
    allOk &&= state.ok;
    console.log(`${state.ok ? 'ok     ' : 'MISSING'}  ${part.name.padEnd(16)} ${state.detail}`);
  }
  return allOk;
}

/** Waits until no other set-up of this user runs, since two would tread on each other's files. */
async function soleSetUp(log) {
  const lock = join(cacheFolder, 'setup.lock');
  mkdirSync(cacheFolder, { recursive: true });
  let told = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isAlive(lock)) rmSync(lock, { force: true });
      else if (!told) {
        log('setup: another set-up is running; waiting for it');
        told = true;
      }
      await pause(200);
    }
  }
}

function isAlive(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')) || -1, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
