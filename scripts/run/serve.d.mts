export function serveSite(
  port: number,
  folder?: string,
): Promise<{ port: number; close: () => Promise<void> }>;
