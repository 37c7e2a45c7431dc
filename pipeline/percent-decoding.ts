/** An address or a part of one with its percent-encoding undone; as it is where what follows a `%` is no encoding. */
export function percentDecoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
