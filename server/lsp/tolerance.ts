import { type ConnectionOptions, Message } from 'vscode-languageserver';

/**
 * Lets small clients in. The protocol requires `capabilities` in `initialize`, and the library fails before any handler of
 * ours where a client leaves them out or says null; such a client is taken to be able to do nothing.
 */
export const tolerance: ConnectionOptions = {
  messageStrategy: { handleMessage: (message, next) => next(withCapabilities(message)) },
};

function withCapabilities(message: Message): Message {
  if (!Message.isRequest(message) || message.method !== 'initialize' || Array.isArray(message.params)) return message;
  const params = { ...message.params } as { readonly capabilities?: unknown };
  const { capabilities } = params;
  if (typeof capabilities === 'object' && capabilities !== null) return message;
  const repaired = { ...params, capabilities: {} };
  return { ...message, params: repaired } as Message;
}
