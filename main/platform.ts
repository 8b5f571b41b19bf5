/** The few things only a host can do. */
export type Platform = {
  /** Lets the user keep a file; false when they changed their mind. The name never holds anything personal. */
  saveFile(name: string, bytes: Uint8Array): Promise<boolean>
  /** The computer's own keychain, in a host that can reach one. */
  readonly keychain?: Keychain
}

/** Keeps a secret that only this computer's account gives back. */
export type Keychain = {
  /** False where it would keep the secret in plain sight: then it is not used. */
  protects(): boolean
  seal(secret: Buffer): Promise<Buffer>
  /** Nothing when another account or computer sealed it. */
  open(sealed: Buffer): Promise<Buffer | undefined>
}
