// The one thing that dockerfile-ast asks of Node's Buffer, for the bundle that runs in a browser: the UTF-8 bytes of a text.
const encoder = new TextEncoder();

export const Buffer = { from: (text) => encoder.encode(text) };
