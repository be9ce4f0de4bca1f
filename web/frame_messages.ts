// What a framed widget and the page around it say to each other. Others' messages have other shapes and
// are passed over.

export const VERSION = 1;

// To the page: how tall the frame would be, CSS pixels. `id` is the frame's own, from its address.
export interface HeightMessage {
  type: 'say-when:height';
  version: typeof VERSION;
  height: number;
  id: string;
}

// To the frame: the page's address, with the view in its hash if it has one.
export interface PageMessage {
  type: 'say-when:page';
  version: typeof VERSION;
  href: string;
}

export function isMessage<Type extends string>(
  data: unknown, type: Type): data is { type: Type } & Record<string, unknown> {
  if (typeof data !== 'object' || data === null) return false;
  const message = data as Record<string, unknown>;
  return message.type === type && message.version === VERSION;
}
