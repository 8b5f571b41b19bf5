import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { refuse } from '../contract/errors.ts'
import { type PackageContent, type PackageHeader, packageContent, packageHeader } from '../contract/record.ts'
import { referencesAreValid } from './packageContent.ts'

const FORMAT = 1
/** Bytes. A client's whole record is some tens of kB sealed; what is far over this is no package of ours. */
const MOST_SEALED = 700_000
const MOST_OPENED = 20_000_000
const MOST_HEADER = 2_000

/** Seals the content under words, each guess at which costs 2^`work` of scrypt: one plain header line, then an age file bound to that line. */
export async function sealPackage(content: PackageContent, words: string, work: number): Promise<Uint8Array> {
  const { packageId, epoch, sender, receiver } = content
  const header: PackageHeader = { arton: FORMAT, packageId, epoch, sender: sender.name, receiver: receiver.name }
  const headerLine = Buffer.from(`${JSON.stringify(header)}\n`)
  const encrypter = new Encrypter()
  encrypter.setPassphrase(words)
  encrypter.setScryptWorkFactor(work)
  const sealed = await encrypter.encrypt(Buffer.concat([hashOf(headerLine), gzipSync(JSON.stringify(content))]))
  const file = Buffer.concat([headerLine, sealed])
  if (file.length > MOST_SEALED) refuse('package-too-large')
  return file
}

/**
 * Opens a sealed file: size first, then the header, then the seal, then the header's place in it, and
 * only then inflation and meaning. Refuses by name at each step; never throws for what a file says.
 */
export async function openPackage(file: Uint8Array, words: string): Promise<PackageContent> {
  if (file.length > MOST_SEALED) refuse('package-too-large')
  const bytes = Buffer.from(file)
  const end = bytes.subarray(0, MOST_HEADER).indexOf('\n')
  const header = readHeader(end === -1 ? '' : bytes.toString('utf8', 0, end))
  if (header.arton > FORMAT) refuse('package-newer')

  const opened = Buffer.from(await unseal(bytes.subarray(end + 1), words))
  if (!opened.subarray(0, 32).equals(hashOf(bytes.subarray(0, end + 1)))) refuse('package-damaged')
  const content = contentIn(opened.subarray(32))
  if (content.packageId !== header.packageId || !referencesAreValid(content)) refuse('package-damaged')
  return content
}

/** SHA-256 of the whole file, hexadecimal: what both sides log (L50). */
export function fileHash(file: Uint8Array): string {
  return hashOf(file).toString('hex')
}

function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function readHeader(line: string): PackageHeader {
  try {
    return packageHeader.parse(JSON.parse(line))
  } catch {
    return refuse('package-not-a-package')
  }
}

async function unseal(sealed: Uint8Array, words: string): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(words)
  try {
    return await decrypter.decrypt(sealed)
  } catch (error) {
    // age answers "no identity matched" when the header is whole and the words are wrong
    return refuse(
      error instanceof Error && /no identity matched/.test(error.message) ? 'package-wrong-words' : 'package-damaged',
    )
  }
}

function contentIn(bytes: Uint8Array): PackageContent {
  try {
    return packageContent.parse(JSON.parse(gunzipSync(bytes, { maxOutputLength: MOST_OPENED }).toString('utf8')))
  } catch {
    return refuse('package-damaged') // too large, no JSON, nested too deep to read, or not what a package holds
  }
}
