/** The few things only a host can do. */
export type Platform = {
  /**
   * Asks the user where a file may be kept; nothing when they changed their mind. They may take any time they like.
   * The name never holds anything personal.
   */
  placeFor(name: string): Promise<Place | undefined>
  /** The computer's own keychain, in a host that can reach one. */
  readonly keychain?: Keychain
}

/** Where the user wants a file. Both wait for the disk: they stand inside a transaction. */
export type Place = {
  /** Whole or not at all; throws when the disk does not take it. */
  write(bytes: Uint8Array): void
  /** Takes away what was written. */
  takeBack(): void
}

/** Keeps a secret that only this computer's account gives back. */
export type Keychain = {
  /** False where it would keep the secret in plain sight: then it is not used. */
  protects(): boolean
  seal(secret: Buffer): Promise<Buffer>
  /** Nothing when another account or computer sealed it. */
  open(sealed: Buffer): Promise<Buffer | undefined>
}
