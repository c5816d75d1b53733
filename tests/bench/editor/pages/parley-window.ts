/** What the preload script gives to the app's page; imported before anything that asks for it. */
Object.assign(window, {
  parley: { platform: 'linux', call: async () => ({ ok: true, value: {} }), pathOf: () => '' },
});
document.documentElement.dataset.theme = 'light';
