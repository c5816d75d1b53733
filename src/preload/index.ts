/** The bridge between a window and the main process: the host contract, and nothing else. */
import { HOST_MESSAGE, type HostMessage, type ParleyBridge } from '@contract/host';
import { contextBridge, ipcRenderer, webUtils } from 'electron';

const bridge: ParleyBridge = {
  platform: process.platform,
  call: (name, input) => ipcRenderer.invoke('host', name, input),
  pathOf: (file) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('parley', bridge);

ipcRenderer.on('host-message', (event, data: HostMessage) => {
  window.postMessage({ source: HOST_MESSAGE, data }, window.location.origin, event.ports);
});
