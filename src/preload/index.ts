/** The bridge between a window and the main process: the host contract, and nothing else. */
import type { HostMessage, ParleyBridge } from '@contract/host';
import { HOST_MESSAGE } from '@contract/host-message';
import { contextBridge, ipcRenderer, webUtils } from 'electron';

const bridge: ParleyBridge = {
  platform: process.platform,
  call: (name, input) => ipcRenderer.invoke('host', name, input),
  pathOf: (file) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('parley', bridge);

// A port cannot cross the bridge, but it can be posted to the page, which shares this window.
ipcRenderer.on('host-message', (event, data: HostMessage) => {
  window.postMessage({ source: HOST_MESSAGE, data }, window.location.origin, event.ports);
});
