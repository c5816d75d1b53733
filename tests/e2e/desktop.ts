import { test as base } from 'playwright/test';
import { Desktop } from '../support/app';

export { expect } from 'playwright/test';

/** Every test has a machine of its own, which is gone when the test has finished. */
export const test = base.extend<{ desktop: Desktop }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  desktop: async ({}, use) => {
    const desktop = new Desktop();
    await use(desktop);
    await desktop.dispose();
  },
});
