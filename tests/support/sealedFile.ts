import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import type { Output } from '../../main/contract/index.ts'
import type { PackageContent } from '../../main/contract/record.ts'
import type { TestCore } from './core.ts'

/** The file that was saved when the record was sealed, as a receiver hands it to the core. */
export function sentFile(
  core: TestCore,
  { fileName, words }: Output<'handover.seal'>,
): { file: string; words: string } {
  return { file: Buffer.from(core.platform.files.get(fileName) ?? []).toString('base64'), words: words.join(' ') }
}

/** A sealed file taken apart: the plain line before the seal, and what is under it. */
export type TakenApart = { readonly headerLine: string; readonly content: PackageContent }

export async function takeApart(file: Uint8Array, words: string): Promise<TakenApart> {
  const bytes = Buffer.from(file)
  const end = bytes.indexOf('\n') + 1
  const decrypter = new Decrypter()
  decrypter.addPassphrase(words)
  const opened = Buffer.from(await decrypter.decrypt(bytes.subarray(end)))
  return {
    headerLine: bytes.toString('utf8', 0, end),
    content: JSON.parse(gunzipSync(opened.subarray(32)).toString('utf8')),
  }
}

/** Seals under next to no work, so that a test can open it thousands of times; `text` is what stands under the seal. */
export async function sealCheaply(headerLine: string, text: string, words: string): Promise<Buffer> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(words)
  encrypter.setScryptWorkFactor(1)
  const hash = createHash('sha256').update(headerLine).digest()
  const sealed = await encrypter.encrypt(Buffer.concat([hash, gzipSync(text)]))
  return Buffer.concat([Buffer.from(headerLine), sealed])
}
