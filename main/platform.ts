/** The few things only a host can do. */
export type Platform = {
  /** Lets the user keep a file; false when they changed their mind. The name never holds anything personal. */
  saveFile(name: string, bytes: Uint8Array): Promise<boolean>
}
