import { describe, expect, test } from 'vitest';
import { filesToOpen, planLaunch } from '../../../src/main/launch';
import { projectName, withProject } from '../../../src/main/recent-list';
import { RestartLimit } from '../../../src/main/restart-limit';

describe('the command line', () => {
  test('of a packaged app names files, with switches between them', () => {
    const words = ['/opt/Parley/parley', '--no-sandbox', 'a.parley', '--lang=tr', '/b/c.parley'];
    expect(filesToOpen(words, '/home/ada', null)).toEqual(['/home/ada/a.parley', '/b/c.parley']);
  });

  test.each([
    [['electron', '.']],
    [['electron', '--no-sandbox', '.']],
    [['electron', '/src/parley']],
    [['electron', '-r', '/x/loader.js', '--inspect=0', '.']],
  ])('%j opens no file: the app itself is none', (words) => {
    expect(filesToOpen(words, '/src/parley', '/src/parley')).toEqual([]);
  });

  test('of a development run names files behind the app', () => {
    const words = ['electron', '-r', '/x/loader.js', '--no-sandbox', '.', 'a.parley', '../b.parley'];
    expect(filesToOpen(words, '/src/parley', '/src/parley')).toEqual([
      '/src/parley/a.parley',
      '/src/b.parley',
    ]);
  });

  test('takes the first word for the app where its folder has another name', () => {
    expect(filesToOpen(['electron', 'link', 'a.parley'], '/src', '/src/parley')).toEqual(['/src/a.parley']);
  });

  test('may name a file by its address, as desktops do', () => {
    const words = ['parley', 'file:///home/ada/My%20talks.parley', 'file:%%%'];
    expect(filesToOpen(words, '/', null)).toEqual(['/home/ada/My talks.parley']);
  });

  test('opens files of any name: one that is no project gets a window that says so', () => {
    expect(filesToOpen(['parley', 'notes.txt', ''], '/home/ada', null)).toEqual(['/home/ada/notes.txt']);
  });
});

describe('a start without files', () => {
  test('opens the last project, also one that has gone, so that the window can say so', () => {
    expect(planLaunch('/a/gone.parley', '/first.parley', true)).toEqual({ open: '/a/gone.parley' });
  });

  test('makes the first project, once', () => {
    expect(planLaunch(null, '/first.parley', false)).toEqual({ create: '/first.parley' });
    expect(planLaunch(null, '/first.parley', true)).toEqual({ open: '/first.parley' });
  });
});

describe('recent projects', () => {
  test('stand once each, the last opened first, and not without end', () => {
    expect(withProject(['/a', '/b', '/c'], '/c')).toEqual(['/c', '/a', '/b']);
    const many = Array.from({ length: 50 }, (_, index) => `/${index}`);
    expect(withProject(many, '/new')).toHaveLength(12);
  });

  test('are named as their files, without the ending', () => {
    expect(projectName('/a/Peace talks.parley')).toBe('Peace talks');
    expect(projectName('/a/notes.txt')).toBe('notes.txt');
    expect(projectName('/a/.parley')).toBe('.parley');
  });
});

test('a restart is allowed so many times in a stretch of time, and again after it', () => {
  const limit = new RestartLimit(3, 60_000);
  expect([0, 1, 2, 3].map((time) => limit.allows(time))).toEqual([true, true, true, false]);
  expect(limit.allows(60_000)).toBe(true);
  expect(limit.allows(60_000)).toBe(false);
});
