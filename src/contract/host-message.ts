/**
 * Host messages reach the page as window messages with this `source`, because a MessagePort
 * cannot cross the context bridge; `data` is a HostMessage, `ports[0]` the engine's port where
 * the project opened. It stands alone so that the preload script need not carry the schemas.
 */
export const HOST_MESSAGE = 'parley-host';
